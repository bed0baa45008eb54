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
import salesconveyor.shared.Sentence;

/** A process runs and its ids are chosen: a bare one is something that code or a form answers to, a prefixed one is routing. */
final class NamingRules {
    private static final Pattern GENERATED = Pattern.compile("[A-Z][A-Za-z]+_(?=\\w*\\d)[0-9a-z]{7}");
    private static final Map<Class<? extends Event>, String> EVENTS =
            Map.of(StartEvent.class, "StartEvent_", EndEvent.class, "EndEvent_", BoundaryEvent.class, "BoundaryEvent_");

    static final List<Rule<BpmnFile>> RULES = List.of(
            // A process that is only drawn may lie beside one that runs.
            Rule.broken("process.runs", (file, known, report) -> {
                if (file.all(Process.class).stream().noneMatch(Process::isExecutable)) {
                    file.all(Process.class)
                            .forEach(process -> report.say(
                                    process,
                                    new Sentence(
                                            "it is not marked as executable, so that deploying it changes nothing."),
                                    new Sentence("Tick \"Executable\" in the properties of the process.")));
                }
            }),
            Rule.unusual("name.process", (file, known, report) -> file.all(Process.class).stream()
                    .filter(process -> !file.name().equals(process.getId() + ".bpmn")
                            || !CAMEL.matcher(process.getId()).matches())
                    .forEach(process -> report.say(
                            process,
                            new Sentence("file and process have different names."),
                            new Sentence("Name the file like the id of the process, as sellToClient.bpmn.")))),
            Rule.unusual("name.generated", (file, known, report) -> file.all(BaseElement.class).stream()
                    .filter(element -> element.getId() != null
                            && GENERATED.matcher(element.getId()).matches())
                    .forEach(element -> report.say(
                            element,
                            new Sentence("the id was generated and says nothing."),
                            new Sentence("Choose an id that says what it is.")))),
            Rule.unusual("name.userTask", (file, known, report) -> file.all(UserTask.class).stream()
                    .filter(task -> !isNamedAsItsForm(task))
                    .forEach(task -> report.say(
                            task,
                            new Sentence("task and form have different ids."),
                            new Sentence("Give both the same id, like callCompany.")))),
            Rule.unusual("name.serviceTask", (file, known, report) -> file.all(ServiceTask.class).stream()
                    .filter(step -> !("${" + step.getId() + "}").equals(camunda(step, "delegateExpression")))
                    .forEach(step -> report.say(
                            step,
                            new Sentence("the step has another id than the delegate that does it."),
                            new Sentence("Give the step the id of its delegate.")))),
            Rule.unusual("name.call", (file, known, report) -> file.all(CallActivity.class).stream()
                    .filter(call -> !CAMEL.matcher(call.getId()).matches())
                    .forEach(call -> report.say(
                            call,
                            new Sentence("the id is no plain word."),
                            new Sentence("Name the step like the process that it calls.")))),
            Rule.unusual(
                    "name.event", (file, known, report) -> file.all(Event.class).forEach(event -> {
                        if (!event.getId().startsWith(prefix(event))) {
                            report.say(
                                    event,
                                    new Sentence("the id does not say what happened."),
                                    new Sentence("Begin it with {0} and say what happened.", prefix(event)));
                        }
                    })),
            Rule.unusual("name.gateway", (file, known, report) -> file.all(Gateway.class).stream()
                    .filter(gateway -> !gateway.getId().startsWith("Gateway_"))
                    .forEach(gateway -> report.say(
                            gateway,
                            new Sentence("the id does not say what is asked."),
                            new Sentence("Make it Gateway_ and the question.")))),
            Rule.unusual("name.flow", (file, known, report) -> file.questions().stream()
                    .flatMap(gateway -> gateway.getOutgoing().stream())
                    .filter(flow -> !flow.getId().startsWith("Flow_"))
                    .forEach(flow -> report.say(
                            flow,
                            new Sentence("the id does not say which answer it is."),
                            new Sentence("Make it Flow_, the question and the answer.")))),
            Rule.unusual("name.message", (file, known, report) -> file.all(Message.class).stream()
                    .filter(message -> !Contract.SHIPPED.messages().contains(message.getName()))
                    .forEach(message -> report.say(
                            message,
                            new Sentence("nobody sends the message {0}.", String.valueOf(message.getName())),
                            new Sentence("Take the name of a message that the program sends, like caseCancelled.")))));

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
