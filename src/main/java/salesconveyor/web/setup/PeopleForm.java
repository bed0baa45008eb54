package salesconveyor.web.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import salesconveyor.engine.Refused;
import salesconveyor.engine.Staff;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/** A new person: login, first password and roles. One person may have several. */
@Controller
class PeopleForm {
    private final Staff staff;
    private final Texts texts;

    PeopleForm(Staff staff, Texts texts) {
        this.staff = staff;
        this.texts = texts;
    }

    @PostMapping("/pages/setup/person")
    String person(
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam String password,
            @RequestParam(defaultValue = "") List<String> groups,
            Locale locale,
            RedirectAttributes flash) {
        var answer = new Answer("people", locale, texts, flash);
        var person = new Staff.Person(login.strip(), name.strip(), email.strip(), groups);
        try {
            check(person);
            List<String> faults = staff.brokenRules(person, password).stream()
                    .map(rule -> sentence(locale, rule))
                    .toList();
            if (!faults.isEmpty()) {
                return answer.problems(faults);
            }
            staff.hire(person, password);
            return answer.done(texts.say(locale, "{0} can log in now.", person.login()));
        } catch (Refused refused) {
            return answer.refused(refused);
        }
    }

    private void check(Staff.Person person) {
        if (!person.login().matches("[A-Za-z0-9]{1,60}")) {
            throw new Refused("The login may have letters and digits only, for example anna2.");
        }
        if (person.name().isEmpty()) {
            throw new Refused("Please enter the name of the person.");
        }
        if (!person.email().isEmpty() && !person.email().matches("[^@\\s]+@[^@\\s]+")) {
            throw new Refused("{0} is not a mail address.", person.email());
        }
        if (person.groups().isEmpty()) {
            throw new Refused("Please tick at least one role: without a role there are no tasks.");
        }
        if (!Arrays.stream(Role.values()).map(Role::group).toList().containsAll(person.groups())) {
            throw new Refused("This role does not exist.");
        }
        if (staff.isKnown(person.login())) {
            throw new Refused(
                    "{0} is there already; change roles and passwords of people who are there in Admin.",
                    person.login());
        }
    }

    private String sentence(Locale locale, Staff.BrokenRule rule) {
        String limit = rule.limits().values().stream().findFirst().orElse("");
        return switch (rule.name()) {
            case "PASSWORD_POLICY_LENGTH" -> texts.say(locale, "The password needs at least {0} characters.", limit);
            case "PASSWORD_POLICY_LOWERCASE" -> texts.say(locale, "The password needs small letters: {0}.", limit);
            case "PASSWORD_POLICY_UPPERCASE" -> texts.say(locale, "The password needs capital letters: {0}.", limit);
            case "PASSWORD_POLICY_DIGIT" -> texts.say(locale, "The password needs digits: {0}.", limit);
            case "PASSWORD_POLICY_SPECIAL" -> texts.say(locale, "The password needs special characters: {0}.", limit);
            case "PASSWORD_POLICY_USER_DATA" ->
                texts.say(locale, "The password must not contain the login, the name or the mail address.");
            default -> texts.say(locale, "The password breaks a rule: {0}.", rule.name());
        };
    }
}
