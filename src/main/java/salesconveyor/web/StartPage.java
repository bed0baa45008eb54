package salesconveyor.web;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/** The first page: where everything is, and in the demo company who works here. */
@Controller
class StartPage {
    private final Environment environment;
    private final Texts texts;

    StartPage(Environment environment, Texts texts) {
        this.environment = environment;
        this.texts = texts;
    }

    record Member(String login, String role) {}

    @GetMapping("/")
    String start(Model model, Locale locale) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        model.addAttribute("demo", demo);
        if (demo) {
            model.addAttribute(
                    "team",
                    Arrays.stream(Role.values())
                            .map(role -> new Member(role.demoLogin(), texts.say(locale, role.title())))
                            .toList());
        }
        return "start";
    }
}
