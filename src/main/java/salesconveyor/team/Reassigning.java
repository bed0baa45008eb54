package salesconveyor.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Refused;
import salesconveyor.engine.RunningCases;
import salesconveyor.engine.Staff;
import salesconveyor.people.Role;
import salesconveyor.shared.Sentence;
import salesconveyor.shared.Texts;
import salesconveyor.work.Moves;
import salesconveyor.work.Moving;
import salesconveyor.work.OpenWork;

/** Moves many tasks to a person of a fitting role, or back to their groups. */
@Component
public class Reassigning {
    /** How many were moved, and why the others were not. */
    public record Outcome(int moved, List<Sentence> problems) {}

    private final OpenWork work;
    private final Moving moving;
    private final Staff staff;
    private final RunningCases running;
    private final Texts texts;

    Reassigning(OpenWork work, Moving moving, Staff staff, RunningCases running, Texts texts) {
        this.work = work;
        this.moving = moving;
        this.staff = staff;
        this.running = running;
        this.texts = texts;
    }

    /**
     * Each task for itself: one that cannot be moved does not hold up the others.
     *
     * @param to nobody: back to the group
     * @param by who decided it
     */
    public Outcome move(List<String> tasks, @Nullable String to, String by) {
        if (tasks.isEmpty()) {
            throw new Refused("Please tick at least one task.");
        }
        List<String> groups = to == null ? List.of() : staff.groupsOf(to);
        if (to != null && groups.isEmpty()) {
            throw new Refused("{0} is not one of our people, or has no role.", to);
        }
        List<Sentence> problems = new ArrayList<>();
        int moved = 0;
        for (String task : tasks.stream().distinct().toList()) {
            Sentence problem = move(task, to, groups, by);
            if (problem == null) {
                moved++;
            } else {
                problems.add(problem);
            }
        }
        return new Outcome(moved, problems);
    }

    private @Nullable Sentence move(String task, @Nullable String to, List<String> groups, String by) {
        OpenWork.Row row = work.find(task).orElse(null);
        if (row == null) {
            return new Sentence("One of the tasks has ended meanwhile.");
        }
        String name = running.name(row.process(), row.station());
        if (Objects.equals(row.worker(), to)) {
            return new Sentence("{0} is there already.", name);
        }
        if (to != null && (row.role() == null || !groups.contains(row.role()))) {
            String role = row.role() == null
                    ? "-"
                    : Role.of(row.role()).map(Role::title).orElse(row.role());
            return new Sentence(
                    "{0} cannot get {1}: this work is for the role {2}. Choose somebody who has it.",
                    to, name, texts.say(role));
        }
        try {
            return moving.move(task, row.worker(), to, Moves.Reason.REASSIGNED, by)
                    ? null
                    : new Sentence("One of the tasks has ended meanwhile.");
        } catch (RuntimeException e) {
            return Refused.in(e)
                    .map(refused -> new Sentence(refused.sentence(), refused.arguments()))
                    .orElseGet(() -> new Sentence("{0} was changed meanwhile; please look again.", name));
        }
    }
}
