package salesconveyor.economics.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import salesconveyor.economics.Assumption;
import salesconveyor.economics.Assumptions;
import salesconveyor.economics.CostRate;
import salesconveyor.economics.CostRates;
import salesconveyor.economics.Records;
import salesconveyor.engine.Identities;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/** Where heads enter what people and stages cost, and what they assume where the records are too few. */
@Controller
class RatesPage {
    private static final String PAGE = "/pages/rates";
    private static final List<String> STAGES = List.of(
            "acquireClient", "sellToClient", "serveClient", "collectPayment", "measureSatisfaction", "developClient");

    private final CostRates rates;
    private final Assumptions assumptions;
    private final Records records;
    private final Wording wording;
    private final Identities identities;
    private final Reply reply;
    private final Texts texts;
    private final Clock clock;

    RatesPage(
            CostRates rates,
            Assumptions assumptions,
            Records records,
            Wording wording,
            Identities identities,
            Reply reply,
            Texts texts,
            Clock clock) {
        this.rates = rates;
        this.assumptions = assumptions;
        this.records = records;
        this.wording = wording;
        this.identities = identities;
        this.reply = reply;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String page(@RequestParam(defaultValue = "") String station, Model model, Locale language) {
        Wording.In words = wording.in(language, records.currency());
        model.addAttribute("words", words);
        model.addAttribute("roleRates", rates.all(CostRate.Kind.ROLE));
        model.addAttribute("stageRates", rates.all(CostRate.Kind.STAGE));
        model.addAttribute(
                "stages",
                STAGES.stream()
                        .map(stage -> new Choice(stage, words.process(stage)))
                        .toList());
        model.addAttribute("operations", Operable.movable(words));
        model.addAttribute("station", station);
        model.addAttribute("said", assumptions.of(station));
        model.addAttribute("allSaid", assumptions.all());
        // What was done before the first day of a rate costs nothing that anybody knows.
        model.addAttribute(
                "since", records.begin().orElseGet(() -> LocalDate.now(clock).withDayOfYear(1)));
        model.addAttribute("currency", records.currency());
        if (!model.containsAttribute("entered")) {
            model.addAttribute("entered", Map.of());
        }
        return "rates";
    }

    @PostMapping(PAGE + "/rate")
    String rate(@RequestParam Map<String, String> values, Locale language, RedirectAttributes flash) {
        return reply.to(PAGE, values, language, flash, () -> {
            Fields fields = new Fields(values, texts, language);
            CostRate.Kind kind = fields.text("kind").equals("STAGE") ? CostRate.Kind.STAGE : CostRate.Kind.ROLE;
            String subject = fields.required("subject", "Role or stage");
            boolean known = kind == CostRate.Kind.ROLE ? Role.of(subject).isPresent() : STAGES.contains(subject);
            if (!known) {
                throw fields.unknown("subject", "Role or stage");
            }
            rates.write(
                    new CostRate(
                            kind,
                            subject,
                            fields.day("validFrom", "From day"),
                            fields.amount("amount", "Amount"),
                            fields.currency("currency", records.currency())),
                    identities.current());
            return texts.say(language, "It is written down.");
        });
    }

    @PostMapping(PAGE + "/delete")
    String delete(@RequestParam long id, Locale language, RedirectAttributes flash) {
        return reply.to(
                PAGE,
                Map.of(),
                language,
                flash,
                () -> rates.delete(id)
                        ? texts.say(language, "The entry is deleted.")
                        : texts.say(language, "The entry was deleted already."));
    }

    @PostMapping(PAGE + "/assumption")
    String assumption(@RequestParam Map<String, String> values, Locale language, RedirectAttributes flash) {
        String station = values.getOrDefault("station", "");
        String back = station.matches("[A-Za-z]{1,100}") ? PAGE + "?station=" + station + "#assumptions" : PAGE;
        return reply.to(back, values, language, flash, () -> {
            Fields fields = new Fields(values, texts, language);
            if (!station.isEmpty() && !Operable.isMovable(station)) {
                throw fields.unknown("station", "Operation");
            }
            assumptions.write(
                    new Assumption(
                            station,
                            helper(fields),
                            fields.upTo("managerMinutes", "minutes of a manager for one", 10_000),
                            fields.upTo("helperMinutes", "minutes of the helper for one", 10_000),
                            fields.upTo("switchMinutes", "minutes lost by switching", 10_000),
                            fields.upTo("helperHandOffMinutes", "minutes of the helper to hand over", 10_000),
                            fields.upTo("managerHandOffMinutes", "minutes of the manager to hand over", 10_000),
                            fields.upTo("reworkPercent", "share that has to be done again, in percent", 100),
                            fields.optional("fixedMonthly", "fixed cost of the helper a month"),
                            fields.optional("hourMargin", "margin of one more selling hour")),
                    identities.current());
            return texts.say(language, "It is written down.");
        });
    }

    /** Nothing: the usual helper; a single minus: nobody. */
    private static @Nullable String helper(Fields fields) {
        String said = fields.text("helper");
        if (said.isEmpty()) {
            return null;
        }
        if (!said.equals("-") && Role.of(said).isEmpty()) {
            throw fields.unknown("helper", "Who would do it");
        }
        return said.equals("-") ? "" : said;
    }
}
