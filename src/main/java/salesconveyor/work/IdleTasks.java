package salesconveyor.work;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import salesconveyor.people.WorkingTime;

/**
 * What somebody took and does not work on goes back to the group, in working time, so that others need not wait for it.
 * What the case or a head gave to its owner, and a call that its caller promised, has a rule of its own: {@link GivingBack}.
 */
@Component
class IdleTasks {
    private static final Logger LOG = LoggerFactory.getLogger(IdleTasks.class);

    private record Held(String task, String worker, OffsetDateTime touched) {}

    private static final String IDLE =
            "select task, worker, touched from work where worker is not null and ended is null and taken"
                    + " and role is not null and (promised_by is null or promised_by <> worker) and touched <= ?";

    private final Moving moving;
    private final WorkingTime workingTime;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration idle;

    IdleTasks(
            Moving moving,
            WorkingTime workingTime,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${conveyor.work.idle:PT30M}") Duration idle) {
        this.moving = moving;
        this.workingTime = workingTime;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.idle = idle;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void round() {
        jdbc.sql(IDLE).param(OffsetDateTime.now(clock).minus(idle)).query(Held.class).list().stream()
                .filter(this::isIdle)
                .forEach(this::giveBack);
    }

    /** A night or a weekend is no time in which somebody could have worked on it. */
    private boolean isIdle(Held held) {
        ZonedDateTime since = held.touched().atZoneSameInstant(clock.getZone());
        return !workingTime.after(since, idle).isAfter(ZonedDateTime.now(clock));
    }

    private void giveBack(Held held) {
        try {
            transaction.executeWithoutResult(status -> {
                // Not if a draft came in between.
                boolean still = jdbc.sql(IDLE + " and task = ? for update")
                        .params(held.touched(), held.task())
                        .query(Held.class)
                        .optional()
                        .isPresent();
                if (still && moving.move(held.task(), held.worker(), null, Moves.Reason.IDLE, null)) {
                    LOG.info("Task {} was idle and goes back to its group", held.task());
                }
            });
        } catch (RuntimeException e) {
            // Completed at this very moment, and the next round sees how it stands.
            LOG.debug("Task {} was changed meanwhile", held.task(), e);
        }
    }
}
