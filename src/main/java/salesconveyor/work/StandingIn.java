package salesconveyor.work;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Staff;
import salesconveyor.people.Role;
import salesconveyor.work.Moves.Reason;
import salesconveyor.work.OpenWork.Row;
import salesconveyor.work.Substitutions.Substitution;

/**
 * While somebody is away, their owned tasks and promised calls are the substitute's, also those that come meanwhile; for
 * which the substitute has no role they wait for the group. What the substitute has not begun by the end comes back.
 */
@Component
public class StandingIn {
    private static final Logger LOG = LoggerFactory.getLogger(StandingIn.class);

    private record Given(String task, @Nullable String role) {}

    private final Substitutions substitutions;
    private final OpenWork work;
    private final Moving moving;
    private final Staff staff;
    private final JdbcClient jdbc;
    private final Clock clock;

    StandingIn(Substitutions substitutions, OpenWork work, Moving moving, Staff staff, JdbcClient jdbc, Clock clock) {
        this.substitutions = substitutions;
        this.work = work;
        this.moving = moving;
        this.staff = staff;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    public void round() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (Substitution absence : substitutions.open(now)) {
            if (absence.awayUntil().isAfter(now)) {
                handOver(absence);
            } else {
                bringBack(absence);
                substitutions.close(absence.id());
            }
        }
    }

    private void handOver(Substitution absence) {
        List<String> groups = staff.groupsOf(absence.substitute());
        for (Row row : work.of(absence.person())) {
            // What was taken and not finished goes back to the group by the rule for idle tasks.
            if (!row.taken() && row.role() != null) {
                move(
                        row.task(),
                        absence.person(),
                        groups.contains(row.role()) ? absence.substitute() : null,
                        Reason.SUBSTITUTED);
            }
        }
        String caller = groups.contains(Role.CALLERS.group()) ? absence.substitute() : null;
        work.promisedBy(absence.person()).forEach(call -> moving.promise(call, caller));
    }

    private void bringBack(Substitution absence) {
        List<String> groups = staff.groupsOf(absence.person());
        jdbc
                .sql("select w.task, w.role from work w join work_move m on m.task = w.task where w.worker = ?"
                        + " and w.ended is null and w.touched is null and m.reason = 'SUBSTITUTED' and m.moved_from = ?"
                        + " and m.id = (select max(last.id) from work_move last where last.task = w.task)")
                .params(absence.substitute(), absence.person())
                .query((row, n) -> new Given(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .filter(given -> groups.contains(given.role())) // Nothing for somebody who has left meanwhile.
                .forEach(given -> move(given.task(), absence.substitute(), absence.person(), Reason.RETURNED));
    }

    private void move(String task, String from, @Nullable String to, Reason reason) {
        try {
            moving.move(task, from, to, reason, null);
        } catch (RuntimeException e) {
            // Completed or taken at this very moment, or a call outside the calling hours: the next round sees.
            LOG.debug("Task {} stays where it is", task, e);
        }
    }
}
