package salesconveyor.work;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who moved which task from whom to whom, and why. */
@Component
@Transactional
public class Moves {
    /** Why a task changed hands without being claimed or given back by hand. */
    public enum Reason {
        /** Taken, and not worked on for a while. */
        IDLE,
        /** Owned, and not worked on long after it was due. */
        UNTOUCHED,
        /** A head of sales decided so. */
        REASSIGNED,
        /** Its owner is away. */
        SUBSTITUTED,
        /** Its owner is back. */
        RETURNED,
        /** Its owner has left. */
        LEFT
    }

    /**
     * A move.
     *
     * @param from whose it was; nobody when it waited for the group
     * @param to whose it is now; nobody when it waits for the group
     * @param by nobody when the program did it by its rules
     */
    public record Move(
            String task,
            String station,
            String process,
            @Nullable String role,
            @Nullable String caseNumber,
            @Nullable String from,
            @Nullable String to,
            Reason reason,
            @Nullable String by,
            OffsetDateTime moved) {}

    private static final String SELECT =
            "select task, station, process, role, case_number as caseNumber, moved_from as \"from\","
                    + " moved_to as \"to\", reason, moved_by as \"by\", moved from work_move ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Moves(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String task, @Nullable String from, @Nullable String to, Reason reason, @Nullable String by) {
        jdbc.sql("insert into work_move (task, station, process, role, case_number, moved_from, moved_to, reason,"
                        + " moved_by, moved) select task, station, process, role, case_number, cast(? as varchar(64)),"
                        + " cast(? as varchar(64)), cast(? as varchar(20)), cast(? as varchar(64)),"
                        + " cast(? as timestamp(3) with time zone) from work where task = ?")
                .params(from, to, reason.name(), by, OffsetDateTime.now(clock), task)
                .update();
    }

    /** The moves of a case's tasks, oldest first. */
    public List<Move> of(String caseNumber) {
        return jdbc.sql(SELECT + "where case_number = ? order by id")
                .param(caseNumber)
                .query(Move.class)
                .list();
    }

    /** The newest moves of all, the newest first. */
    public List<Move> newest(int atMost) {
        return jdbc.sql(SELECT + "order by id desc fetch first " + atMost + " rows only")
                .query(Move.class)
                .list();
    }
}
