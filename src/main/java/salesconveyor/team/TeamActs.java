package salesconveyor.team;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The audit trail of what was decided about people. */
@Component
@Transactional
public class TeamActs {
    /** What was decided. */
    public enum Kind {
        AWAY,
        BACK,
        LEFT
    }

    /**
     * One decision.
     *
     * @param other who stands in or takes over; nobody: the groups
     * @param told the numbers of the leads and clients that were passed on
     */
    public record Act(
            Kind act,
            String person,
            @Nullable String other,
            @Nullable String told,
            String author,
            OffsetDateTime done) {}

    private static final int LONGEST = 4000;

    private final JdbcClient jdbc;
    private final Clock clock;

    TeamActs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Kind act, String person, @Nullable String other, String told, String author) {
        jdbc.sql("insert into team_act (act, person, other, told, author, done) values (?, ?, ?, ?, ?, ?)")
                .params(
                        act.name(),
                        person,
                        other,
                        told.substring(0, Math.min(told.length(), LONGEST)),
                        author,
                        OffsetDateTime.now(clock))
                .update();
    }

    /** The newest first. */
    public List<Act> newest(int atMost) {
        return jdbc.sql("select act, person, other, told, author, done from team_act order by id desc fetch first "
                        + atMost + " rows only")
                .query(Act.class)
                .list();
    }
}
