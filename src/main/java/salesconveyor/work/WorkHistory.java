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

    /**
     * Whether somebody had a task of the case, or could take one.
     *
     * @param role whose free tasks count too; nothing when only the own ones do
     */
    public boolean didOrMayDo(String caseNumber, String worker, @Nullable String role) {
        return jdbc.sql("select count(*) from work w where w.case_number = ? and (w.worker = ? or (w.role = ?"
                                + " and w.ended is null and w.worker is null) or exists (select 1 from work_claim c"
                                + " where c.task = w.task and c.worker = ?))")
                        .params(caseNumber, worker, role == null ? "" : role, worker)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
