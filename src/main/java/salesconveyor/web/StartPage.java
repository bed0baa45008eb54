package salesconveyor.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;
import salesconveyor.web.setup.Gaps;

/** The first page: where everything is, who works in the demo company, or what a real one must do first. */
@Controller
class StartPage {
    private final boolean demo;
    private final Gaps gaps;
    private final Texts texts;

    StartPage(Environment environment, Gaps gaps, Texts texts) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.gaps = gaps;
        this.texts = texts;
    }

    record Member(String login, String role, String first) {}

    @GetMapping("/")
    String start(Model model, Locale locale) {
        model.addAttribute("demo", demo);
        model.addAttribute(
                "gaps", demo ? List.of() : gaps.open().stream().map(Enum::name).toList());
        model.addAttribute("team", demo ? team(locale) : List.of());
        return "start";
    }

    private List<Member> team(Locale locale) {
        return Arrays.stream(Role.values())
                .map(role -> new Member(role.demoLogin(), texts.say(locale, role.title()), first(role, locale)))
                .toList();
    }

    private String first(Role role, Locale locale) {
        return switch (role) {
            case RESEARCHERS ->
                texts.say(locale, "Take \"Research company\": find out whom to call, and say where each fact is from.");
            case CALLERS ->
                texts.say(
                        locale,
                        "Take \"Call company\": read the script aloud, fill in the answers, choose the outcome.");
            case MANAGERS ->
                texts.say(
                        locale, "Take \"Accept lead\", then warm up the call: all that was found out is on the form.");
            case ASSISTANTS ->
                texts.say(
                        locale, "Take \"Prepare proposal\": add lines from the catalogue and give a discount of 12 %.");
            case HEADS -> texts.say(locale, "Take \"Approve discount\": approve it, or send it back with a reason.");
            case ACCOUNTANTS ->
                texts.say(
                        locale,
                        "Start \"Import statement\" with a bank statement, or place a payment that no rule could place.");
            case SHIPPERS -> texts.say(locale, "Take \"Ship order\": ship all of it, or a part.");
            case ACCOUNT_MANAGERS ->
                texts.say(locale, "Take \"Contact client\": what they bought, and what similar clients buy.");
            case MARKETERS ->
                texts.say(locale, "Start \"Sales conveyor\" and type in a company: it goes to the researcher at once.");
            case PROCESS_OWNERS ->
                texts.say(
                        locale,
                        "Open Cockpit, Processes, Sales conveyor: the numbers are the cases at work in each stage.");
            case ADMINISTRATORS ->
                texts.say(locale, "Open \"Set up\": price list, people and mail; or Admin for rights.");
        };
    }
}
