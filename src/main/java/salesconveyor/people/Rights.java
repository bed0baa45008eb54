package salesconveyor.people;

import static salesconveyor.people.Role.*;

import java.util.List;

/**
 * The role matrix: which role may do what beyond its own tasks, whose rights the engine gives by the candidate group.
 *
 * @param resource the engine's resource; {@code id} is a process or an application, {@code *} for all
 */
public record Rights(Role role, Resource resource, String id, List<String> permissions) {
    public enum Resource {
        APPLICATION,
        PROCESS_DEFINITION,
        PROCESS_INSTANCE,
        DECISION_DEFINITION,
        DECISION_REQUIREMENTS_DEFINITION,
        DEPLOYMENT,
        TASK,
        USER,
        GROUP
    }

    /** Every row that is granted; what is not here is refused. Administrators get the engine's own full rights. */
    public static final List<Rights> MATRIX = rows();

    private static List<Rights> rows() {
        var rows = new java.util.ArrayList<Rights>();
        for (Role role : Role.values()) {
            if (role != ADMINISTRATORS && role != PROCESS_OWNERS) {
                rows.add(new Rights(role, Resource.APPLICATION, "tasklist", List.of("ACCESS")));
                rows.add(new Rights(role, Resource.PROCESS_DEFINITION, "*", List.of("READ")));
            }
        }
        start(rows, MARKETERS, "importLeads", "salesConveyor", "sendMailing");
        start(rows, HEADS, "salesConveyor");
        // The telephone rings at their desks: a call of a new company must not get lost on a slip of paper.
        start(rows, CALLERS, "salesConveyor");
        start(rows, ACCOUNTANTS, "importStatement");
        rows.addAll(List.of(
                new Rights(PROCESS_OWNERS, Resource.APPLICATION, "tasklist", List.of("ACCESS")),
                new Rights(PROCESS_OWNERS, Resource.APPLICATION, "cockpit", List.of("ACCESS")),
                new Rights(PROCESS_OWNERS, Resource.DEPLOYMENT, "*", List.of("CREATE", "READ")),
                new Rights(
                        PROCESS_OWNERS,
                        Resource.PROCESS_DEFINITION,
                        "*",
                        List.of("READ", "READ_INSTANCE", "READ_HISTORY", "RETRY_JOB")),
                new Rights(PROCESS_OWNERS, Resource.DECISION_DEFINITION, "*", List.of("READ", "READ_HISTORY")),
                new Rights(PROCESS_OWNERS, Resource.DECISION_REQUIREMENTS_DEFINITION, "*", List.of("READ"))));
        return List.copyOf(rows);
    }

    private static void start(List<Rights> rows, Role role, String... processes) {
        for (String process : processes) {
            rows.add(new Rights(role, Resource.PROCESS_DEFINITION, process, List.of("READ", "CREATE_INSTANCE")));
            rows.add(new Rights(role, Resource.PROCESS_INSTANCE, "*", List.of("CREATE")));
        }
    }
}
