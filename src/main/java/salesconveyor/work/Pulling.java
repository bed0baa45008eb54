package salesconveyor.work;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import salesconveyor.companies.Companies;
import salesconveyor.engine.ComingTasks;
import salesconveyor.engine.TaskClaims;
import salesconveyor.people.Shifts;

/** A person asks for the next task and gets the best one that nobody else has, by {@link TaskOrder}. */
@Component
public class Pulling {
    private static final Logger LOG = LoggerFactory.getLogger(Pulling.class);

    /** A queue of which nothing can be taken, for a reason that its rows do not tell, is not searched to its end. */
    private static final int MOST_TRIES = 200;

    /**
     * The task that is this person's now.
     *
     * @param company the name; nothing for a task that is about no company
     */
    public record Taken(String task, String name, @Nullable String company) {}

    private final TaskQueue queue;
    private final TaskClaims claims;
    private final ComingTasks coming;
    private final Substitutions substitutions;
    private final Shifts shifts;
    private final WorkLog log;
    private final Companies companies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Pulling(
            TaskQueue queue,
            TaskClaims claims,
            ComingTasks coming,
            Substitutions substitutions,
            Shifts shifts,
            WorkLog log,
            Companies companies,
            TransactionTemplate transaction,
            Clock clock) {
        this.queue = queue;
        this.claims = claims;
        this.coming = coming;
        this.substitutions = substitutions;
        this.shifts = shifts;
        this.log = log;
        this.companies = companies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes the next task for whoever acts on this thread.
     *
     * @param leaving the task on the screen that this person leaves unfinished: it stays theirs, behind all others
     * @return nothing when nothing waits, or the person is away or has a shift at another time
     */
    public Optional<Taken> next(String person, Collection<String> groups, @Nullable String leaving) {
        if (away(person).isPresent() || !onDuty(person)) {
            return Optional.empty();
        }
        if (leaving != null) {
            park(leaving, person);
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        String station = queue.lastStation(person).orElse(null);
        Set<Long> tried = new HashSet<>();
        while (tried.size() < MOST_TRIES) {
            List<OpenTask> best = queue.best(person, groups, station, now, tried).stream()
                    .sorted(new TaskOrder(person, station, now))
                    .toList();
            if (best.isEmpty()) {
                return Optional.empty();
            }
            for (OpenTask task : best) {
                Optional<Taken> taken = take(task, person);
                if (taken.isPresent()) {
                    return taken;
                }
                tried.add(task.id());
            }
        }
        return Optional.empty();
    }

    /** Who is away has nothing to do; somebody stands in. */
    public Optional<Substitutions.Substitution> away(String person) {
        return substitutions.of(person, OffsetDateTime.now(clock));
    }

    /** Whether work is offered to the person now: to whoever has shifts only in one of them. */
    public boolean onDuty(String person) {
        return shifts.onDuty(person, clock.instant());
    }

    /** When the next shift of somebody who is not on duty begins; nothing when none is planned for the next two months. */
    public Optional<OffsetDateTime> nextShift(String person) {
        return shifts.opening(person, clock.instant())
                .map(begin -> begin.atZone(clock.getZone()).toOffsetDateTime());
    }

    /** When somebody in these groups can next take a task, as far as is known: a held one, or a case that waits. */
    public Optional<OffsetDateTime> nextDue(String person, Collection<String> groups) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return Stream.of(
                        queue.opens(person, groups, now),
                        coming.next(groups).map(time -> time.atOffset(now.getOffset())))
                .flatMap(Optional::stream)
                .map(time -> time.isBefore(now) ? now : time)
                .min(OffsetDateTime::compareTo);
    }

    private Optional<Taken> take(OpenTask task, String person) {
        try {
            return Optional.ofNullable(transaction.execute(status -> locked(task, person)));
        } catch (RuntimeException e) {
            // Refused by a guard, or gone: the next one may do.
            LOG.debug("Task {} cannot be taken", task.task(), e);
            forget(task);
            return Optional.empty();
        }
    }

    private void forget(OpenTask task) {
        try {
            if (claims.name(task.task()) == null) {
                log.lost(task.task());
            }
        } catch (RuntimeException e) {
            // Whoever asks for the next one meets it again.
            LOG.debug("Task {} cannot be looked up", task.task(), e);
        }
    }

    /** Its draft may be on its way and hold it: then it is not behind the others, and no reason to refuse the next. */
    private void park(String task, String person) {
        try {
            transaction.executeWithoutResult(status -> queue.park(task, person));
        } catch (RuntimeException e) {
            LOG.debug("Task {} cannot be left", task, e);
        }
    }

    private @Nullable Taken locked(OpenTask task, String person) {
        if (!queue.lock(task, person)) {
            return null;
        }
        if (task.worker() == null) {
            claims.take(task.task(), person);
        } else {
            log.touched(task.task());
        }
        String name = claims.name(task.task());
        if (name == null) {
            throw new IllegalStateException("The engine does not know task " + task.task());
        }
        return new Taken(
                task.task(),
                name,
                Optional.ofNullable(task.companyNumber())
                        .filter(companies::exists)
                        .map(number -> companies.get(number).name())
                        .orElse(null));
    }
}
