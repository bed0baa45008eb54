package salesconveyor.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.jspecify.annotations.Nullable;
import salesconveyor.people.Role;

/**
 * Writes Modeler's templates from the shipped models and the steps of the program, so that an owner chooses what exists
 * instead of typing its name. They are checked in under {@code .camunda/element-templates}, where Modeler finds them.
 */
final class ElementTemplates {
    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

    private final List<BpmnModelInstance> models;
    private final List<String> delegates;

    ElementTemplates(List<BpmnModelInstance> models, List<String> delegates) {
        this.models = models;
        this.delegates = delegates;
    }

    /** The templates by the name of their file. */
    Map<String, List<Map<String, Object>>> files() {
        Map<String, List<Map<String, Object>>> files = new TreeMap<>();
        files.put("steps.json", delegates.stream().map(this::step).toList());
        files.put(
                "tasks.json",
                Stream.concat(
                                Stream.of(Role.values())
                                        .filter(role -> role != Role.ADMINISTRATORS && role != Role.PROCESS_OWNERS)
                                        .map(this::task),
                                distinct(UserTask.class, task -> camunda(task, "formKey") != null)
                                        .map(this::page))
                        .toList());
        files.put(
                "decisions.json",
                distinct(BusinessRuleTask.class, rule -> true)
                        .map(this::decision)
                        .toList());
        files.put(
                "calls.json",
                distinct(CallActivity.class, call -> true).map(this::call).toList());
        files.put(
                "messages.json",
                distinct(Message.class, message -> true).map(this::message).toList());
        return files;
    }

    private Map<String, Object> step(String delegate) {
        BaseElement shipped = distinct(
                        ServiceTask.class, step -> ("${" + delegate + "}").equals(camunda(step, "delegateExpression")))
                .findFirst()
                .orElse(null);
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(hidden("camunda:delegateExpression", "${" + delegate + "}"));
        properties.add(field(
                "Boolean",
                "The program does it in the background and tries again after a failure",
                "camunda:asyncBefore",
                shipped != null && "true".equals(camunda(shipped, "asyncBefore"))));
        return template(
                "step." + delegate,
                name(shipped, delegate),
                documentation(shipped),
                properties,
                "ServiceTask",
                "SendTask");
    }

    private Map<String, Object> task(Role role) {
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(hidden("camunda:candidateGroups", role.group()));
        properties.add(required(field("String", "Id of the form", "camunda:formRef", "")));
        properties.add(hidden("camunda:formRefBinding", "latest"));
        properties.add(
                required(field("String", "Due, in working time", "camunda:dueDate", "${workingTime.after('PT9H')}")));
        properties.add(required(field("String", "Priority, 0 to 100", "camunda:priority", "50")));
        properties.add(field("String", "Whose it is; empty for the whole role", "camunda:assignee", ""));
        return template(
                "task." + role.group(),
                role.title() + ": task",
                "A task that everybody of this role may take.",
                properties,
                "UserTask");
    }

    private Map<String, Object> page(UserTask task) {
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(hidden("camunda:candidateGroups", String.valueOf(camunda(task, "candidateGroups"))));
        properties.add(hidden("camunda:formKey", String.valueOf(camunda(task, "formKey"))));
        properties.add(required(field("String", "Due, in working time", "camunda:dueDate", camunda(task, "dueDate"))));
        properties.add(required(field("String", "Priority, 0 to 100", "camunda:priority", camunda(task, "priority"))));
        properties.add(field(
                "String", "Whose it is; empty for the whole role", "camunda:assignee", camunda(task, "assignee")));
        return template("page." + task.getId(), name(task, task.getId()), documentation(task), properties, "UserTask");
    }

    private Map<String, Object> decision(BusinessRuleTask rule) {
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(hidden("camunda:decisionRef", String.valueOf(camunda(rule, "decisionRef"))));
        properties.add(hidden("camunda:decisionRefBinding", "latest"));
        for (String name : List.of("mapDecisionResult", "resultVariable")) {
            if (camunda(rule, name) != null) {
                properties.add(hidden("camunda:" + name, String.valueOf(camunda(rule, name))));
            }
        }
        return template(
                "decision." + camunda(rule, "decisionRef"),
                name(rule, rule.getId()),
                documentation(rule),
                properties,
                "BusinessRuleTask");
    }

