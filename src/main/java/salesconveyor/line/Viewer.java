package salesconveyor.line;

import java.util.Set;
import salesconveyor.people.Role;

/** Who looks at a case. */
public record Viewer(String login, Set<String> groups) {
    public boolean isHead() {
        return groups.contains(Role.HEADS.group());
    }
}
