package salesconveyor.economics.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import salesconveyor.economics.Delegation;
import salesconveyor.economics.Estimate;
import salesconveyor.economics.Verdict;
import salesconveyor.economics.Verdict.Input;

/** A verdict as the page shows it. */
record VerdictRow(
        String operation,
        String to,
        String kind,
        String gain,
        String later,
        String range,
        String breakEven,
        String rework,
        String ifAllSold,
        String freed,
        List<Row> inputs) {
    /** One input of the formula, with the range of its value and where it comes from. */
    record Row(String letter, String label, String value, String range, String source) {}

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private static final Map<Input, String> LETTERS = Map.of(
            Input.VOLUME, "V",
            Input.MANAGER_HOURS, "t_m",
            Input.SWITCH_HOURS, "s",
            Input.HOUR_MARGIN, "g",
            Input.HELPER_HOURS, "t_h",
            Input.HELPER_COST, "c_h",
            Input.REWORK, "r",
            Input.HELPER_HANDOFF, "h_h",
            Input.MANAGER_HANDOFF, "h_m",
            Input.FIXED, "F");

    private static final Map<Input, String> LABELS = Map.of(
            Input.VOLUME, "times a month that managers do it",
            Input.MANAGER_HOURS, "minutes of a manager for one",
            Input.SWITCH_HOURS, "minutes lost by switching",
            Input.HOUR_MARGIN, "margin of one more selling hour",
            Input.HELPER_HOURS, "minutes of the helper for one",
            Input.HELPER_COST, "cost of an hour of the helper",
            Input.REWORK, "share that has to be done again",
            Input.HELPER_HANDOFF, "minutes of the helper to hand over",
            Input.MANAGER_HANDOFF, "minutes of the manager to hand over",
            Input.FIXED, "fixed cost of the helper a month");

    static VerdictRow of(Verdict verdict, String operation, Wording.In words) {
        var delegation = verdict.delegation();
        BigDecimal waiting = verdict.waiting();
        List<Row> inputs = new ArrayList<>();
        verdict.inputs().forEach((input, estimate) -> inputs.add(row(input, estimate, words)));
        return new VerdictRow(
                operation,
                words.role(verdict.helper()),
                verdict.kind().name(),
                words.change(verdict.gain()),
                words.change(verdict.later()),
                verdict.low() == null ? "–" : words.change(verdict.low()) + " … " + words.change(verdict.high()),
                delegation
                        .flatMap(one -> one.breakEvenHelperHours(waiting))
                        .map(hours -> words.number(hours.multiply(MINUTES), 0))
                        .orElse("–"),
                delegation
                        .flatMap(one -> one.breakEvenRework(waiting))
                        .map(words::percent)
                        .orElse("–"),
                delegation.map(Delegation::gain).map(words::change).orElse("–"),
                delegation
                        .map(Delegation::freedHours)
                        .map(hours -> words.number(hours, 1))
                        .orElse("–"),
                inputs);
    }

    private static Row row(Input input, Estimate estimate, Wording.In words) {
        return new Row(
                String.valueOf(LETTERS.get(input)),
                words.say(String.valueOf(LABELS.get(input))),
                value(input, estimate.value(), words),
                estimate.low().compareTo(estimate.high()) == 0
                        ? ""
                        : value(input, estimate.low(), words) + " … " + value(input, estimate.high(), words),
                switch (estimate.source()) {
                    case RECORDS -> words.say("{0} records", estimate.observations());
                    case FEW_RECORDS -> words.say("only {0} records", estimate.observations());
                    case SETTING -> words.say("your setting");
                    case ASSUMED -> words.say("assumed");
                });
    }

    private static String value(Input input, BigDecimal value, Wording.In words) {
        return switch (input) {
            case VOLUME -> words.number(value, 1);
            case HOUR_MARGIN, HELPER_COST, FIXED -> words.exactly(value);
            case REWORK -> words.percent(value);
            default -> words.number(value.multiply(MINUTES), 1);
        };
    }
}
