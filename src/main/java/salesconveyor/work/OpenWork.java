package salesconveyor.work;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tasks that nobody has completed yet, by person and by role. */
@Component
@Transactional(readOnly = true)
public class OpenWork {
    /**
     * An open task.
     *
     * @param company its name; nothing for a task that is about no company
     * @param worker whose it is; nobody while it waits for its role
     * @param taken its worker took it; else the case or a head gave it
     */
    public record Row(
            String task,
            String station,
            String process,
            @Nullable String role,
            @Nullable String caseNumber,
            @Nullable String company,
            @Nullable String worker,
            boolean taken,
            int priority,
            @Nullable OffsetDateTime due,
            OffsetDateTime offered) {
        public boolean isOverdue(OffsetDateTime now) {
            return due != null && due.isBefore(now);
        }
    }

    /** How much a person has, or waits for a role. */
    public record Load(String name, int open, int overdue, OffsetDateTime oldest) {}

    private static final String SELECT = "select w.task, w.station, w.process, w.role, w.case_number as caseNumber,"
            + " c.name as company, w.worker, w.taken, w.priority, w.due, w.offered"
            + " from work w left join company c on c.number = w.company_number where w.ended is null ";

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenWork(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Open tasks, those that are due first before others.
     *
     * @param worker whose; of anybody and nobody when null
     * @param role of which role; of all when null
     */
    public List<Row> tasks(@Nullable String worker, @Nullable String role, int atMost) {
        return jdbc.sql(SELECT + "and (cast(:worker as varchar(64)) is null or w.worker = :worker)"
                        + " and (cast(:role as varchar(64)) is null or w.role = :role)"
                        + " order by case when w.due is null then 1 else 0 end, w.due, w.id fetch first " + atMost
                        + " rows only")
                .param("worker", worker)
                .param("role", role)
                .query(Row.class)
                .list();
    }

    /** The tasks that this person has, owned or taken. */
    public List<Row> of(String worker) {
        return jdbc.sql(SELECT + "and w.worker = ? order by w.due, w.id")
                .param(worker)
                .query(Row.class)
                .list();
    }

    /** Nothing when it has ended. */
    public Optional<Row> find(String task) {
        return jdbc.sql(SELECT + "and w.task = ?").param(task).query(Row.class).optional();
    }

    /** The calls that this person promised and that wait to be taken now. */
    public List<String> promisedBy(String person) {
        return jdbc.sql("select task from work where promised_by = ? and ended is null and worker is null")
                .param(person)
                .query(String.class)
                .list();
    }

    public List<Load> byPerson() {
        return load("worker");
    }

    /** What waits for somebody of a role. */
    public List<Load> byRole() {
        return load("queue");
    }

    private List<Load> load(String column) {
        return jdbc.sql("select " + column
                        + " as name, count(*) as open, sum(case when due < ? then 1 else 0 end) as overdue,"
                        + " min(offered) as oldest from work where ended is null and " + column
                        + " is not null group by "
                        + column + " order by " + column)
                .param(OffsetDateTime.now(clock))
                .query(Load.class)
                .list();
    }
}
