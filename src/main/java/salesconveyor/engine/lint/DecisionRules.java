package salesconveyor.engine.lint;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Variable;
import salesconveyor.shared.Sentence;

/**
 * Decision tables: named so that models can name them, asking for what a step has set, and answering every case. A file
 * may hold several that build on each other: the one that nothing in the file asks gives the file its name.
 */
final class DecisionRules {
    private static final Pattern PLAIN_NAME = Pattern.compile("\\w+");
    private static final Pattern KEY = Pattern.compile("\"([A-Z][A-Z_]*)\"");

    static final List<Rule<DmnFile>> RULES = List.of(
            Rule.unusual("decision.name", (file, known, report) -> file.decisions().stream()
                    .filter(decision ->
                            !BpmnFile.CAMEL.matcher(decision.getId()).matches()
                                    || (!file.isAsked(decision)
                                            && !file.isNamedAfter(decision)
                                            && file.decisions().stream().noneMatch(file::isNamedAfter)))
                    .forEach(decision -> report.say(
                            decision,
                            new Sentence("file and decision have different names."),
                            new Sentence("Name the file like the id of the decision, as leadSieve.dmn.")))),
            Rule.unusual("decision.asked", (file, known, report) -> file.decisions().stream()
                    .filter(decision -> file.decisions().stream().anyMatch(file::isNamedAfter))
                    .filter(decision -> !file.isNamedAfter(decision) && !file.isAsked(decision))
                    .forEach(decision -> report.say(
                            decision,
                            new Sentence("nothing in the file asks this decision."),
                            new Sentence("Draw a line from it, or give it a file of its own.")))),
            Rule.unusual(
                    "decision.reason", (file, known, report) -> file.tables().forEach(table -> file.rows(table)
                            .filter(row -> row.getDescription() == null
                                    || row.getDescription().getTextContent().isBlank())
                            .forEach(row -> report.say(
                                    file.place(table, row),
                                    new Sentence("the row does not say why it decides so."),
                                    new Sentence("Say it in the annotation of the row, because people are told."))))),
            Rule.unusual("decision.answer", (file, known, report) -> file.decisions()
                    .forEach(by -> DmnFile.asked(by).stream()
                            .filter(decision -> answers(decision).noneMatch(words(by)::contains))
                            .forEach(decision -> report.say(
                                    by,
                                    new Sentence("no input asks for the answer of {0}.", decision.getId()),
                                    new Sentence("Name its output in an input, or remove the line."))))),
            Rule.broken(
                    "decision.input", (file, known, report) -> file.decisions().forEach(decision -> inputs(decision)
                            .filter(input -> PLAIN_NAME.matcher(text(input)).matches())
                            .filter(input -> !known.isVariable(text(input))
                                    && !Contract.SHIPPED.isGiven(decision.getId(), text(input))
                                    && DmnFile.asked(decision).stream()
                                            .flatMap(DecisionRules::answers)
                                            .noneMatch(text(input)::equals))
                            .forEach(input -> report.say(
                                    new Place(input.getId(), decision.getName()),
                                    new Sentence(
                                            "no step of the program sets {0}, so that the column never fits.",
                                            text(input)),
                                    new Sentence("Ask for a variable that a shipped model has."))))),
            Rule.broken("decision.hit", (file, known, report) -> file.tables().stream()
                    .filter(table -> table.getHitPolicy() == HitPolicy.UNIQUE
                            && table.getRules().size() > 1
                            && file.rows(table).anyMatch(DmnFile::fitsAlways))
                    .forEach(table -> report.say(
                            file.place(table),
                            new Sentence("only one row may fit (U), but one row fits always and others do too."),
                            new Sentence("Set the hit policy to First (F).")))),
            Rule.broken("decision.default", (file, known, report) -> file.tables().stream()
                    .filter(table -> table.getHitPolicy() == HitPolicy.FIRST
                            && file.rows(table).noneMatch(DmnFile::fitsAlways))
                    .forEach(table -> report.say(
                            file.place(table),
                            new Sentence("a case that fits no row gets no answer."),
                            new Sentence("Add a last row whose conditions are all empty.")))),
            Rule.broken(
                    "decision.result",
                    (file, known, report) -> file.tables()
                            .forEach(
                                    table -> file.rows(table)
                                            .forEach(
                                                    row -> results(row)
                                                            .filter(key ->
                                                                    !Contract.SHIPPED.isAnswer(file.idOf(table), key)
                                                                            && !known.isComparedTogether(key))
                                                            .forEach(
                                                                    key -> report.say(
                                                                            file.place(table, row),
                                                                            new Sentence(
                                                                                    "the process does not know the answer {0}.",
                                                                                    key),
                                                                            new Sentence(
                                                                                    "Take an answer of the shipped table, or deploy the model that knows it together with it.")))))));

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

    /** The keys that a row answers. */
    private static Stream<String> results(org.camunda.bpm.model.dmn.instance.Rule row) {
        return row.getOutputEntries().stream()
                .map(OutputEntry::getTextContent)
                .flatMap(text -> KEY.matcher(text).results())
                .map(match -> match.group(1));
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
