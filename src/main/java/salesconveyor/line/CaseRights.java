package salesconveyor.line;

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
        if (viewer.isHead() || is(viewer, Role.ADMINISTRATORS)) {
            return Sight.STORY;
        }
        if (is(viewer, Role.MANAGERS) || is(viewer, Role.ACCOUNT_MANAGERS)) {
            return isTheirs(viewer, file) ? Sight.STORY : Sight.HEAD;
        }
        if (STATIONS.stream().anyMatch(role -> is(viewer, role))) {
            return Sight.STORY;
        }
        return is(viewer, Role.RESEARCHERS) && work.didOrMayDo(file.number(), viewer.login(), Role.RESEARCHERS.group())
                ? Sight.STORY
                : Sight.NOTHING;
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
