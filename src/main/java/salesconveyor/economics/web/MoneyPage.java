package salesconveyor.economics.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import salesconveyor.economics.MoneyReport;
import salesconveyor.economics.MoneyReport.Report;
import salesconveyor.economics.Operation;
import salesconveyor.economics.Records;
import salesconveyor.economics.Verdict;
import salesconveyor.economics.Window;

/** What the work costs and earns, and what managers had better give away: the verdict first. */
@Controller
class MoneyPage {
    static final List<Integer> MONTHS = List.of(1, 3, 6, 12);

    private final MoneyReport money;
    private final Records records;
    private final Wording wording;
    private final Clock clock;

    MoneyPage(MoneyReport money, Records records, Wording wording, Clock clock) {
        this.money = money;
        this.records = records;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/pages/money")
    String page(@RequestParam(defaultValue = "3") int months, Model model, Locale language) {
        int asked = MONTHS.contains(months) ? months : 3;
        Window window = records.last(asked);
        Report report = money.of(window);
        Wording.In words = wording.in(language, report.currency());
        Map<String, String> names = names(report, words);
        model.addAttribute("months", asked);
        model.addAttribute("choices", MONTHS);
        model.addAttribute("since", shorter(window, asked));
        model.addAttribute("report", report);
        model.addAttribute("words", words);
        model.addAttribute("enough", records.enough());
        model.addAttribute("headline", headline(report, names, words));
        model.addAttribute("missing", isJudged(report) ? missing(report, words) : "");
        model.addAttribute(
                "verdicts",
                report.verdicts().stream()
                        .map(verdict -> VerdictRow.of(verdict, name(names, verdict), words))
                        .toList());
        model.addAttribute(
                "selling",
                String.join(
                        ", ",
                        report.hour().stations().stream()
                                .map(station -> names.getOrDefault(station, words.station("sellToClient", station)))
                                .toList()));
        return "money";
    }

    /** The day with which the time begins when it is less than was asked for. */
    private @Nullable LocalDate shorter(Window window, int asked) {
        return window.from().isAfter(Window.ofMonths(asked, clock).from())
                ? window.from().atZoneSameInstant(clock.getZone()).toLocalDate()
                : null;
    }

    private static String headline(Report report, Map<String, String> names, Wording.In words) {
        if (report.operations().isEmpty()) {
            return words.say(
                    "Nothing was recorded in these months yet: as soon as people complete tasks, the figures are here.");
        }
        if (!report.missing().isEmpty() && !isJudged(report)) {
            return words.say("First enter what an hour costs for: {0}.", missing(report, words));
        }
        return report.first()
                .map(verdict -> words.verdict(verdict, name(names, verdict)))
                .orElseGet(() ->
                        words.say("Nothing to move: managers did nothing but selling and judging in these months."));
    }

    /** What can be judged is said, whatever rate of somebody else is missing. */
    private static boolean isJudged(Report report) {
        return report.first().filter(verdict -> verdict.gain() != null).isPresent();
    }

    private static String missing(Report report, Wording.In words) {
        return report.missing().stream()
                .map(one -> {
                    String role = words.role(one.role().isEmpty() ? null : one.role());
                    LocalDate before = one.before();
                    return before == null ? role : words.say("{0} (before {1})", role, words.day(before));
                })
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> names(Report report, Wording.In words) {
        Map<String, String> names = new HashMap<>();
        for (Operation operation : report.operations()) {
            names.put(operation.station(), words.station(operation.process(), operation.station()));
        }
        return names;
    }

    private static String name(Map<String, String> names, Verdict verdict) {
        return names.getOrDefault(verdict.station(), verdict.station());
    }
}
