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

    private record Given(
            String task,
            @Nullable String role,
            @Nullable String worker,
            @Nullable String promiser) {}

    /** What was handed over in this absence and is not in other hands since. */
    private static final String GIVEN = "select w.task, w.role, w.worker, w.promised_by as promiser from work w"
            + " join work_move m on m.task = w.task where w.ended is null and m.reason = 'SUBSTITUTED'"
            + " and m.moved_from = :person and m.moved <= :until and ";

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
            } else if (bringBack(absence)) {
                substitutions.close(absence.id());
            }
        }
    }

    private void handOver(Substitution absence) {
        List<String> groups = staff.groupsOf(absence.substitute());
        for (Row row : work.of(absence.person())) {
            // What was taken and not finished goes back to the group by the rule for idle tasks.
            if (!row.taken() && row.role() != null) {
                String to = groups.contains(row.role()) ? absence.substitute() : null;
                tried(row.task(), () -> moving.move(row.task(), absence.person(), to, Reason.SUBSTITUTED, null));
            }
        }
        String caller = groups.contains(Role.CALLERS.group()) ? absence.substitute() : null;
        work.promisedBy(absence.person())
                .forEach(call ->
                        tried(call, () -> moving.movePromise(call, absence.person(), caller, Reason.SUBSTITUTED)));
    }

    /** @return false when something could not be given back at this moment */
    private boolean bringBack(Substitution absence) {
        List<String> groups = staff.groupsOf(absence.person());
        boolean all = true;
        for (Given task : given(
                "w.worker = :substitute and w.touched is null and m.id = (select max(last.id)"
                        + " from work_move last where last.task = w.task)",
                absence)) {
            // Nothing for somebody who has left meanwhile.
            if (groups.contains(task.role())) {
                all &= tried(
                        task.task(),
                        () -> moving.move(task.task(), task.worker(), absence.person(), Reason.RETURNED, null));
            }
        }
        if (groups.contains(Role.CALLERS.group())) {
            for (Given call : given(
                    "w.worker is null and w.promised is not null"
                            + " and coalesce(w.promised_by, '') = coalesce(m.moved_to, '')"
                            // Whoever took it meanwhile and left it untouched has changed nothing about the promise.
                            + " and m.id = (select max(last.id) from work_move last where last.task = w.task"
                            + " and last.reason not in ('IDLE', 'UNTOUCHED'))",
                    absence)) {
                all &= tried(
                        call.task(),
                        () -> moving.movePromise(call.task(), call.promiser(), absence.person(), Reason.RETURNED));
            }
        }
        return all;
    }

    private List<Given> given(String condition, Substitution absence) {
        return jdbc.sql(GIVEN + condition)
                .param("person", absence.person())
                .param("substitute", absence.substitute())
                .param("until", absence.awayUntil())
                .query(Given.class)
                .list();
    }

    /** @return false when it is to be tried again: what is in other hands meanwhile is not */
    private static boolean tried(String task, Runnable move) {
        try {
            move.run();
            return true;
        } catch (RuntimeException e) {
            // Completed or taken at this very moment, or refused by a listener of the model: the next round sees.
            LOG.debug("Task {} stays where it is", task, e);
            return false;
        }
    }
}
