package salesconveyor.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLiteralExpressionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedInput;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.DecisionWatch.Reason;

/** Says why a decision fell, by the rows that fit: their annotations, the values they asked for, and the thresholds. */
class DecisionReason {
    private final DecisionTexts texts;
    private final DecisionWords words;
    /** The decisions that others of this diagram build on, by the name of what they give. */
    private final Map<String, DmnDecisionLogicEvaluationEvent> required = new HashMap<>();

    DecisionReason(DmnDecisionEvaluationEvent event, DecisionTexts texts, DecisionWords words) {
        this.texts = texts;
        this.words = words;
        event.getRequiredDecisionResults().forEach(needed -> {
            if (needed instanceof DmnDecisionLiteralExpressionEvaluationEvent literal) {
                required.put(literal.getOutputName(), needed);
            } else {
                texts.outputs(needed.getDecision().getKey()).forEach(output -> required.put(output.getName(), needed));
            }
        });
    }

    /** Whether a column asks for what another decision gave, by its name alone or in an expression like a count. */
    boolean isRequired(String asked) {
        return from(asked) != null;
    }

    private @Nullable DmnDecisionLogicEvaluationEvent from(String asked) {
        return Arrays.stream(asked.split("\\W+"))
                .map(required::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    Reason of(DmnDecisionLogicEvaluationEvent event) {
        if (!(event instanceof DmnDecisionTableEvaluationEvent table)) {
            return new Reason(null, "", "");
        }
        List<DmnEvaluatedDecisionRule> rows = table.getMatchingRules();
        if (rows.isEmpty()) {
            String none = words.say("No row of the table fits.");
            return new Reason(null, none, sentence(none, facts(table, null)));
        }
        return rows.size() == 1 && table.getCollectResultValue() == null ? row(table, rows.get(0)) : sum(rows);
    }

    /** Rows that count together: what each of them says and brings. */
    private Reason sum(List<DmnEvaluatedDecisionRule> rows) {
        String all = rows.stream()
                .filter(row -> !"0".equals(words.word(value(row))))
                .map(row -> plainly(DecisionTexts.annotation(texts.rule(row.getId()))) + number(value(row)))
                .collect(Collectors.joining(", "));
        return new Reason(null, all, all);
    }

    private Reason row(DmnDecisionTableEvaluationEvent table, DmnEvaluatedDecisionRule row) {
        Rule rule = texts.rule(row.getId());
        Reason own = new Reason(row.getId(), DecisionTexts.annotation(rule), "");
        List<String> sentences = new ArrayList<>(List.of(own.headline()));
        for (int column : columns(table, rule)) {
            DmnEvaluatedInput input = table.getInputs().get(column);
            var from = from(texts.asked(input.getId()));
            if (from != null && !(input.getValue().getValue() instanceof Number)) {
                own = of(from);
                sentences.add(own.explanation());
            }
        }
        return new Reason(
                own.rule() == null ? row.getId() : own.rule(),
                own.headline(),
                sentence(String.join(" ", sentences), facts(table, rule)));
    }

    /** The columns that counted; in a row for all the rest each of them, but no other decision that had no part in it. */
    private List<Integer> columns(DmnDecisionTableEvaluationEvent table, @Nullable Rule rule) {
        List<Integer> columns = new ArrayList<>();
        List<String> cells = rule == null ? List.of() : DecisionTexts.cells(rule);
        boolean rest = cells.stream().allMatch(DecisionTexts::isOpen);
        for (int i = 0; i < table.getInputs().size(); i++) {
            DmnEvaluatedInput input = table.getInputs().get(i);
            boolean counts = rest
                    ? !isRequired(texts.asked(input.getId()))
                            || input.getValue().getValue() instanceof Number
                    : !DecisionTexts.isOpen(cells.get(i));
            if (counts) {
                columns.add(i);
            }
        }
        return columns;
    }

    private String facts(DmnDecisionTableEvaluationEvent table, @Nullable Rule rule) {
        return columns(table, rule).stream()
                .flatMap(column -> fact(table.getInputs().get(column), column, rule).stream())
                .collect(Collectors.joining("; "));
    }

    private Optional<String> fact(DmnEvaluatedInput input, int column, @Nullable Rule rule) {
        Object value = input.getValue().getValue();
        var from = from(texts.asked(input.getId()));
        if (from != null && !(value instanceof Number)) {
            return Optional.empty();
        }
        String threshold = rule != null && DecisionWords.plain(value) instanceof BigDecimal number
                ? threshold(rule, column, number)
                : "";
        String because = from == null ? "" : of(from).explanation();
        return Optional.of(texts.label(input.getId()) + ": " + words.word(value) + threshold
                + (because.isEmpty() ? "" : " = " + because));
    }

    private String threshold(Rule rule, int column, BigDecimal value) {
        List<BigDecimal> bounds = DecisionTexts.isRest(rule)
                ? DecisionTexts.missed(rule, column, value).stream().toList()
                : DecisionTexts.bounds(DecisionTexts.cells(rule).get(column));
        return switch (bounds.size()) {
            case 0 -> "";
            case 1 -> " (" + words.say("threshold {0}", words.word(bounds.get(0))) + ")";
            default -> " (" + words.say("from {0} to {1}", words.word(bounds.get(0)), words.word(bounds.get(1))) + ")";
        };
    }

    private String number(@Nullable Object value) {
        return value instanceof Number ? " " + words.word(value) : "";
    }

    private static @Nullable Object value(DmnEvaluatedDecisionRule row) {
        return row.getOutputEntries().values().stream()
                .findFirst()
                .map(DmnEvaluatedOutput::getValue)
                .map(value -> value.getValue())
                .orElse(null);
    }

    /** Without the full stop, for a list. */
    private static String plainly(String annotation) {
        return annotation.endsWith(".") ? annotation.substring(0, annotation.length() - 1) : annotation;
    }

    private static String sentence(String text, String facts) {
        return Stream.of(text, facts).filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
    }
}
