package salesconveyor.engine.lint;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import salesconveyor.shared.Sentence;

/** Gateways ask and flows answer; every wait has a limit. */
final class FlowRules {
    private static final Sentence ADD_TIMER =
            new Sentence("Add a timer: behind an event gateway, or on the edge of the step, with a way out.");

    static final List<Rule<BpmnFile>> RULES = List.of(
            Rule.broken("gateway.default", (file, known, report) -> {
                file.questions().stream()
                        .filter(gateway -> gateway.getDefault() == null)
                        .forEach(gateway -> noDefault(gateway, report));
                file.all(InclusiveGateway.class).stream()
                        .filter(gateway -> gateway.getOutgoing().size() > 1 && gateway.getDefault() == null)
                        .forEach(gateway -> noDefault(gateway, report));
                // The arrows out of a step may have conditions too.
                file.all(FlowNode.class).stream()
                        .filter(node -> !(node instanceof ParallelGateway) && isConditional(node))
                        .forEach(node -> noDefault(node, report));
            }),
            Rule.broken("gateway.condition", (file, known, report) -> file.questions().stream()
                    .flatMap(gateway -> gateway.getOutgoing().stream()
                            .filter(flow -> !flow.equals(gateway.getDefault())
                                    && gateway.getDefault() != null
                                    && flow.getConditionExpression() == null))
                    .forEach(flow -> report.say(
                            flow,
                            new Sentence("the arrow has no condition, so that the gateway cannot choose it."),
                            new Sentence("Give it a condition, or make it the default flow.")))),
            Rule.unusual("gateway.question", (file, known, report) -> file.questions().stream()
                    .filter(gateway -> gateway.getName() == null
                            || !gateway.getName().strip().endsWith("?"))
                    .forEach(gateway -> report.say(
                            gateway,
                            new Sentence("it does not say what is asked."),
                            new Sentence("Write the question that decides, with a question mark.")))),
            Rule.unusual("gateway.answers", (file, known, report) -> file.questions().stream()
                    .flatMap(gateway -> gateway.getOutgoing().stream())
                    .filter(flow -> flow.getName() == null || flow.getName().isBlank())
                    .forEach(flow -> report.say(
                            flow,
                            new Sentence("it does not say which answer it is."),
                            new Sentence("Write the answer on the arrow.")))),
            Rule.broken("wait.limit", (file, known, report) -> {
                file.all(EventBasedGateway.class).stream()
                        .filter(gateway -> gateway.getOutgoing().stream()
                                .map(SequenceFlow::getTarget)
                                .noneMatch(FlowRules::isTimer))
                        .filter(gateway -> !isEnded(file, gateway))
                        .forEach(gateway -> endless(gateway, report));
                file.all(IntermediateCatchEvent.class).stream()
                        .filter(event -> !isTimer(event)
                                && !isLink(event)
                                && !followsEventGateway(event)
                                && !isEnded(file, event))
                        .forEach(event -> endless(event, report));
                file.all(ReceiveTask.class).stream()
                        .filter(task -> !isEnded(file, task))
                        .forEach(task -> endless(task, report));
            }));

    private FlowRules() {}

    private static void noDefault(FlowNode gateway, Rule.Report report) {
        report.say(
                gateway,
                new Sentence("when no condition holds, the case has no way to go."),
                new Sentence("Make one of its flows the default flow."));
    }

    private static void endless(FlowNode node, Rule.Report report) {
        report.say(node, new Sentence("a case may wait here for ever."), ADD_TIMER);
    }

    private static boolean isTimer(FlowNode node) {
        return node instanceof CatchEvent event
                && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    /** The case goes on there at once: a link is an arrow that is not drawn. */
    private static boolean isLink(CatchEvent event) {
        return event.getEventDefinitions().stream().anyMatch(LinkEventDefinition.class::isInstance);
    }

    private static boolean isConditional(FlowNode node) {
        return node.getAttributeValue("default") == null
                && !node.getOutgoing().isEmpty()
                && node.getOutgoing().stream().allMatch(flow -> flow.getConditionExpression() != null);
    }

    /** A timer on the edge of the step or of a subprocess around it, or one that starts an event subprocess beside it. */
    private static boolean isEnded(BpmnFile file, @Nullable ModelElementInstance node) {
        return node != null
                && (file.all(BoundaryEvent.class).stream()
                                .anyMatch(edge ->
                                        edge.cancelActivity() && node.equals(edge.getAttachedTo()) && isTimer(edge))
                        || isEndedBeside(node)
                        || isEnded(file, node.getParentElement()));
    }

    /** What lies in an event subprocess itself is not ended by the others of its place: it has ended them. */
    private static boolean isEndedBeside(ModelElementInstance node) {
        ModelElementInstance place = node.getParentElement();
        return place != null
                && !(node instanceof SubProcess own && own.triggeredByEvent())
                && place.getChildElementsByType(SubProcess.class).stream()
                        .filter(SubProcess::triggeredByEvent)
                        .flatMap(sub -> sub.getChildElementsByType(StartEvent.class).stream())
                        .anyMatch(start -> start.isInterrupting() && isTimer(start));
    }

    private static boolean followsEventGateway(FlowNode node) {
        return !node.getIncoming().isEmpty()
                && node.getIncoming().stream()
                        .map(SequenceFlow::getSource)
                        .allMatch(EventBasedGateway.class::isInstance);
    }
}
