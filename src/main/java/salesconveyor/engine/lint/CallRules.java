package salesconveyor.engine.lint;

import static salesconveyor.engine.lint.BpmnFile.camunda;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import salesconveyor.shared.Sentence;

/**
 * Whoever does not want to be called is not called: where a person calls a client, the message that forbids it ends the
 * call. A call about a debt is part of the contract and stays (model-contract.json names it).
 */
final class CallRules {
    private static final String FORBIDDEN = "contactForbidden";
    private static final String CALLERS = "callers";
    private static final String DO_NOT_CALL = "DO_NOT_CALL";

    static final List<Rule<BpmnFile>> RULES =
            List.of(Rule.broken("call.gate", (file, known, report) -> file.all(UserTask.class).stream()
                    .filter(task -> isCall(task) && !Contract.SHIPPED.owed().contains(task.getId()))
                    .filter(task -> !isGuarded(file, task))
                    .forEach(task -> report.say(
                            task,
                            new Sentence("a client who forbids calls meanwhile would be called all the same."),
                            new Sentence(
                                    "Put an event subprocess into the process, or an event on the edge of the task, that the message {0} starts and that ends the call.",
                                    FORBIDDEN)))));

    private CallRules() {}

    private static boolean isCall(UserTask task) {
        String groups = camunda(task, "candidateGroups");
        return (groups != null && List.of(groups.split("\\s*,\\s*")).contains(CALLERS))
                || Contract.SHIPPED
                        .outcomes()
                        .getOrDefault(task.getId(), List.of())
                        .contains(DO_NOT_CALL);
    }

    /** On the edge of the task or of what it lies in, or beside it; one that lets the call go on is no guard. */
    private static boolean isGuarded(BpmnFile file, @Nullable ModelElementInstance node) {
        return node != null
                && (file.all(BoundaryEvent.class).stream()
                                .anyMatch(edge -> edge.cancelActivity()
                                        && node.equals(edge.getAttachedTo())
                                        && isForbidding(edge))
                        || node.getChildElementsByType(SubProcess.class).stream()
                                .filter(SubProcess::triggeredByEvent)
                                .flatMap(sub -> sub.getChildElementsByType(StartEvent.class).stream())
                                .anyMatch(start -> start.isInterrupting() && isForbidding(start))
                        || isGuarded(file, node.getParentElement()));
    }

    private static boolean isForbidding(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .anyMatch(definition -> definition instanceof MessageEventDefinition message
                        && message.getMessage() != null
                        && FORBIDDEN.equals(message.getMessage().getName()));
    }
}
