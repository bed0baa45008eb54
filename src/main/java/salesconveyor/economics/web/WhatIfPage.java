package salesconveyor.economics.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import salesconveyor.economics.Records;
import salesconveyor.economics.StaffPlan;
import salesconveyor.economics.Staffing;
import salesconveyor.economics.WhatIf;
import salesconveyor.economics.Window;
import salesconveyor.economics.simulation.Result;
import salesconveyor.economics.simulation.Spread;
import salesconveyor.engine.Refused;

/** What other staff would have made of the recorded work. */
@Controller
class WhatIfPage {
    private static final BigDecimal MINUTES_OF_DAY = BigDecimal.valueOf(24 * 60);
    private static final BigDecimal MINUTES_OF_HOUR = BigDecimal.valueOf(60);

    /** One figure of both staffs. */
    record Figure(String title, String now, String tried) {}

    private final Staffing staffing;
    private final Records records;
    private final Wording wording;

    WhatIfPage(Staffing staffing, Records records, Wording wording) {
        this.staffing = staffing;
        this.records = records;
        this.wording = wording;
    }

    @GetMapping("/pages/what-if")
    String page(@RequestParam MultiValueMap<String, String> query, Model model, Locale language) {
        String asked = String.valueOf(query.getFirst("months"));
        int months = MoneyPage.MONTHS.stream()
                .filter(one -> one.toString().equals(asked))
                .findFirst()
                .orElse(3);
        Window window = records.last(months);
        Wording.In words = wording.in(language, records.currency());
        List<StaffPlan> staff = staffing.recorded(window);
        model.addAttribute("now", staff);
        try {
            staff = StaffForm.isAsked(query) ? StaffForm.read(query) : staff;
            WhatIf answer = staffing.ask(window, staff);
            model.addAttribute("answer", answer);
            model.addAttribute("headline", headline(answer, words, StaffForm.isAsked(query)));
            model.addAttribute("figures", figures(answer, words));
            model.addAttribute("stations", stations(answer, words));
        } catch (Refused refused) {
            model.addAttribute("problem", words.say(refused.sentence(), refused.arguments()));
        }
        model.addAttribute("asked", StaffForm.isAsked(query));
        model.addAttribute(
                "rows",
                rows(
                        StaffForm.isAsked(query)
                                ? StaffForm.typed(query)
                                : staff.stream().map(StaffForm.Row::of).toList()));
        model.addAttribute("words", words);
        model.addAttribute("months", months);
        model.addAttribute("choices", MoneyPage.MONTHS);
        return "whatIf";
    }

    /** And an empty one, to add somebody. */
    private static List<StaffForm.Row> rows(List<StaffForm.Row> staff) {
        List<StaffForm.Row> rows = new ArrayList<>(staff);
        if (rows.size() < StaffForm.ROWS && rows.stream().noneMatch(StaffForm.Row::isEmpty)) {
            rows.add(StaffForm.Row.EMPTY);
        }
        return rows;
    }

    private static String headline(WhatIf answer, Wording.In words, boolean asked) {
        Result now = answer.now().result();
        Result tried = answer.tried().result();
        if (!asked) {
            return words.say(
                    "With the staff there is, at work in all its hours, a task would wait {0} hours on average. {1} Change the staff below and see.",
                    hours(now.waiting(), words), bottleneck(now, words));
        }
        return words.say(
                "With the tried staff a task waits {0} hours instead of {1}, {2} of {3} cases are done instead of {4}, at {5} a month instead of {6}. {7}",
                hours(tried.waiting(), words),
                hours(now.waiting(), words),
                number(tried.done().mean(), 0, words),
                answer.cases(),
                number(now.done().mean(), 0, words),
                words.money(answer.tried().cost()),
                words.money(answer.now().cost()),
                bottleneck(tried, words));
    }

    private static String bottleneck(Result result, Wording.In words) {
        return result.bottleneck()
                .map(station -> words.say(
                        "The bottleneck is \"{0}\": most of the waiting is there.", station(station.name(), words)))
                .orElseGet(() -> words.say("There is no bottleneck: hardly anything waits."));
    }

    private static List<Figure> figures(WhatIf answer, Wording.In words) {
        Result now = answer.now().result();
        Result tried = answer.tried().result();
        return List.of(
                new Figure(
                        words.say("Cases done"),
                        spread(now.done(), BigDecimal.ONE, 0, words),
                        spread(tried.done(), BigDecimal.ONE, 0, words)),
                new Figure(
                        words.say("Days from arrival to the end of a case"),
                        spread(now.lead(), MINUTES_OF_DAY, 1, words),
                        spread(tried.lead(), MINUTES_OF_DAY, 1, words)),
                new Figure(
                        words.say("Hours that a task waits"),
                        spread(now.waiting(), MINUTES_OF_HOUR, 1, words),
                        spread(tried.waiting(), MINUTES_OF_HOUR, 1, words)),
                new Figure(
                        words.say("Cost of all paid hours a month"),
                        words.money(answer.now().cost()),
                        words.money(answer.tried().cost())),
                new Figure(words.say("Busy share of the paid hours"), busy(now, words), busy(tried, words)));
    }

    /** Hours that a task waits at each station. */
    private static List<Figure> stations(WhatIf answer, Wording.In words) {
        Map<String, String[]> rows = new TreeMap<>();
        answer.now()
                .result()
                .stations()
                .forEach(one -> row(rows, one)[0] = spread(one.waiting(), MINUTES_OF_HOUR, 1, words));
        answer.tried()
                .result()
                .stations()
                .forEach(one -> row(rows, one)[1] = spread(one.waiting(), MINUTES_OF_HOUR, 1, words));
        return rows.entrySet().stream()
                .map(row -> new Figure(station(row.getKey(), words), row.getValue()[0], row.getValue()[1]))
                .toList();
    }

    private static String[] row(Map<String, String[]> rows, Result.Station station) {
        return rows.computeIfAbsent(station.name(), none -> new String[] {"–", "–"});
    }

    private static String busy(Result result, Wording.In words) {
        return String.join(
                ", ",
                result.staff().stream()
                        .map(staff -> staff.crew().people() + " × "
                                + words.role(staff.crew().name().replaceFirst(" \\d+$", "")) + ": "
                                + number(100 * staff.share().mean(), 0, words) + " %")
                        .toList());
    }

    private static String station(String station, Wording.In words) {
        return Operable.process(station)
                .map(process -> words.station(process, station))
                .orElse(station);
    }

    private static String hours(Spread minutes, Wording.In words) {
        return words.number(BigDecimal.valueOf(minutes.mean()).divide(MINUTES_OF_HOUR, 4, RoundingMode.HALF_UP), 1);
    }

    private static String spread(Spread spread, BigDecimal unit, int digits, Wording.In words) {
        return words.number(BigDecimal.valueOf(spread.mean()).divide(unit, 4, RoundingMode.HALF_UP), digits) + " ("
                + words.number(BigDecimal.valueOf(spread.low()).divide(unit, 4, RoundingMode.HALF_UP), digits) + " – "
                + words.number(BigDecimal.valueOf(spread.high()).divide(unit, 4, RoundingMode.HALF_UP), digits) + ")";
    }

    private static String number(double number, int digits, Wording.In words) {
        return words.number(BigDecimal.valueOf(number), digits);
    }
}
