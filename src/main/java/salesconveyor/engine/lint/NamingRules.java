package salesconveyor.engine.lint;

import static salesconveyor.engine.lint.BpmnFile.CAMEL;
import static salesconveyor.engine.lint.BpmnFile.camunda;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Ids are chosen: a bare one is something that code or a form answers to, a prefixed one is routing. */
final class NamingRules {
    private static final Pattern GENERATED = Pattern.compile("[A-Z][A-Za-z]+_(?=\\w*\\d)[0-9a-z]{7}");
    private static final Map<Class<? extends Event>, String> EVENTS =
            Map.of(StartEvent.class, "StartEvent_", EndEvent.class, "EndEvent_", BoundaryEvent.class, "BoundaryEvent_");

    static final List<Rule<BpmnFile>> RULES = List.of(
            Rule.unusual("name.process", (file, known, report) -> file.all(Process.class).stream()
                    .filter(process -> !file.name().equals(process.getId() + ".bpmn")
                            || !CAMEL.matcher(process.getId()).matches())
                    .forEach(process -> report.say(
                            process.getId(), "the file should have the id of the process, like sellToClient.bpmn."))),
            Rule.unusual("name.generated", (file, known, report) -> file.all(BaseElement.class).stream()
                    .filter(element -> element.getId() != null
                            && GENERATED.matcher(element.getId()).matches())
                    .forEach(element -> report.say(element.getId(), "choose an id that says what it is."))),
            Rule.unusual("name.userTask", (file, known, report) -> file.all(UserTask.class).stream()
                    .filter(task -> !isNamedAsItsForm(task))
                    .forEach(task -> report.say(
                            task.getId(), "the task and its form should have the same id, like callCompany."))),
            Rule.unusual("name.serviceTask", (file, known, report) -> file.all(ServiceTask.class).stream()
                    .filter(step -> !("${" + step.getId() + "}").equals(camunda(step, "delegateExpression")))
                    .forEach(step ->
                            report.say(step.getId(), "the step should have the name of the delegate that does it."))),
            Rule.unusual("name.call", (file, known, report) -> file.all(CallActivity.class).stream()
                    .filter(call -> !CAMEL.matcher(call.getId()).matches())
                    .forEach(call -> report.say(call.getId(), "the step should be named like the process it calls."))),
            Rule.unusual(
                    "name.event", (file, known, report) -> file.all(Event.class).forEach(event -> {
                        if (!event.getId().startsWith(prefix(event))) {
                            report.say(event.getId(), "the id should say what happened: %s…", prefix(event));
                        }
                    })),
            Rule.unusual("name.gateway", (file, known, report) -> file.all(Gateway.class).stream()
                    .filter(gateway -> !gateway.getId().startsWith("Gateway_"))
                    .forEach(gateway -> report.say(gateway.getId(), "the id should be Gateway_ and its question."))),
            Rule.unusual("name.flow", (file, known, report) -> file.questions().stream()
                    .flatMap(gateway -> gateway.getOutgoing().stream())
                    .filter(flow -> !flow.getId().startsWith("Flow_"))
                    .forEach(flow -> report.say(flow.getId(), "the id should be Flow_, the question and the answer."))),
            Rule.unusual("name.message", (file, known, report) -> file.all(Message.class).stream()
                    .filter(message -> !Contract.SHIPPED.messages().contains(message.getName()))
                    .forEach(message ->
                            report.say(message.getId(), "nobody sends the message %s.", message.getName()))));

    private NamingRules() {}

    private static boolean isNamedAsItsForm(UserTask task) {
        String form = camunda(task, "formRef");
        String page = camunda(task, "formKey");
        boolean same = form == null
                ? page == null || page.equals("embedded:/forms/" + task.getId() + ".html")
                : form.equals(task.getId()) || form.contains("${");
        return same && CAMEL.matcher(task.getId()).matches();
    }

    private static String prefix(Event event) {
        return EVENTS.entrySet().stream()
                .filter(kind -> kind.getKey().isInstance(event))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("Event_");
    }
}
