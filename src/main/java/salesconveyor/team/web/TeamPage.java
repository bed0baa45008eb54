package salesconveyor.team.web;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import salesconveyor.engine.RunningCases;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;
import salesconveyor.team.Team;
import salesconveyor.team.TeamActs;
import salesconveyor.work.Moves;
import salesconveyor.work.OpenWork;
import salesconveyor.work.Substitutions;

/** Who has which tasks; the forms on it are {@link TeamForms}. */
@Controller
class TeamPage {
    private static final int AT_MOST = 200;
    private static final int NEWEST = 15;

    /** An open task as it is shown. @param age since it was offered, like {@code 3 d} or {@code 5 h} */
    record Line(OpenWork.Row row, String name, String role, String age, boolean overdue) {}

    record Moved(Moves.Move move, String name) {}

    private final Team team;
    private final OpenWork work;
    private final Substitutions substitutions;
    private final Moves moves;
    private final TeamActs acts;
    private final RunningCases running;
    private final Texts texts;
    private final Clock clock;

    TeamPage(
            Team team,
            OpenWork work,
            Substitutions substitutions,
            Moves moves,
            TeamActs acts,
            RunningCases running,
            Texts texts,
            Clock clock) {
        this.team = team;
        this.work = work;
        this.substitutions = substitutions;
        this.moves = moves;
        this.acts = acts;
        this.running = running;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/pages/team")
    String page(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String role,
            Model model,
            Locale language) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Map<String, String> names = new HashMap<>();
        List<OpenWork.Row> rows = work.tasks(TeamApi.filled(person), TeamApi.filled(role), AT_MOST + 1);
        model.addAttribute("people", team.people());
        model.addAttribute("waiting", team.waiting());
        model.addAttribute("titles", titles(language));
        model.addAttribute("person", person);
        model.addAttribute("role", role);
        model.addAttribute("more", rows.size() > AT_MOST);
        model.addAttribute("atMost", AT_MOST);
        model.addAttribute(
                "tasks",
                rows.stream()
                        .limit(AT_MOST)
                        .map(row -> new Line(
                                row,
                                name(row.process(), row.station(), names),
                                title(row.role(), language),
                                age(row.offered(), now, language),
                                row.isOverdue(now)))
                        .toList());
        model.addAttribute("absences", substitutions.from(now));
        model.addAttribute(
                "moves",
                moves.newest(NEWEST).stream()
                        .map(move -> new Moved(move, name(move.process(), move.station(), names)))
                        .toList());
        model.addAttribute("acts", acts.newest(NEWEST));
        return "team";
    }

    private String name(String process, String station, Map<String, String> known) {
        return known.computeIfAbsent(process + "/" + station, key -> running.name(process, station));
    }

    private Map<String, String> titles(Locale language) {
        Map<String, String> titles = new HashMap<>();
        for (Role role : Role.values()) {
            titles.put(role.group(), texts.say(language, role.title()));
        }
        return titles;
    }

    private String title(@Nullable String group, Locale language) {
        return group == null
                ? ""
                : Role.of(group).map(role -> texts.say(language, role.title())).orElse(group);
    }

    private String age(OffsetDateTime since, OffsetDateTime now, Locale language) {
        Duration age = Duration.between(since, now);
        return age.toDays() > 0
                ? texts.say(language, "{0} d", age.toDays())
                : age.toHours() > 0
                        ? texts.say(language, "{0} h", age.toHours())
                        : texts.say(language, "{0} min", age.toMinutes());
    }
}
