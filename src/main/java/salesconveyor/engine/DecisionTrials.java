package salesconveyor.engine;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides on paper what the newest version of a decision would say if its thresholds were others. Nothing is deployed,
 * no case and no history hears of it.
 */
@Component
public class DecisionTrials {
    private static final Pattern FROM = Pattern.compile(">=\\s*(-?\\d+(?:\\.\\d+)?)");

    private final RepositoryService repository;
    private final AsSystem asSystem;
    private final DmnEngine engine = new DefaultDmnEngineConfiguration().buildEngine();

    DecisionTrials(RepositoryService repository, AsSystem asSystem) {
        this.repository = repository;
        this.asSystem = asSystem;
    }

    /**
     * The thresholds of the newest version, by the result that they lead to.
     *
     * @param column the variable that is compared, like {@code points}; a threshold is a cell like {@code >= 60}
     */
    public Map<String, BigDecimal> thresholds(String decision, String column) {
        Map<String, BigDecimal> found = new LinkedHashMap<>();
        newest(decision).ifPresent(model -> cells(model, decision, column).forEach(cell -> {
            var figure = FROM.matcher(cell.text());
            if (figure.matches()) {
                found.putIfAbsent(cell.result(), new BigDecimal(figure.group(1)));
            }
        }));
        return found;
    }

    /** The newest version with these thresholds; nothing when it is not deployed or has none. */
    public Optional<Trial> with(String decision, String column, Map<String, BigDecimal> thresholds) {
        return newest(decision).flatMap(model -> {
            List<Cell> replaced = cells(model, decision, column)
                    .filter(cell -> FROM.matcher(cell.text()).matches() && thresholds.containsKey(cell.result()))
                    .toList();
            replaced.forEach(cell -> Objects.requireNonNull(cell.entry().getText())
                    .setTextContent(">= "
                            + Objects.requireNonNull(thresholds.get(cell.result()))
                                    .toPlainString()));
            return replaced.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Trial(engine, engine.parseDecision(decision, model)));
        });
    }

    /** A decision that can be asked again and again. */
    public static final class Trial {
        private final DmnEngine engine;
        private final DmnDecision decision;

        private Trial(DmnEngine engine, DmnDecision decision) {
            this.engine = engine;
            this.decision = decision;
        }

        /** @return the single result; nothing when the table has no answer for these inputs */
        public @Nullable String decide(Map<String, @Nullable Object> inputs) {
            try {
                Object entry =
                        engine.evaluateDecision(decision, new HashMap<>(inputs)).getSingleEntry();
                return entry == null ? null : entry.toString();
            } catch (DmnEngineException e) {
                return null;
            }
        }
    }

    /** A cell of the compared column, with the result of its row. */
    private record Cell(InputEntry entry, String text, String result) {}

    private static Stream<Cell> cells(DmnModelInstance model, String decision, String column) {
        var texts = new DecisionTexts(model);
        DecisionTable table = model.getModelElementById(decision).getUniqueChildElementByType(DecisionTable.class)
                        instanceof DecisionTable found
                ? found
                : null;
        if (table == null) {
            return Stream.empty();
        }
        var inputs = List.copyOf(table.getInputs());
        int index = IntStream.range(0, inputs.size())
                .filter(i -> texts.asked(inputs.get(i).getId()).equals(column))
                .findFirst()
                .orElse(-1);
        return index < 0
                ? Stream.empty()
                : table.getRules().stream()
                        .map(rule -> new Cell(
                                List.copyOf(rule.getInputEntries()).get(index),
                                DecisionTexts.cells(rule).get(index),
                                List.copyOf(rule.getOutputEntries())
                                        .get(0)
                                        .getText()
                                        .getTextContent()
                                        .replace("\"", "")
                                        .strip()));
    }

    /** A copy of our own: the engine keeps its models for everybody. */
    private Optional<DmnModelInstance> newest(String decision) {
        return asSystem.run(() -> Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(decision)
                        .latestVersion()
                        .singleResult())
                .map(definition -> Dmn.readModelFromStream(repository.getDecisionModel(definition.getId()))));
    }
}
