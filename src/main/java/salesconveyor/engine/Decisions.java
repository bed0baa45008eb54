package salesconveyor.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks decisions, always their newest version, so that what a process owner deploys counts at once. For decisions that
 * no step of a model asks by itself.
 */
@Component
public class Decisions {
    private final DecisionService decisions;

    Decisions(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    /**
     * The only answer of a decision; nothing when no row says anything.
     *
     * @param given the inputs by their names, each of them, also those without a value
     */
    public @Nullable String one(String decision, Map<String, @Nullable Object> given) {
        Object answer = ask(decision, given).getSingleEntry();
        return answer == null ? null : answer.toString();
    }

    /** Every answer of a decision that collects them. */
    public List<String> all(String decision, Map<String, @Nullable Object> given) {
        return ask(decision, given).stream()
                .map(row -> String.valueOf(row.<Object>getSingleEntry()))
                .toList();
    }

    /** The outputs of the row that decides, by their names; nothing when no row says anything. */
    public Map<String, String> row(String decision, Map<String, @Nullable Object> given) {
        Map<String, String> row = new HashMap<>();
        DmnDecisionResultEntries found = ask(decision, given).getSingleResult();
        if (found != null) {
            found.getEntryMap().forEach((name, value) -> row.put(name, String.valueOf(value)));
        }
        return row;
    }

    private DmnDecisionResult ask(String decision, Map<String, @Nullable Object> given) {
        return decisions
                .evaluateDecisionByKey(decision)
                .variables(new HashMap<>(given))
                .evaluate();
    }
}
