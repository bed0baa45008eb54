package salesconveyor.team;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Staff;
import salesconveyor.people.Role;
import salesconveyor.work.OpenWork;
import salesconveyor.work.OpenWork.Load;
import salesconveyor.work.Substitutions;
import salesconveyor.work.Substitutions.Substitution;

/** Our people with what they have to do, and what waits for each role. */
@Component
public class Team {
    /**
     * One of our people.
     *
     * @param roles the ids of their groups
     * @param overdue how many of the open tasks are past their due date
     * @param away who is away now or will be, and who stands in; nothing when nobody entered it
     */
    public record Member(
            String login,
            String name,
            List<String> roles,
            int open,
            int overdue,
            @Nullable Substitution away) {}

    /** What waits for somebody of a role. */
    public record Waiting(
            Role role, int open, int overdue, @Nullable OffsetDateTime oldest) {}

    private final Staff staff;
    private final OpenWork work;
    private final Substitutions substitutions;
    private final Clock clock;

    Team(Staff staff, OpenWork work, Substitutions substitutions, Clock clock) {
        this.staff = staff;
        this.work = work;
        this.substitutions = substitutions;
        this.clock = clock;
    }

    /** Everybody who has a role. */
    public List<Member> people() {
        Map<String, Load> loads = byName(work.byPerson());
        Map<String, Substitution> away = substitutions.from(OffsetDateTime.now(clock)).stream()
                .collect(Collectors.toMap(Substitution::person, Function.identity(), (first, later) -> first));
        return staff.all().stream()
                .filter(person -> !person.groups().isEmpty())
                .map(person -> {
                    Load load = loads.get(person.login());
                    return new Member(
                            person.login(),
                            person.name(),
                            person.groups(),
                            load == null ? 0 : load.open(),
                            load == null ? 0 : load.overdue(),
                            away.get(person.login()));
                })
                .toList();
    }

    public List<Waiting> waiting() {
        Map<String, Load> loads = byName(work.byRole());
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.ADMINISTRATORS && role != Role.PROCESS_OWNERS)
                .map(role -> {
                    Load load = loads.get(role.group());
                    return load == null
                            ? new Waiting(role, 0, 0, null)
                            : new Waiting(role, load.open(), load.overdue(), load.oldest());
                })
                .toList();
    }

    private static Map<String, Load> byName(List<Load> loads) {
        return loads.stream().collect(Collectors.toMap(Load::name, Function.identity()));
    }
}
