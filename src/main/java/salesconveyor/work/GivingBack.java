package salesconveyor.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Identities;
import salesconveyor.engine.OwnedTasks;
import salesconveyor.engine.OwnedTasks.Owned;
import salesconveyor.people.Role;
import salesconveyor.people.WorkingTime;

/** Work that nobody touches goes back to its group: after a time past its due date, at once when its owner has left. */
@Component
class GivingBack {
    private static final Logger LOG = LoggerFactory.getLogger(GivingBack.class);

    private final OwnedTasks tasks;
    private final Moving moving;
    private final WorkLog log;
    private final Identities identities;
    private final WorkingTime workingTime;
    private final Clock clock;
    private final Duration untouched;

    GivingBack(
            OwnedTasks tasks,
            Moving moving,
            WorkLog log,
            Identities identities,
            WorkingTime workingTime,
            Clock clock,
            @Value("${conveyor.work.untouched:PT18H}") Duration untouched) {
        this.tasks = tasks;
        this.moving = moving;
        this.log = log;
        this.identities = identities;
        this.workingTime = workingTime;
        this.clock = clock;
        this.untouched = untouched;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void round() {
        tasks.all().stream().filter(owned -> !owned.groups().isEmpty()).forEach(this::judge);
    }

    private void judge(Owned owned) {
        if (hasLeft(owned)) {
            giveBack(owned, Moves.Reason.LEFT);
        } else if (isUntouched(owned.touched().toInstant())
                && log.touched(owned.task(), owned.owner())
                        .filter(touched -> !isUntouched(touched.toInstant()))
                        .isEmpty()) {
            giveBack(owned, Moves.Reason.UNTOUCHED);
        }
    }

    private void giveBack(Owned owned, Moves.Reason reason) {
        try {
            if (!moving.move(owned.task(), owned.owner(), null, reason, null)) {
                return;
            }
            LOG.info("Task {} goes back to {}", owned.task(), owned.groups());
        } catch (RuntimeException e) {
            // Somebody completed or claimed it at this very moment, and the next round sees how it stands.
            LOG.debug("Task {} was changed meanwhile", owned.task(), e);
        }
    }

    private boolean hasLeft(Owned owned) {
        return !identities.isMember(owned.owner(), Role.ADMINISTRATORS.group())
                && owned.groups().stream().noneMatch(group -> identities.isMember(owned.owner(), group));
    }

    /** In working time: a weekend is no time in which somebody could have touched it. */
    private boolean isUntouched(Instant touched) {
        ZonedDateTime since = touched.atZone(clock.getZone());
        return workingTime.after(since, untouched).isBefore(ZonedDateTime.now(clock));
    }
}
