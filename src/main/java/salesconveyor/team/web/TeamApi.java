package salesconveyor.team.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.engine.Refused;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;
import salesconveyor.team.Absences;
import salesconveyor.team.Leaving;
import salesconveyor.team.Reassigning;
import salesconveyor.team.Team;
import salesconveyor.team.TeamActs;
import salesconveyor.work.Moves;
import salesconveyor.work.OpenWork;
import salesconveyor.work.StandingIn;

/** The work of our people for heads of sales and administrators, as JSON. */
@RestController
class TeamApi {
    private static final int AT_MOST = 500;

    record Everybody(List<Team.Member> people, List<Team.Waiting> waiting) {}

    /** @param to nobody: back to the groups */
    record Moved(@Nullable List<String> tasks, @Nullable String to) {}

    record Told(int moved, List<String> problems) {}

    /** Days like 2026-12-24, the last one included. */
    record Away(
            @Nullable String person,
            @Nullable String substitute,
            @Nullable String from,
            @Nullable String until) {}

    record Leaver(@Nullable String person, @Nullable String to) {}

    record Trail(List<Moves.Move> moves, List<TeamActs.Act> acts) {}

    private final Team team;
    private final OpenWork work;
    private final Reassigning reassigning;
    private final Absences absences;
    private final StandingIn standingIn;
    private final Leaving leaving;
    private final Moves moves;
    private final TeamActs acts;
    private final Texts texts;

    TeamApi(
            Team team,
            OpenWork work,
            Reassigning reassigning,
            Absences absences,
            StandingIn standingIn,
            Leaving leaving,
            Moves moves,
            TeamActs acts,
            Texts texts) {
        this.team = team;
        this.work = work;
        this.reassigning = reassigning;
        this.absences = absences;
        this.standingIn = standingIn;
        this.leaving = leaving;
        this.moves = moves;
        this.acts = acts;
        this.texts = texts;
    }

    @GetMapping("/api/team")
    Everybody everybody() {
        return new Everybody(team.people(), team.waiting());
    }

    @GetMapping("/api/team/tasks")
    List<OpenWork.Row> tasks(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String role) {
        return work.tasks(person, role, AT_MOST);
    }

    @PostMapping("/api/team/tasks/move")
    Told move(@RequestBody Moved asked, Authentication login, Locale language) {
        var outcome = reassigning.move(
                asked.tasks() == null ? List.of() : asked.tasks(), filled(asked.to()), login.getName());
        return new Told(
                outcome.moved(),
                outcome.problems().stream()
                        .map(problem -> problem.in(language, texts))
                        .toList());
    }

    @PostMapping("/api/team/substitutes")
    ResponseEntity<Void> away(@RequestBody Away asked, Authentication login) {
        absences.name(asked.person(), asked.substitute(), asked.from(), asked.until(), login.getName());
        standingIn.round();
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/team/substitutes/{id}/end")
    ResponseEntity<Void> back(@PathVariable long id, Authentication login) {
        if (!absences.end(id, login.getName())) {
            return ResponseEntity.notFound().build();
        }
        standingIn.round();
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/team/leavers")
    Leaving.Left leave(@RequestBody Leaver asked, Authentication login) {
        return leaving.leave(asked.person(), filled(asked.to()), login.getName(), isAdministrator(login));
    }

    @GetMapping("/api/team/moves")
    Trail trail() {
        return new Trail(moves.newest(AT_MOST), acts.newest(AT_MOST));
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<Map<String, String>> refused(Refused refused, Locale language) {
        return ResponseEntity.badRequest()
                .body(Map.of("message", texts.say(language, refused.sentence(), refused.arguments())));
    }

    static boolean isAdministrator(Authentication login) {
        return login.getAuthorities().stream()
                .anyMatch(group -> Role.ADMINISTRATORS.group().equals(group.getAuthority()));
    }

    static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
