package salesconveyor.economics.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import salesconveyor.economics.PayAgreement;
import salesconveyor.economics.PayAgreements;
import salesconveyor.economics.Records;
import salesconveyor.engine.Identities;
import salesconveyor.engine.Staff;
import salesconveyor.people.Shift;
import salesconveyor.people.Shifts;
import salesconveyor.shared.Texts;

/** Where heads agree with people how they are paid and when they work. */
@Controller
class PayTermsPage {
    private static final String PAGE = "/pages/pay/terms";

    private final PayAgreements agreements;
    private final Shifts shifts;
    private final Staff staff;
    private final Identities identities;
    private final Records records;
    private final Wording wording;
    private final Reply reply;
    private final Texts texts;
    private final Clock clock;

    PayTermsPage(
            PayAgreements agreements,
            Shifts shifts,
            Staff staff,
            Identities identities,
            Records records,
            Wording wording,
            Reply reply,
            Texts texts,
            Clock clock) {
        this.agreements = agreements;
        this.shifts = shifts;
        this.staff = staff;
        this.identities = identities;
        this.records = records;
        this.wording = wording;
        this.reply = reply;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String page(Model model, Locale language) {
        model.addAttribute("agreements", agreements.all());
        model.addAttribute("shifts", shifts.all());
        model.addAttribute(
                "people",
                staff.all().stream()
                        .map(person -> new Choice(person.login(), person.login() + " – " + person.name()))
                        .toList());
        model.addAttribute(
                "bases",
                Arrays.stream(PayAgreement.Basis.values())
                        .map(basis -> new Choice(basis.name(), texts.say(language, basis.title())))
                        .toList());
        model.addAttribute(
                "weekdays",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Choice(day.name(), day.getDisplayName(TextStyle.FULL_STANDALONE, language)))
                        .toList());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("currency", records.currency());
        model.addAttribute("words", wording.in(language, records.currency()));
        if (!model.containsAttribute("entered")) {
            model.addAttribute("entered", Map.of());
        }
        return "payTerms";
    }

    @PostMapping(PAGE + "/agreement")
    String agree(@RequestParam Map<String, String> values, Locale language, RedirectAttributes flash) {
        return reply.to(PAGE, values, language, flash, () -> {
            Fields fields = new Fields(values, texts, language);
            BigDecimal takes = fields.upTo("returnedTakes", "One that came back takes off", 100);
            agreements.add(
                    new PayAgreement(
                            person(fields),
                            PayAgreement.Basis.of(fields.text("basis"))
                                    .orElseThrow(() -> fields.unknown("basis", "Paid by")),
                            fields.amount("amount", "Rate of pay"),
                            fields.currency("currency", records.currency()),
                            takes == null ? BigDecimal.ONE : takes,
                            fields.day("validFrom", "From day"),
                            fields.optionalDay("validUntil")),
                    identities.current());
            return texts.say(language, "It is written down.");
        });
    }

    @PostMapping(PAGE + "/end")
    String end(
            @RequestParam long id,
            @RequestParam Map<String, String> values,
            Locale language,
            RedirectAttributes flash) {
        return reply.to(PAGE, values, language, flash, () -> {
            LocalDate last = new Fields(values, texts, language).day("lastDay", "Last day");
            return agreements.end(id, last)
                    ? texts.say(
                            language,
                            "The agreement ends on {0}.",
                            wording.in(language, records.currency()).day(last))
                    : texts.say(language, "It begins after that day, or was deleted; nothing was changed.");
        });
    }

    @PostMapping(PAGE + "/delete")
    String delete(@RequestParam long id, Locale language, RedirectAttributes flash) {
        return deleted(() -> agreements.delete(id), language, flash);
    }

    @PostMapping(PAGE + "/shift")
    String shift(@RequestParam Map<String, String> values, Locale language, RedirectAttributes flash) {
        return reply.to(PAGE, values, language, flash, () -> {
            Fields fields = new Fields(values, texts, language);
            DayOfWeek day = Arrays.stream(DayOfWeek.values())
                    .filter(one -> one.name().equals(fields.text("weekday")))
                    .findFirst()
                    .orElseThrow(() -> fields.unknown("weekday", "Weekday"));
            shifts.add(
                    new Shift(
                            0,
                            person(fields),
                            day,
                            fields.time("starts", "Begins"),
                            fields.time("ends", "Ends"),
                            fields.day("validFrom", "From day"),
                            fields.optionalDay("validUntil")),
                    identities.current());
            return texts.say(language, "It is written down.");
        });
    }

    @PostMapping(PAGE + "/shift-end")
    String endShift(
            @RequestParam long id,
            @RequestParam Map<String, String> values,
            Locale language,
            RedirectAttributes flash) {
        return reply.to(PAGE, values, language, flash, () -> {
            LocalDate last = new Fields(values, texts, language).day("lastDay", "Last day");
            return shifts.end(id, last)
                    ? texts.say(
                            language,
                            "The last day of the shift is {0}.",
                            wording.in(language, records.currency()).day(last))
                    : texts.say(language, "It begins after that day, or was deleted; nothing was changed.");
        });
    }

    @PostMapping(PAGE + "/shift-delete")
    String deleteShift(@RequestParam long id, Locale language, RedirectAttributes flash) {
        return deleted(() -> shifts.delete(id), language, flash);
    }

    private String deleted(Supplier<Boolean> deleting, Locale language, RedirectAttributes flash) {
        return reply.to(
                PAGE,
                Map.of(),
                language,
                flash,
                () -> deleting.get()
                        ? texts.say(language, "The entry is deleted.")
                        : texts.say(language, "The entry was deleted already."));
    }

    private String person(Fields fields) {
        String login = fields.required("person", "Login");
        if (!staff.isKnown(login)) {
            throw fields.unknown("person", "Login");
        }
        return login;
    }
}
