package salesconveyor.engine.lint;

import static salesconveyor.engine.lint.BpmnFile.bean;
import static salesconveyor.engine.lint.BpmnFile.camunda;
import static salesconveyor.engine.lint.BpmnFile.extensions;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import salesconveyor.shared.Sentence;

/** Steps that the program does: they name what exists, come back after a failure, and hand the case's number on. */
final class StepRules {
    private static final Sentence LATEST =
            new Sentence("Bind the latest version, because an owner deploys one file at a time.");

    static final List<Rule<BpmnFile>> RULES = List.of(
            Rule.broken("step.bean", (file, known, report) -> {
                file.all(ServiceTask.class).forEach(step -> delegate(step, step, known, report));
                file.all(SendTask.class).forEach(step -> delegate(step, step, known, report));
                file.all(ThrowEvent.class).forEach(event -> event.getEventDefinitions().stream()
                        .filter(MessageEventDefinition.class::isInstance)
                        .forEach(message -> delegate(event, message, known, report)));
            }),
            Rule.broken("step.listener", (file, known, report) -> file.all(BaseElement.class)
                    .forEach(element -> listeners(element)
                            .map(listener -> listener.getAttributeValue("delegateExpression"))
                            .filter(expression -> expression != null && !isKnown(expression, known))
                            .forEach(expression -> report.say(
                                    element,
                                    new Sentence("the program has no listener by the name of {0}.", expression),
                                    new Sentence("Take the name from the shipped model, or remove the listener."))))),
            Rule.unusual("step.retry", (file, known, report) -> file.all(FlowNode.class).stream()
                    .filter(node ->
                            "true".equals(camunda(node, "asyncBefore")) || "true".equals(camunda(node, "asyncAfter")))
                    .filter(node -> extensions(node, "failedJobRetryTimeCycle")
                            .findAny()
                            .isEmpty())
                    .forEach(node -> report.say(
                            node,
                            new Sentence("it is not said how often it is tried again after a failure."),
                            new Sentence("Set a retry cycle, like R5/PT5M.")))),
            Rule.broken("rule.decision", (file, known, report) -> file.all(BusinessRuleTask.class)
                    .forEach(step -> {
                        String decision = camunda(step, "decisionRef");
                        if (decision == null || !known.isDecision(decision)) {
                            report.say(
                                    step,
                                    new Sentence("there is no decision {0}.", String.valueOf(decision)),
                                    new Sentence("Deploy it first or together with the model, or name another one."));
                        }
                    })),
            Rule.broken("rule.latest", (file, known, report) -> file.all(BusinessRuleTask.class).stream()
                    .filter(step -> isPinned(camunda(step, "decisionRefBinding")))
                    .forEach(step ->
                            report.say(step, new Sentence("the decision is bound to one of its versions."), LATEST))),
            Rule.unusual("call.key", (file, known, report) -> file.all(CallActivity.class).stream()
                    .filter(call -> extensions(call, "in").noneMatch(in -> in.getAttributeValue("businessKey") != null))
                    .forEach(call -> report.say(
                            call,
                            new Sentence("the called process does not learn the number of the case."),
                            new Sentence("Hand the business key on.")))),
            Rule.broken("call.target", (file, known, report) -> file.all(CallActivity.class).stream()
                    .filter(call -> call.getCalledElement() == null
                            || (bean(call.getCalledElement()) == null && !known.isProcess(call.getCalledElement())))
                    .forEach(call -> report.say(
                            call,
                            new Sentence("there is no process {0}.", String.valueOf(call.getCalledElement())),
                            new Sentence("Deploy it first or together with the model, or name another one.")))),
            Rule.broken("call.latest", (file, known, report) -> file.all(CallActivity.class).stream()
                    .filter(call -> isPinned(camunda(call, "calledElementBinding")))
                    .forEach(call ->
                            report.say(call, new Sentence("the process is bound to one of its versions."), LATEST))));

    private StepRules() {}

    /** The engine takes the latest when nothing is said. */
    static boolean isPinned(@Nullable String binding) {
        return binding != null && !binding.equals("latest");
    }

    /** What is foreign code has its own rule. */
    private static void delegate(BaseElement step, BaseElement holder, Known known, Rule.Report report) {
        String expression = camunda(holder, "delegateExpression");
        boolean foreign = camunda(holder, "class") != null
                || camunda(holder, "type") != null
                || extensions(holder, "connector").findAny().isPresent();
        if (!foreign && (expression == null || !isKnown(expression, known))) {
            report.say(
                    step,
                    new Sentence("the program has no step by the name of {0}.", expression == null ? "-" : expression),
                    new Sentence("Choose the step in the templates that come with the program."));
        }
    }

    private static boolean isKnown(String expression, Known known) {
        String name = bean(expression);
        return name != null && known.isBean(name);
    }

    private static Stream<ModelElementInstance> listeners(BaseElement element) {
        return Stream.concat(extensions(element, "taskListener"), extensions(element, "executionListener"));
    }
}
