package salesconveyor.people;

import static salesconveyor.people.Role.ACCOUNTANTS;
import static salesconveyor.people.Role.ACCOUNT_MANAGERS;
import static salesconveyor.people.Role.ASSISTANTS;
import static salesconveyor.people.Role.CALLERS;
import static salesconveyor.people.Role.HEADS;
import static salesconveyor.people.Role.MANAGERS;
import static salesconveyor.people.Role.MARKETERS;
import static salesconveyor.people.Role.PROCESS_OWNERS;
import static salesconveyor.people.Role.SHIPPERS;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The role matrix of our own endpoints: who may open which path under {@code /api} and {@code /pages}. What is not
 * here is refused; a row without roles is for administrators.
 *
 * @param pattern a path pattern of Spring
 */
public record Paths(String pattern, List<Role> roles) {
    /** Everybody but the process owners, whose work is with models and not with clients. */
    private static final Role[] SEARCHING =
            Stream.of(Role.values()).filter(role -> role != PROCESS_OWNERS).toArray(Role[]::new);

    public static final List<Paths> MATRIX = List.of(
            path("/api/lists/**", MARKETERS, HEADS),
            path("/pages/lists", MARKETERS, HEADS),
            path("/api/spend/**", MARKETERS, HEADS),
            path("/pages/spend/**", MARKETERS, HEADS),
            path("/pages/money", HEADS),
            path("/pages/rates/**", HEADS),
            path("/pages/what-if", HEADS),
            // Everybody sees the own pay; the page itself shows that of others to heads alone.
            path("/pages/pay/terms/**", HEADS),
            path("/pages/pay", Role.values()),
            path("/api/pay.csv", HEADS),
            // For the start form of whoever takes a call: one sentence on the company that is typed in.
            path("/api/known-companies", MARKETERS, HEADS, CALLERS),
            path("/api/campaigns/**", MARKETERS, HEADS),
            path("/api/catalogue/products", ASSISTANTS, MANAGERS, HEADS),
            path("/api/proposals/**", MANAGERS, ASSISTANTS, HEADS),
            path("/pages/proposals/**", MANAGERS, ASSISTANTS, HEADS),
            path("/api/invoices/*/send", ACCOUNTANTS, HEADS),
            path("/api/closing-papers/*/send", ACCOUNTANTS, HEADS),
            path("/api/shipments/*/send", ACCOUNTANTS, HEADS, SHIPPERS),
            path("/api/closing-papers/**", ACCOUNTANTS, HEADS, MANAGERS, ACCOUNT_MANAGERS, SHIPPERS),
            path("/pages/invoices", ACCOUNTANTS, HEADS),
            path("/api/disputes/*", ACCOUNTANTS, HEADS),
            path("/api/invoices/**", ACCOUNTANTS, HEADS, MANAGERS, ACCOUNT_MANAGERS, SHIPPERS),
            path("/api/statements/**", ACCOUNTANTS),
            path("/api/receivables", ACCOUNTANTS),
            path("/api/shipments/**", SHIPPERS, MANAGERS, HEADS, ACCOUNTANTS),
            path("/api/satisfaction", HEADS, ACCOUNT_MANAGERS),
            path("/pages/satisfaction", HEADS, ACCOUNT_MANAGERS),
            // Whose task it is sees its case; the case itself asks who owns it.
            path("/api/tasks/*/case", Role.values()),
            path("/api/tasks/next", Role.values()),
            // Each answers for the tasks that the person who asks may see, a draft for one's own alone.
            path("/api/tasks/*/draft", Role.values()),
            path("/api/tasks/cards", Role.values()),
            // Whoever searches; what is found, and how much of it is told, asks the role.
            path("/api/search", SEARCHING),
            path("/api/cases/*", SEARCHING),
            path("/api/cases/**", HEADS, MANAGERS, ACCOUNT_MANAGERS),
            path("/pages/campaigns", MARKETERS, HEADS),
            path("/api/sieve/calibration", HEADS, PROCESS_OWNERS),
            path("/pages/sieve", HEADS, PROCESS_OWNERS),
            path("/api/models/**", PROCESS_OWNERS),
            path("/pages/models/**", PROCESS_OWNERS),
            // Figures about our own people are for those who lead them.
            path("/api/conveyor/people", HEADS),
            path("/api/conveyor/incidents/**", PROCESS_OWNERS),
            // Of ended cases the API tells process owners neither company nor owner.
            path("/api/conveyor/**", HEADS, PROCESS_OWNERS),
            path("/pages/conveyor", HEADS, PROCESS_OWNERS),
            path("/api/companies/*/erase"),
            path("/pages/erasing"),
            path("/pages/cases", HEADS),
            path("/api/team/**", HEADS),
            path("/pages/team/**", HEADS),
            path("/pages/setup/**"));

    private static Paths path(String pattern, Role... roles) {
        return new Paths(pattern, List.of(roles));
    }

    /** Whether somebody of these groups may open a path; the first row that is about it decides, as it does at the door. */
    public static boolean opens(Collection<String> groups, String path) {
        PathContainer parts = PathContainer.parsePath(path);
        return MATRIX.stream()
                .filter(row ->
                        PathPatternParser.defaultInstance.parse(row.pattern()).matches(parts))
                .findFirst()
                .filter(row -> Stream.of(row.groups()).anyMatch(groups::contains))
                .isPresent();
    }

    /** The groups that may, administrators among them. */
    public String[] groups() {
        return Stream.concat(roles.stream(), Stream.of(Role.ADMINISTRATORS))
                .map(Role::group)
                .distinct()
                .toArray(String[]::new);
    }
}
