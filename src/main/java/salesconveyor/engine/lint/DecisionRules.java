package salesconveyor.engine.lint;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Variable;

/**
 * Decision tables: named so that models can name them, asking for what a step has set. A file may hold several that
 * build on each other: the one that nothing in the file asks gives the file its name.
 */
final class DecisionRules {
    record DmnFile(String name, DmnModelInstance model) {
        Collection<Decision> decisions() {
            return model.getModelElementsByType(Decision.class);
        }

        /** The decisions whose answers this one is given. */
        static List<Decision> asked(Decision by) {
            return by.getInformationRequirements().stream()
                    .map(requirement -> requirement.getRequiredDecision())
                    .filter(decision -> decision != null)
                    .toList();
        }

        /** Whether another decision of the file is given its answer. */
        boolean isAsked(Decision decision) {
            return decisions().stream().anyMatch(by -> asked(by).contains(decision));
        }

        boolean isNamedAfter(Decision decision) {
            return name.equals(decision.getId() + ".dmn");
        }
    }

    private static final Pattern PLAIN_NAME = Pattern.compile("\\w+");

    static final List<Rule<DmnFile>> RULES = List.of(
            Rule.unusual("decision.name", (file, known, report) -> file.decisions().stream()
                    .filter(decision ->
                            !BpmnFile.CAMEL.matcher(decision.getId()).matches()
                                    || (!file.isAsked(decision)
                                            && !file.isNamedAfter(decision)
                                            && file.decisions().stream().noneMatch(file::isNamedAfter)))
                    .forEach(decision -> report.say(
                            decision.getId(), "the file should have the id of the decision, like leadSieve.dmn."))),
            Rule.unusual("decision.asked", (file, known, report) -> file.decisions().stream()
                    .filter(decision -> file.decisions().stream().anyMatch(file::isNamedAfter))
                    .filter(decision -> !file.isNamedAfter(decision) && !file.isAsked(decision))
                    .forEach(decision -> report.say(
                            decision.getId(),
                            "nothing in the file asks this decision; draw a line from it or give it a file."))),
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
            Rule.unusual("decision.answer", (file, known, report) -> file.decisions().stream()
                    .flatMap(by -> DmnFile.asked(by).stream()
                            .filter(decision -> answers(decision).noneMatch(words(by)::contains))
                            .map(decision -> List.of(by.getId(), decision.getId())))
                    .forEach(pair -> report.say(
                            pair.get(0),
                            "no input asks for the answer of %s, by the name of its output.",
                            pair.get(1)))),
            Rule.unusual("decision.input", (file, known, report) -> file.decisions().stream()
                    .forEach(decision -> inputs(decision)
                            .filter(input -> PLAIN_NAME.matcher(text(input)).matches())
                            .filter(input -> !known.isVariable(text(input))
                                    && !Contract.SHIPPED.isGiven(decision.getId(), text(input))
                                    && DmnFile.asked(decision).stream()
                                            .flatMap(DecisionRules::answers)
                                            .noneMatch(text(input)::equals))
                            .forEach(input ->
                                    report.say(input.getId(), "no step of the program sets %s.", text(input))))));

    private DecisionRules() {}

    private static Stream<InputExpression> inputs(Decision decision) {
        return decision.getExpression() instanceof DecisionTable table
                ? table.getInputs().stream()
                        .map(input -> input.getInputExpression())
                        .filter(expression -> expression != null)
                : Stream.empty();
    }

    private static Stream<String> answers(Decision decision) {
        return decision.getExpression() instanceof DecisionTable table
                ? table.getOutputs().stream().map(Output::getName)
                : Stream.ofNullable(decision.getVariable()).map(Variable::getName);
    }

    /** Every word in the inputs of a decision. */
    private static Set<String> words(Decision decision) {
        return inputs(decision)
                .flatMap(input -> PLAIN_NAME.matcher(text(input)).results())
                .map(match -> match.group())
                .collect(Collectors.toSet());
    }

    private static String text(InputExpression input) {
        return input.getText() == null ? "" : input.getText().getTextContent().strip();
    }
}
