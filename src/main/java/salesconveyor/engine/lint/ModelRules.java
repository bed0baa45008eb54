package salesconveyor.engine.lint;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import salesconveyor.engine.lint.DecisionRules.DmnFile;
import salesconveyor.engine.lint.FormRules.FormFile;

/** All rules, and what they find in a file. */
public final class ModelRules {
    static final List<Rule<BpmnFile>> BPMN = Stream.of(
                    NamingRules.RULES, TaskRules.RULES, StepRules.RULES, FlowRules.RULES, DrawingRules.RULES)
            .flatMap(List::stream)
            .toList();

    private ModelRules() {}

    /** What is wrong with the file; empty for a kind of file that we have no rules for. */
    public static List<Finding> judge(String path, byte[] content, Known known) {
        String name = path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
        if (name.endsWith(".bpmn")) {
            var file = new BpmnFile(name, Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
            return all(BPMN, file, known);
        }
        if (name.endsWith(".dmn")) {
            var file = new DmnFile(name, Dmn.readModelFromStream(new ByteArrayInputStream(content)));
            return all(DecisionRules.RULES, file, known);
        }
        return name.endsWith(".form") ? form(name, content, known) : List.of();
    }

    /** The ids of all rules. */
    public static List<String> ids() {
        return Stream.of(BPMN, DecisionRules.RULES, FormRules.RULES)
                .flatMap(List::stream)
                .map(Rule::id)
                .toList();
    }

    private static List<Finding> form(String name, byte[] content, Known known) {
        try {
            return all(FormRules.RULES, new FormFile(name, new ObjectMapper().readTree(content)), known);
        } catch (IOException e) {
            return List.of(new Finding("form.json", name, "the form cannot be read: " + e.getMessage(), true));
        }
    }

    private static <T> List<Finding> all(List<Rule<T>> rules, T file, Known known) {
        return rules.stream()
                .flatMap(rule -> rule.findings(file, known).stream())
                .toList();
    }
}
