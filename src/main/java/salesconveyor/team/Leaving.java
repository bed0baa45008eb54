package salesconveyor.team;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import salesconveyor.acquisition.Leads;
import salesconveyor.development.Developing;
import salesconveyor.engine.CaseOwners;
import salesconveyor.engine.Refused;
import salesconveyor.engine.Staff;
import salesconveyor.people.Role;
import salesconveyor.work.Moves;
import salesconveyor.work.Moving;
import salesconveyor.work.OpenWork;

/** Somebody leaves: all that was theirs goes to a successor or back to the groups, and the login is closed, in one act. */
@Component
@Transactional
public class Leaving {
    /** What was passed on. */
    public record Left(int tasks, int calls, List<String> leads, Set<String> clients) {}

    /** What the cases keep for later tasks, and the role of those tasks. */
    private static final Map<String, Role> OWNERS = Map.of(
            "manager", Role.MANAGERS,
            "accountManager", Role.ACCOUNT_MANAGERS,
            "marketer", Role.MARKETERS,
            "caller", Role.CALLERS);

    private final OpenWork work;
    private final Moving moving;
    private final Leads leads;
    private final Developing developing;
    private final CaseOwners owners;
    private final Absences absences;
    private final TeamActs acts;
    private final Staff staff;
    private final TransactionTemplate nested;

    Leaving(
            OpenWork work,
            Moving moving,
            Leads leads,
            Developing developing,
            CaseOwners owners,
            Absences absences,
            TeamActs acts,
            Staff staff,
            PlatformTransactionManager transactions) {
        this.work = work;
        this.moving = moving;
        this.leads = leads;
        this.developing = developing;
        this.owners = owners;
        this.absences = absences;
        this.acts = acts;
        this.staff = staff;
        // One refusal undoes that one task, and the act goes on.
        nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Passes on what somebody has and closes the login.
     *
     * @param successor gets what fits their roles; the rest, and all of it without one, waits for the groups
     * @param byAdministrator a head of sales cannot close the login of an administrator or another head
     */
    public Left leave(@Nullable String person, @Nullable String successor, String by, boolean byAdministrator) {
        String leaver = checked(person, successor, by, byAdministrator);
        List<String> groups = successor == null ? List.of() : staff.groupsOf(successor);
        int tasks = 0;
        for (OpenWork.Row row : work.of(leaver)) {
            // A task of no group would be nobody's.
            String to = row.role() == null ? (successor == null ? by : successor) : heir(row, successor, groups);
            tasks += move(row, leaver, to, by) ? 1 : 0;
        }
        String caller = fitting(Role.CALLERS, successor, groups);
        List<String> calls = work.promisedBy(leaver);
        calls.forEach(call -> moving.promise(call, caller));
        OWNERS.forEach((variable, role) -> owners.pass(variable, leaver, fitting(role, successor, groups)));
        String manager = fitting(Role.MANAGERS, successor, groups);
        List<String> passedLeads = leads.passOn(leaver, manager);
        Set<String> clients = developing.passOn(leaver, fitting(Role.ACCOUNT_MANAGERS, successor, groups), manager);
        absences.endAll(leaver, by);
        staff.close(leaver);
        acts.add(TeamActs.Kind.LEFT, leaver, successor, told(passedLeads, clients), by);
        return new Left(tasks, calls.size(), passedLeads, clients);
    }

    /** What the successor may not have, such as the approval of an own proposal, goes to the group: the others are passed on. */
    private boolean move(OpenWork.Row row, String leaver, @Nullable String to, String by) {
        try {
            return Boolean.TRUE.equals(
                    nested.execute(status -> moving.move(row.task(), leaver, to, Moves.Reason.LEFT, by)));
        } catch (RuntimeException e) {
            Refused refused = Refused.in(e).orElseThrow(() -> e);
            if (to == null || row.role() == null) {
                throw new Refused(refused.sentence(), refused.arguments());
            }
            return move(row, leaver, null, by);
        }
    }

    private String checked(@Nullable String person, @Nullable String successor, String by, boolean byAdministrator) {
        if (person == null || person.isBlank()) {
            throw new Refused("Please choose who leaves.");
        }
        List<String> groups = staff.groupsOf(person);
        if (groups.isEmpty()) {
            throw new Refused("{0} is not one of our people, or has no role.", person);
        }
        if (person.equals(by)) {
            throw new Refused("You cannot close your own login; ask an administrator.");
        }
        if (!byAdministrator && (groups.contains(Role.ADMINISTRATORS.group()) || groups.contains(Role.HEADS.group()))) {
            throw new Refused("Only an administrator closes the login of an administrator or a head of sales.");
        }
        if (successor != null
                && (successor.equals(person) || staff.groupsOf(successor).isEmpty())) {
            throw new Refused("{0} cannot take over; please choose somebody else.", successor);
        }
        return person;
    }

    /** A call has its hours and is whoever's comes first: it waits for the group. */
    private static @Nullable String heir(OpenWork.Row row, @Nullable String successor, Collection<String> groups) {
        return row.role() == null || row.role().equals(Role.CALLERS.group()) || !groups.contains(row.role())
                ? null
                : successor;
    }

    private static @Nullable String fitting(Role role, @Nullable String successor, Collection<String> groups) {
        return groups.contains(role.group()) ? successor : null;
    }

    private static String told(List<String> leads, Set<String> clients) {
        List<String> all = new ArrayList<>(leads);
        all.addAll(clients);
        return String.join(" ", all);
    }
}
