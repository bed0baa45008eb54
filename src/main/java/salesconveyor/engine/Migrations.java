package salesconveyor.engine;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which migrations were begun, by whom and of how many cases: the engine forgets a batch when it is done. */
@Component
class Migrations {
    record Begun(
            long id,
            String process,
            int fromVersion,
            int toVersion,
            String batch,
            int cases,
            int leftOver,
            OffsetDateTime started,
            @Nullable String startedBy) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Migrations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begun(String process, int from, int to, String batch, int cases, String person) {
        jdbc.sql("insert into model_migration (process, from_version, to_version, batch, cases, started, started_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(process, from, to, batch, cases, OffsetDateTime.now(clock), person)
                .update();
    }

    /** Until the end of the transaction nobody else begins a migration. @return false when somebody does just now */
    boolean lock() {
        return !jdbc.sql("select id from migration_desk for update skip locked")
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** @param cases how many were not moved and stay where they are */
    void givenUp(long id, int cases) {
        jdbc.sql("update model_migration set left_over = ? where id = ?")
                .params(cases, id)
                .update();
    }

    /** The newest first. */
    List<Begun> of(String process, int atMost) {
        return jdbc.sql("select * from model_migration where process = ? order by id desc limit ?")
                .params(process, atMost)
                .query(Begun.class)
                .list();
    }
}
