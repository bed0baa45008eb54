package salesconveyor.line;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.development.Developing;
import salesconveyor.people.Role;
import salesconveyor.work.WorkHistory;

/**
 * Which cases somebody finds and reads without having a task of them. A home worker in research those of the own work
 * alone; managers find every company, so that no two call the same one, and read what is theirs or nobody's.
 */
@Component
@Transactional(readOnly = true)
class CaseRights {
    /** What of a case somebody learns. */
    enum Sight {
        NOTHING,
        /** That it is there, in which stage, and whose it is. */
        HEAD,
        /** What {@link StoryRights} tells the own role. */
        STORY
    }

    /** They see what their station needs of any case; the telephone rings at callers' desks. */
    private static final Set<Role> STATIONS =
            Set.of(Role.CALLERS, Role.ASSISTANTS, Role.ACCOUNTANTS, Role.SHIPPERS, Role.MARKETERS);

    /** They have clients of their own, and read everything of those. */
    private static final Set<Role> OWNING = Set.of(Role.MANAGERS, Role.ACCOUNT_MANAGERS);

    private final WorkHistory work;
    private final Developing developing;

    CaseRights(WorkHistory work, Developing developing) {
        this.work = work;
        this.developing = developing;
    }

    /** Whoever is no home worker in research may know of a company that has no case. */
    boolean findsEveryCompany(Viewer viewer) {
        return viewer.groups().stream()
                .flatMap(group -> Role.of(group).stream())
                .anyMatch(role -> role != Role.RESEARCHERS && role != Role.PROCESS_OWNERS);
    }

    Sight sight(Viewer viewer, CaseFile file) {
        if (readsAll(viewer)
                || STATIONS.stream().anyMatch(role -> is(viewer, role))
                || (isOwning(viewer) && isTheirs(viewer, file))
                || (is(viewer, Role.RESEARCHERS)
                        && work.didOrMayDo(file.number(), viewer.login(), Role.RESEARCHERS.group()))) {
            return Sight.STORY;
        }
        return isOwning(viewer) ? Sight.HEAD : Sight.NOTHING;
    }

    /** As whom somebody reads the story: a manager with another role besides reads a colleague's case by that role alone. */
    Viewer reader(Viewer viewer, CaseFile file) {
        if (readsAll(viewer) || !isOwning(viewer) || isTheirs(viewer, file)) {
            return viewer;
        }
        Set<String> others = new HashSet<>(viewer.groups());
        OWNING.forEach(role -> others.remove(role.group()));
        return new Viewer(viewer.login(), others);
    }

    private static boolean readsAll(Viewer viewer) {
        return viewer.isHead() || is(viewer, Role.ADMINISTRATORS);
    }

    private static boolean isOwning(Viewer viewer) {
        return OWNING.stream().anyMatch(role -> is(viewer, role));
    }

    private boolean isTheirs(Viewer viewer, CaseFile file) {
        return file.owner() == null
                || file.owner().equals(viewer.login())
                || developing
                        .accountManager(file.companyNumber())
                        .filter(viewer.login()::equals)
                        .isPresent()
                || work.didOrMayDo(file.number(), viewer.login(), null);
    }

    private static boolean is(Viewer viewer, Role role) {
        return viewer.groups().contains(role.group());
    }
}
