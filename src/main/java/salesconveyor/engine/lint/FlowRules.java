package salesconveyor.engine.lint;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** Gateways ask and flows answer; every wait has a limit. */
final class FlowRules {
    static final List<Rule<BpmnFile>> RULES = List.of(
            Rule.unusual("gateway.question", (file, known, report) -> file.questions().stream()
                    .filter(gateway -> gateway.getName() == null
                            || !gateway.getName().strip().endsWith("?"))
                    .forEach(gateway -> report.say(gateway.getId(), "write the question that decides, with a ?."))),
            Rule.unusual("gateway.answers", (file, known, report) -> file.questions().stream()
                    .flatMap(gateway -> gateway.getOutgoing().stream())
                    .filter(flow -> flow.getName() == null || flow.getName().isBlank())
                    .forEach(flow -> report.say(flow.getId(), "write the answer on the arrow."))),
            Rule.unusual("wait.limit", (file, known, report) -> {
                file.all(EventBasedGateway.class).stream()
                        .filter(gateway -> gateway.getOutgoing().stream()
                                .map(SequenceFlow::getTarget)
                                .noneMatch(FlowRules::isTimer))
                        .forEach(gateway -> report.say(gateway.getId(), "say how long it waits (add a timer)."));
                file.all(IntermediateCatchEvent.class).stream()
                        .filter(event -> !isTimer(event) && !followsEventGateway(event))
                        .forEach(event -> report.say(event.getId(), "it may wait for ever; let a timer end it."));
                file.all(ReceiveTask.class)
                        .forEach(task -> report.say(task.getId(), "it may wait for ever; let a timer end it."));
            }));

    private FlowRules() {}

    private static boolean isTimer(FlowNode node) {
        return node instanceof CatchEvent event
                && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    private static boolean followsEventGateway(FlowNode node) {
        return node.getIncoming().stream().map(SequenceFlow::getSource).allMatch(EventBasedGateway.class::isInstance);
    }
}