    private Map<String, Object> call(CallActivity call) {
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(hidden("calledElement", call.getCalledElement()));
        properties.add(hidden("camunda:calledElementBinding", "latest"));
        properties.add(bound(Map.of("type", "camunda:in:businessKey"), "#{execution.processBusinessKey}"));
        for (var child : call.getExtensionElements().getElements()) {
            if (child instanceof CamundaIn in && in.getCamundaTarget() != null) {
                Map<String, Object> binding = new LinkedHashMap<>(Map.of("type", "camunda:in"));
                binding.put("target", in.getCamundaTarget());
                if (in.getCamundaSourceExpression() != null) {
                    binding.put("expression", true);
                }
                properties.add(bound(
                        binding,
                        in.getCamundaSourceExpression() == null
                                ? in.getCamundaSource()
                                : in.getCamundaSourceExpression()));
            } else if (child instanceof CamundaOut out) {
                Map<String, Object> binding = new LinkedHashMap<>(Map.of("type", "camunda:out"));
                binding.put("source", out.getCamundaSource());
                properties.add(bound(binding, out.getCamundaTarget()));
            }
        }
        return template(
                "call." + call.getId(), name(call, call.getId()), documentation(call), properties, "CallActivity");
    }

    /** A template of Camunda 7 cannot set the message itself: the description says which one is to be chosen. */
    private Map<String, Object> message(Message message) {
        String words = sentence(message.getName());
        return template(
                "message." + message.getName(),
                words,
                "Waits for the message " + message.getName() + "; choose or make it under Message in the panel.",
                List.of(required(field("String", "What happened", "name", words))),
                "ReceiveTask",
                "IntermediateCatchEvent",
                "BoundaryEvent",
                "StartEvent");
    }

    private static Map<String, Object> template(
            String id, String name, String description, List<Map<String, Object>> properties, String... types) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("$schema", SCHEMA);
        template.put("name", name);
        template.put("id", "salesConveyor." + id);
        if (!description.isEmpty()) {
            template.put("description", description);
        }
        template.put("appliesTo", Stream.of(types).map(type -> "bpmn:" + type).toList());
        template.put("entriesVisible", true);
        template.put("properties", properties);
        return template;
    }

    private static Map<String, Object> hidden(String name, String value) {
        return bound(new LinkedHashMap<>(Map.of("type", "property", "name", name)), value);
    }

    private static Map<String, Object> bound(Map<String, Object> binding, String value) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("type", "Hidden");
        property.put("value", value);
        property.put("binding", new TreeMap<>(binding));
        return property;
    }

    private static Map<String, Object> field(String type, String label, String name, @Nullable Object value) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("label", label);
        property.put("type", type);
        if (value != null && !value.equals("")) {
            property.put("value", value);
        }
        property.put("binding", new TreeMap<>(Map.of("type", "property", "name", name)));
        return property;
    }

    private static Map<String, Object> required(Map<String, Object> property) {
        property.put("constraints", Map.of("notEmpty", true));
        return property;
    }

    /** One for each id, however many models have it. */
    private <T extends BaseElement> Stream<T> distinct(Class<T> type, Predicate<T> which) {
        Map<String, T> found = new TreeMap<>();
        models.forEach(model -> model.getModelElementsByType(type).stream()
                .filter(which)
                .forEach(element -> found.putIfAbsent(element.getId(), element)));
        return found.values().stream();
    }

    static @Nullable String camunda(BaseElement element, String name) {
        return element.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", name);
    }

    private static String name(@Nullable BaseElement shipped, String id) {
        String name = shipped == null ? null : shipped.getAttributeValue("name");
        return name == null ? sentence(id) : name;
    }

    private static String documentation(@Nullable BaseElement shipped) {
        return shipped == null
                ? ""
                : shipped.getDocumentations().stream()
                        .map(text -> text.getTextContent().strip())
                        .findFirst()
                        .orElse("");
    }

    private static String sentence(String id) {
        String words = id.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
