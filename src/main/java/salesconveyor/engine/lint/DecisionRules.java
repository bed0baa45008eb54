package salesconveyor.engine.lint;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Variable;

/** Decision tables: named so that models can name them, asking for what a step has set. */
final class DecisionRules {
    record DmnFile(String name, DmnModelInstance model) {}

    private static final Pattern PLAIN_NAME = Pattern.compile("\\w+");

    static final List<Rule<DmnFile>> RULES = List.of(
            Rule.unusual("decision.name", (file, known, report) -> {
                List<String> ids = file.model().getModelElementsByType(Decision.class).stream()
                        .map(Decision::getId)
                        .toList();
                if (ids.stream().noneMatch(id -> file.name().equals(id + ".dmn"))) {
                    report.say(file.name(), "the file should have the id of its decision, like leadSieve.dmn.");
                }
                ids.stream()
                        .filter(id -> !BpmnFile.CAMEL.matcher(id).matches())
                        .forEach(id -> report.say(id, "a decision is named like leadSieve."));
            }),
            Rule.unusual(
                    "decision.reason",
                    (file, known, report) ->
                            file.model().getModelElementsByType(org.camunda.bpm.model.dmn.instance.Rule.class).stream()
                                    .filter(row -> row.getDescription() == null
                                            || row.getDescription()
                                                    .getTextContent()
                                                    .isBlank())
                                    .forEach(row -> report.say(
                                            row.getId(),
                                            "say in the annotation of the row why it decides so; people are told."))),
            Rule.unusual("decision.input", (file, known, report) -> file.model()
                    .getModelElementsByType(InputExpression.class)
                    .forEach(input -> {
                        String name = input.getText() == null
                                ? ""
                                : input.getText().getTextContent().strip();
                        if (PLAIN_NAME.matcher(name).matches() && !known.isVariable(name) && !isGiven(name, file)) {
                            report.say(input.getId(), "no step of the program sets %s.", name);
                        }
                    })));

    /** By another decision of the same diagram. */
    private static boolean isGiven(String name, DmnFile file) {
        return file.model().getModelElementsByType(Output.class).stream()
                        .anyMatch(output -> name.equals(output.getName()))
                || file.model().getModelElementsByType(Variable.class).stream()
                        .anyMatch(variable -> name.equals(variable.getName()));
    }

    private DecisionRules() {}
}
