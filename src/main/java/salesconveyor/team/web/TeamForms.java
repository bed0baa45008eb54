package salesconveyor.team.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;
import salesconveyor.team.Absences;
import salesconveyor.team.Leaving;
import salesconveyor.team.Reassigning;
import salesconveyor.work.StandingIn;

/** The forms of the page Team. */
@Controller
class TeamForms {
    private static final String BACK = "redirect:/pages/team";

    private final Reassigning reassigning;
    private final Absences absences;
    private final StandingIn standingIn;
    private final Leaving leaving;
    private final Texts texts;

    TeamForms(Reassigning reassigning, Absences absences, StandingIn standingIn, Leaving leaving, Texts texts) {
        this.reassigning = reassigning;
        this.absences = absences;
        this.standingIn = standingIn;
        this.leaving = leaving;
        this.texts = texts;
    }

    @PostMapping("/pages/team/move")
    String move(
            @RequestParam(defaultValue = "") List<String> task,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String role,
            Authentication login,
            Locale language,
            RedirectAttributes flash) {
        // The list stays as it was filtered.
        flash.addAttribute("person", person);
        flash.addAttribute("role", role);
        List<String> problems = new ArrayList<>();
        String answer = answer(flash, language, () -> {
            var outcome = reassigning.move(task, TeamApi.filled(to), login.getName());
            outcome.problems().stream()
                    .map(problem -> problem.in(language, texts))
                    .distinct()
                    .forEach(problems::add);
            return outcome.moved() == 0 ? "" : texts.say(language, "Moved: {0}.", outcome.moved());
        });
        if (!problems.isEmpty()) {
            flash.addFlashAttribute("problems", problems);
        }
        return answer;
    }

    @PostMapping("/pages/team/substitute")
    String substitute(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String substitute,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Authentication login,
            Locale language,
            RedirectAttributes flash) {
        String answer = answer(flash, language, () -> {
            absences.name(person, substitute, from, until, login.getName());
            standingIn.round();
            return texts.say(language, "{0} stands in for {1}.", substitute, person);
        });
        if (flash.getFlashAttributes().containsKey("problems")) {
            flash.addFlashAttribute(
                    "entered", Map.of("person", person, "substitute", substitute, "from", from, "until", until));
        }
        return answer;
    }

    @PostMapping("/pages/team/substitute/end")
    String end(@RequestParam long id, Authentication login, Locale language, RedirectAttributes flash) {
        return answer(flash, language, () -> {
            if (!absences.end(id, login.getName())) {
                throw new Refused("This absence is over already.");
            }
            standingIn.round();
            return texts.say(language, "The absence is over, and what was not begun comes back.");
        });
    }

    @PostMapping("/pages/team/leaver")
    String leaver(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean sure,
            Authentication login,
            Locale language,
            RedirectAttributes flash) {
        return answer(flash, language, () -> {
            if (!sure) {
                throw new Refused("Please tick that you are sure.");
            }
            var left = leaving.leave(person, TeamApi.filled(to), login.getName(), TeamApi.isAdministrator(login));
            return texts.say(
                    language,
                    "The login {0} is closed. Passed on: {1} tasks, {2} promised calls, {3} leads, {4} clients.",
                    person,
                    left.tasks(),
                    left.calls(),
                    left.leads().size(),
                    left.clients().size());
        });
    }

    private String answer(RedirectAttributes flash, Locale language, Supplier<String> act) {
        try {
            String done = act.get();
            if (!done.isEmpty()) {
                flash.addFlashAttribute("done", done);
            }
        } catch (Refused refused) {
            flash.addFlashAttribute("problems", List.of(texts.say(language, refused.sentence(), refused.arguments())));
        }
        return BACK;
    }
}
