package salesconveyor.engine.lint;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputExpression;

/** Decision tables: named so that models can name them, asking for what a step has set. */
final class DecisionRules {
    record DmnFile(String name, DmnModelInstance model) {}

    private static final Pattern PLAIN_NAME = Pattern.compile("\\w+");

    static final List<Rule<DmnFile>> RULES = List.of(
            Rule.unusual(
                    "decision.name",
                    (file, known, report) -> file.model().getModelElementsByType(Decision.class).stream()
                            .filter(decision -> !file.name().equals(decision.getId() + ".dmn")
                                    || !BpmnFile.CAMEL.matcher(decision.getId()).matches())
                            .forEach(decision -> report.say(
                                    decision.getId(),
                                    "the file should have the id of the decision, like leadSieve.dmn."))),
            Rule.unusual("decision.input", (file, known, report) -> file.model()
                    .getModelElementsByType(InputExpression.class)
                    .forEach(input -> {
                        String name = input.getText() == null
                                ? ""
                                : input.getText().getTextContent().strip();
                        if (PLAIN_NAME.matcher(name).matches() && !known.isVariable(name)) {
                            report.say(input.getId(), "no step of the program sets %s.", name);
                        }
                    })));

    private DecisionRules() {}
}
