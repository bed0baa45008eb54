package salesconveyor.work;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the queues of the work table. Each of the ways in which a task can be the best one has an index, so that the
 * first rows of each are enough for {@link TaskOrder}, however long the queue is.
 */
@Component
class TaskQueue {
    /** A way to be the best task: what it asks for, and which of those come first. */
    private enum Way {
        PROMISED("promised <= :now", "case when promised_by = :person then 0 else 1 end, promised"),
        OVERDUE("due <= :now", "due"),
        SAME_STATION("station = :station", "priority desc, worth desc, offered"),
        USUAL("1 = 1", "priority desc, worth desc, offered");

        private final String condition;
        private final String order;

        Way(String condition, String order) {
            this.condition = condition;
            this.order = order;
        }
    }

    /** More than people who pull at once, so that one look is enough for each of them. */
    private static final int FIRST = 12;

    // Named as the record names them: a column that is looked for in vain costs an exception.
    private static final String SELECT = "select id, task, station, company_number as companyNumber, worker, priority,"
            + " worth, offered, due, promised, promised_by as promisedBy, touched, parked from work where ";

    /** A promised call is its caller's own for a while. */
    private static final String FREE =
            " and (held_until is null or held_until <= :now or promised_by is null or promised_by = :person)"
                    + " and (not_before is null or not_before <= :now)";

    private final JdbcClient jdbc;

    TaskQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param groups whose queues this person may take from */
    Set<OpenTask> best(
            String person,
            Collection<String> groups,
            @Nullable String station,
            OffsetDateTime now,
            Collection<Long> but) {
        Set<OpenTask> best =
                new LinkedHashSet<>(jdbc.sql(SELECT + "worker = :person and ended is null and id not in (:but)"
                                + " and (touched is not null or not_before is null or not_before <= :now)")
                        .param("person", person)
                        .param("now", now)
                        .param("but", listed(but))
                        .query(OpenTask.class)
                        .list());
        for (String group : groups) {
            for (Way way : Way.values()) {
                best.addAll(jdbc.sql(SELECT + "queue = :group and " + way.condition + FREE
                                + " and id not in (:but) order by " + way.order + " fetch first " + FIRST
                                + " rows only")
                        .param("group", group)
                        .param("person", person)
                        .param("station", station)
                        .param("now", now)
                        .param("but", listed(but))
                        .query(OpenTask.class)
                        .list());
            }
        }
        return best;
    }

    /** The station of the task that this person completed last. */
    Optional<String> lastStation(String person) {
        return jdbc.sql(
                        "select station from work where worker = ? and completed order by ended desc fetch first 1 rows only")
                .param(person)
                .query(String.class)
                .optional();
    }

    /** Nobody else gets this task until the transaction ends. @return false if somebody else has it, or is about to */
    boolean lock(OpenTask task, String person) {
        // One row by its key: H2 locks what it looks at before it sorts and counts, and would hide the whole queue.
        return jdbc.sql("select id from work where id = ? and ended is null and (queue is not null or worker = ?)"
                        + " for update skip locked")
                .params(task.id(), person)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** When the first of the tasks that wait, but not for this person now, can be taken. */
    Optional<OffsetDateTime> opens(String person, Collection<String> groups, OffsetDateTime now) {
        return jdbc.sql("select case when not_before > :now then not_before else held_until end as opens from work"
                        + " where ended is null and (queue in (:groups) and (not_before > :now or held_until > :now)"
                        + " or worker = :person and not_before > :now) order by opens fetch first 1 rows only")
                .param("groups", groups.isEmpty() ? List.of("") : groups)
                .param("person", person)
                .param("now", now)
                .query(OffsetDateTime.class)
                .optional();
    }

    /** Its worker leaves it for another one. */
    void park(String task, String person) {
        jdbc.sql(
                        "update work set parked = true where task = ? and worker = ? and touched is not null and ended is null")
                .params(task, person)
                .update();
    }

    private static Collection<Long> listed(Collection<Long> ids) {
        return ids.isEmpty() ? List.of(-1L) : ids;
    }
}
