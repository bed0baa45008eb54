package salesconveyor.engine;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** What the owner of a decision table wrote: annotations, labels of columns, and the numbers that cells compare with. */
class DecisionTexts {
    private static final String FIGURE = "-?\\d+(?:\\.\\d+)?";
    private static final Pattern NUMBER = Pattern.compile(FIGURE);
    private static final Pattern COMPARISON = Pattern.compile("[<>]=?\\s*" + FIGURE);
    private static final Pattern RANGE =
            Pattern.compile("[\\[\\](]\\s*" + FIGURE + "\\s*\\.\\.\\s*" + FIGURE + "\\s*[\\[\\])]");

    private final DmnModelInstance model;

    DecisionTexts(DmnModelInstance model) {
        this.model = model;
    }

    Rule rule(String id) {
        return model.getModelElementById(id);
    }

    static String annotation(DmnElement element) {
        return element.getDescription() == null
                ? ""
                : element.getDescription().getTextContent().strip();
    }

    /** What a column asks for: the name of a variable, or an expression. */
    String asked(String input) {
        Input column = model.getModelElementById(input);
        return column.getInputExpression() == null
                        || column.getInputExpression().getText() == null
                ? input
                : column.getInputExpression().getText().getTextContent().strip();
    }

    String label(String input) {
        Input column = model.getModelElementById(input);
        return column.getLabel() == null || column.getLabel().isBlank() ? asked(input) : column.getLabel();
    }

    String outputLabel(String output) {
        Output column = model.getModelElementById(output);
        return column.getLabel() == null || column.getLabel().isBlank() ? column.getName() : column.getLabel();
    }

    List<Output> outputs(String decision) {
        return model.getModelElementById(decision).getChildElementsByType(DecisionTable.class).stream()
                .flatMap(table -> table.getOutputs().stream())
                .toList();
    }

    static List<String> cells(Rule rule) {
        return rule.getInputEntries().stream().map(DecisionTexts::cell).toList();
    }

    private static String cell(InputEntry entry) {
        return entry.getText() == null ? "" : entry.getText().getTextContent().strip();
    }

    /** A cell that asks for nothing. */
    static boolean isOpen(String cell) {
        return cell.isEmpty() || cell.equals("-");
    }

    /** Whether the row is for all that no other row is for. */
    static boolean isRest(Rule rule) {
        return cells(rule).stream().allMatch(DecisionTexts::isOpen);
    }

    /** The number or the two ends of the range that the cell compares with. */
    static List<BigDecimal> bounds(String cell) {
        return COMPARISON.matcher(cell).matches() || RANGE.matcher(cell).matches()
                ? NUMBER.matcher(cell.replace("..", " "))
                        .results()
                        .map(MatchResult::group)
                        .map(BigDecimal::new)
                        .toList()
                : List.of();
    }

    /** The nearest number that kept a row from fitting by this column alone: a value beyond it would have another result. */
    static Optional<BigDecimal> missed(Rule rest, int column, BigDecimal value) {
        return rows(rest)
                .map(DecisionTexts::cells)
                .filter(cells -> IntStream.range(0, cells.size()).allMatch(i -> i == column || isOpen(cells.get(i))))
                .flatMap(cells -> bounds(cells.get(column)).stream())
                .min(Comparator.comparing(bound -> bound.subtract(value).abs()));
    }

    private static Stream<Rule> rows(Rule rule) {
        return rule.getParentElement() instanceof DecisionTable table ? table.getRules().stream() : Stream.empty();
    }
}
