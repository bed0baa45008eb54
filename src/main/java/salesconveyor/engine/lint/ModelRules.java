package salesconveyor.engine.lint;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import salesconveyor.shared.Sentence;

/** All rules, and what they find in a file. */
public final class ModelRules {
    /** What the engine takes for a model; it asks for no dot before them. */
    private static final List<String> MODELS =
            List.of("bpmn", "bpmn20.xml", "dmn", "dmn11.xml", "cmmn", "cmmn10.xml", "cmmn11.xml");

    static final List<Rule<BpmnFile>> BPMN = Stream.of(
                    NamingRules.RULES,
                    TaskRules.RULES,
                    CallRules.RULES,
                    StepRules.RULES,
                    FlowRules.RULES,
                    DrawingRules.RULES)
            .flatMap(List::stream)
            .toList();

    private ModelRules() {}

    /** What is wrong with the file; empty for a kind of file that we have no rules for. */
    public static List<Finding> judge(String path, byte[] content, Known known) {
        String name = path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
        if (name.endsWith("form")) {
            return form(name, content, known);
        }
        if (known.isPage(name)) {
            return List.of(page(name));
        }
        List<Finding> findings = new ArrayList<>(unsafe(path, content, known));
        if (findings.stream().noneMatch(finding -> finding.rule().equals("file.read"))) {
            findings.addAll(model(name, content, known));
        }
        return findings;
    }

    /** What is wrong with the file by the rules that nobody may break, whoever deploys it. */
    public static List<Finding> unsafe(String path, byte[] content, Known known) {
        if (MODELS.stream().noneMatch(path::endsWith)) {
            return List.of();
        }
        try {
            return all(SafetyRules.RULES, SafetyRules.read(content), known);
        } catch (Exception e) {
            return List.of(unreadable(path, e));
        }
    }

    /** The ids of all rules. */
    public static List<String> ids() {
        return Stream.concat(
                        Stream.of("file.read", "form.page"),
                        Stream.of(SafetyRules.RULES, BPMN, DecisionRules.RULES, FormRules.RULES)
                                .flatMap(List::stream)
                                .map(Rule::id))
                .toList();
    }

    private static List<Finding> model(String name, byte[] content, Known known) {
        try {
            var stream = new ByteArrayInputStream(content);
            return name.contains("dmn")
                    ? all(DecisionRules.RULES, new DmnFile(name, Dmn.readModelFromStream(stream)), known)
                    : name.contains("bpmn")
                            ? all(BPMN, new BpmnFile(name, Bpmn.readModelFromStream(stream)), known)
                            : List.of();
        } catch (ModelException e) {
            return List.of(unreadable(name, e));
        }
    }

    private static List<Finding> form(String name, byte[] content, Known known) {
        try {
            return all(FormRules.RULES, new FormFile(name, new ObjectMapper().readTree(content)), known);
        } catch (IOException e) {
            return List.of(unreadable(name, e));
        }
    }

    private static Finding page(String file) {
        return new Finding(
                "form.page",
                new Place(file, null),
                new Sentence("this page is a part of the program; a deployed one is never shown."),
                new Sentence("Deploy a form (.form) and name it in the task, or have the program changed."),
                true);
    }

    private static Finding unreadable(String file, Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new Finding(
                "file.read",
                new Place(file, null),
                new Sentence("the file cannot be read: {0}", reason),
                new Sentence("Open it in Modeler, save it there and deploy it again."),
                true);
    }

    private static <T> List<Finding> all(List<Rule<T>> rules, T file, Known known) {
        return rules.stream()
                .flatMap(rule -> rule.findings(file, known).stream())
                .toList();
    }
}
