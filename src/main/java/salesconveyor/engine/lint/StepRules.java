package salesconveyor.engine.lint;

import static salesconveyor.engine.lint.BpmnFile.bean;
import static salesconveyor.engine.lint.BpmnFile.camunda;
import static salesconveyor.engine.lint.BpmnFile.extensions;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Expression;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Steps that the program does: they name what exists, come back after a failure, and hand the case's number on. */
final class StepRules {
    private static final Pattern CALL = Pattern.compile("[$#]\\{\\s*(\\w+)\\.\\w+\\(");

    static final List<Rule<BpmnFile>> RULES = List.of(
            Rule.broken("step.bean", (file, known, report) -> file.all(ServiceTask.class)
                    .forEach(step -> delegate(step, camunda(step, "delegateExpression"), known, report))),
            Rule.broken("step.listener", (file, known, report) -> file.all(BaseElement.class)
                    .forEach(element -> listeners(element)
                            .forEach(listener -> delegate(
                                    element, listener.getAttributeValue("delegateExpression"), known, report)))),
            Rule.broken("step.function", (file, known, report) -> file.all(BaseElement.class)
                    .forEach(element -> expressions(element)
                            .flatMap(text -> CALL.matcher(text).results())
                            .map(match -> match.group(1))
                            .filter(name -> !name.equals("execution") && !known.isBean(name))
                            .forEach(name ->
                                    report.say(element.getId(), "the program has nothing by the name of %s.", name)))),
            Rule.unusual("step.retry", (file, known, report) -> file.all(FlowNode.class).stream()
                    .filter(node ->
                            "true".equals(camunda(node, "asyncBefore")) || "true".equals(camunda(node, "asyncAfter")))
                    .filter(node -> extensions(node, "failedJobRetryTimeCycle")
                            .findAny()
                            .isEmpty())
                    .forEach(node -> report.say(node.getId(), "say how often it is tried again, like R5/PT5M."))),
            Rule.broken("rule.decision", (file, known, report) -> file.all(BusinessRuleTask.class)
                    .forEach(step -> {
                        String decision = camunda(step, "decisionRef");
                        if (decision == null || !known.isDecision(decision)) {
                            report.say(step.getId(), "the decision table %s is not there.", decision);
                        }
                    })),
            Rule.broken("rule.latest", (file, known, report) -> file.all(BusinessRuleTask.class).stream()
                    .filter(step -> isPinned(camunda(step, "decisionRefBinding")))
                    .forEach(step -> report.say(
                            step.getId(), "bind the latest decision: an owner deploys one file at a time."))),
            Rule.unusual("call.key", (file, known, report) -> file.all(CallActivity.class).stream()
                    .filter(call -> extensions(call, "in").noneMatch(in -> in.getAttributeValue("businessKey") != null))
                    .forEach(call -> report.say(call.getId(), "hand the number of the case on (business key)."))),
            Rule.unusual("call.target", (file, known, report) -> file.all(CallActivity.class).stream()
                    .filter(call -> call.getCalledElement() == null || !known.isProcess(call.getCalledElement()))
                    .forEach(call ->
                            report.say(call.getId(), "the process %s is not there yet.", call.getCalledElement()))),
            Rule.broken("call.latest", (file, known, report) -> file.all(CallActivity.class).stream()
                    .filter(call -> isPinned(camunda(call, "calledElementBinding")))
                    .forEach(call -> report.say(
                            call.getId(), "bind the latest process: an owner deploys one file at a time."))));

    private StepRules() {}

    /** The engine takes the latest when nothing is said. */
    static boolean isPinned(@Nullable String binding) {
        return binding != null && !binding.equals("latest");
    }

    private static void delegate(BaseElement element, @Nullable String expression, Known known, Rule.Report report) {
        String name = bean(expression);
        if (name == null || !known.isBean(name)) {
            report.say(element.getId(), "the program has no step by the name of %s.", expression);
        }
    }

    private static Stream<ModelElementInstance> listeners(BaseElement element) {
        return Stream.concat(extensions(element, "taskListener"), extensions(element, "executionListener"));
    }

    private static Stream<String> expressions(BaseElement element) {
        Stream<String> own = Stream.of("dueDate", "assignee", "followUpDate", "priority", "formRef", "candidateUsers")
                .map(name -> element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, name));
        Stream<String> text = element instanceof Expression ? Stream.of(element.getTextContent()) : Stream.empty();
        return Stream.concat(own, text).filter(value -> value != null && value.contains("{"));
    }
}
