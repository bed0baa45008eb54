package salesconveyor.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLiteralExpressionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.jspecify.annotations.Nullable;

/** What a decision gave, by the names of its outputs, with the labels that people read. */
record DecisionResult(Map<String, String> values, Map<String, String> labels) {
    static DecisionResult of(DmnDecisionLogicEvaluationEvent event, DecisionTexts texts, DecisionWords words) {
        var result = new DecisionResult(new LinkedHashMap<>(), new LinkedHashMap<>());
        if (event instanceof DmnDecisionLiteralExpressionEvaluationEvent literal) {
            result.add(
                    literal.getOutputName(),
                    literal.getOutputName(),
                    literal.getOutputValue().getValue(),
                    words);
        } else if (event instanceof DmnDecisionTableEvaluationEvent table) {
            if (table.getCollectResultValue() != null) {
                var output = texts.outputs(event.getDecision().getKey()).get(0);
                result.add(
                        output.getName(),
                        texts.outputLabel(output.getId()),
                        table.getCollectResultValue().getValue(),
                        words);
            } else {
                table.getMatchingRules()
                        .forEach(row -> row.getOutputEntries().values().forEach(out -> result.add(out, texts, words)));
            }
        }
        return result;
    }

    private void add(DmnEvaluatedOutput output, DecisionTexts texts, DecisionWords words) {
        add(
                output.getOutputName(),
                texts.outputLabel(output.getId()),
                output.getValue().getValue(),
                words);
    }

    private void add(String name, String label, @Nullable Object value, DecisionWords words) {
        values.merge(name, Objects.toString(DecisionWords.plain(value), ""), (one, more) -> one + "," + more);
        labels.merge(label, words.word(value), (one, more) -> one + ", " + more);
    }

    /** The one value, or all of them with their names. */
    String text() {
        return values.size() == 1 ? values.values().iterator().next() : pairs(values, "=", ", ");
    }

    /** As a sentence; empty when nothing came out. */
    String words() {
        return labels.isEmpty() ? "" : pairs(labels, ": ", "; ") + ".";
    }

    private static String pairs(Map<String, String> all, String is, String and) {
        List<String> pairs = all.entrySet().stream()
                .map(pair -> pair.getKey() + is + pair.getValue())
                .toList();
        return pairs.stream().collect(Collectors.joining(and));
    }
}
