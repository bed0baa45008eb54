package salesconveyor.work;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was done for a case. */
@Component
@Transactional(readOnly = true)
public class WorkHistory {
    /** A task that somebody completed. */
    public record Done(
            String process,
            String station,
            @Nullable String role,
            @Nullable String worker,
            @Nullable String outcome,
            OffsetDateTime ended) {}

    private final JdbcClient jdbc;

    WorkHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The completed tasks of a case, in order. */
    public List<Done> of(String caseNumber) {
        return jdbc.sql("select process, station, role, worker, outcome, ended from work"
                        + " where case_number = ? and completed order by ended, id")
                .param(caseNumber)
                .query(Done.class)
                .list();
    }
}
