package salesconveyor.line.dashboard;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.FailedSteps;

/** Lets all steps run again that failed for the same cause, and keeps who did it. */
@Component
@Transactional
public class Retrying {
    /** Somebody let steps run again. */
    public record Retried(
            String process, String step, String cause, int jobs, String retriedBy, OffsetDateTime retried) {}

    private static final Logger LOG = LoggerFactory.getLogger(Retrying.class);
    private static final int SHOWN = 20;

    private final FailedSteps failed;
    private final JdbcClient jdbc;
    private final Clock clock;

    Retrying(FailedSteps failed, JdbcClient jdbc, Clock clock) {
        this.failed = failed;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return how many steps run again; none when there is no such group any more */
    public int retry(String process, String step, String cause, String person) {
        int jobs = failed.retry(process, step, cause);
        if (jobs > 0) {
            jdbc.sql("insert into incident_retry (process, step, cause, jobs, retried_by, retried)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(process, step, cause, jobs, person, OffsetDateTime.now(clock))
                    .update();
            LOG.info("{} jobs of {} in {} run again", jobs, step, process);
        }
        return jobs;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Retried> newest() {
        return jdbc.sql("select process, step, cause, jobs, retried_by, retried from incident_retry"
                        + " order by id desc limit " + SHOWN)
                .query(Retried.class)
                .list();
    }
}
