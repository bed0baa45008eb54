package salesconveyor.line;

import static salesconveyor.people.Role.*;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import salesconveyor.people.Role;

/** Which part of a case's story a role sees: a home worker what the own task needs, who owns the case everything. */
final class StoryRights {
    private static final Set<Role> EVERYTHING = Set.of(MANAGERS, HEADS, ACCOUNT_MANAGERS, ADMINISTRATORS);
    private static final Map<Role, Set<Role>> SEEN = Map.of(
            RESEARCHERS, Set.of(RESEARCHERS),
            CALLERS, Set.of(RESEARCHERS, CALLERS),
            MARKETERS, Set.of(RESEARCHERS, CALLERS, MARKETERS),
            ASSISTANTS, Set.of(RESEARCHERS, CALLERS, MANAGERS, ASSISTANTS, HEADS),
            ACCOUNTANTS, Set.of(ACCOUNTANTS, SHIPPERS),
            SHIPPERS, Set.of(ACCOUNTANTS, SHIPPERS));

    private StoryRights() {}

    /** @param station the group whose work it was; a group that is not ours is seen by those who see everything */
    static boolean sees(Collection<String> viewer, @Nullable String station) {
        return viewer.stream()
                .flatMap(group -> Role.of(group).stream())
                .anyMatch(role -> EVERYTHING.contains(role)
                        || (station != null
                                && Role.of(station)
                                        .filter(of -> SEEN.getOrDefault(role, Set.of())
                                                .contains(of))
                                        .isPresent()));
    }
}
