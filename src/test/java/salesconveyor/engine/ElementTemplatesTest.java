package salesconveyor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import salesconveyor.ConveyorTest;

/** Modeler's templates say what the program has; write them anew with {@code -Dconveyor.templates=write}. */
@ConveyorTest
class ElementTemplatesTest {
    private static final Path FOLDER = Path.of(".camunda/element-templates");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Which kinds of fields Modeler has for a kind of binding, by the JSON schema of the templates. */
    private static final Map<String, Set<String>> TYPES = Map.of(
            "property", Set.of("String", "Text", "Hidden", "Dropdown", "Boolean"),
            "camunda:in", Set.of("String", "Hidden", "Dropdown"),
            "camunda:in:businessKey", Set.of("String", "Hidden", "Dropdown"),
            "camunda:out", Set.of("String", "Hidden", "Dropdown"));

    /** What a template cannot set (the retry cycle has a default of the engine), or what says only how a task is drawn. */
    private static final Set<String> LISTENERS = Set.of("taskListener", "executionListener", "failedJobRetryTimeCycle");

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    private final List<BpmnModelInstance> models = new ArrayList<>();

    @BeforeEach
    void theModelsAreRead() throws IOException {
        try (var files = Files.list(Path.of("processes"))) {
            files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .forEach(file -> models.add(Bpmn.readModelFromFile(file.toFile())));
        }
    }

    @Test
    void theTemplatesAreThoseOfTheModelsAndOfTheSteps() throws IOException {
        List<String> delegates = Arrays.stream(beans.getBeanNamesForType(JavaDelegate.class))
                .sorted()
                .toList();
        var expected = new ElementTemplates(models, delegates).files();
        var printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        Set<String> names = new TreeSet<>();
        for (var file : expected.entrySet()) {
            String content = JSON.writer(printer).writeValueAsString(file.getValue()) + "\n";
            Path path = FOLDER.resolve(file.getKey());
            if ("write".equals(System.getProperty("conveyor.templates"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(path, content);
            }
            assertThat(path).content().isEqualTo(content);
            names.add(file.getKey());
        }
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void modelerReadsThem() throws IOException {
        Set<String> ids = new HashSet<>();
        for (JsonNode template : templates()) {
            assertThat(template.path("name").asText()).isNotBlank();
            assertThat(ids.add(template.path("id").asText())).as("%s", template).isTrue();
            assertThat(template.path("appliesTo")).isNotEmpty().allSatisfy(type -> assertThat(type.asText())
                    .matches("bpmn:(Service|Send|User|BusinessRule|Receive)Task|bpmn:CallActivity"
                            + "|bpmn:(IntermediateCatch|Boundary|Start)Event"));
            assertThat(template.path("properties")).isNotEmpty();
            for (JsonNode property : template.path("properties")) {
                String binding = property.path("binding").path("type").asText();
                assertThat(TYPES).containsKey(binding);
                assertThat(TYPES.get(binding)).contains(property.path("type").asText());
                assertThat(property.path("binding")
                                .path(
                                        switch (binding) {
                                            case "property" -> "name";
                                            case "camunda:in" -> "target";
                                            case "camunda:out" -> "source";
                                            default -> "type";
                                        })
                                .asText())
                        .isNotBlank();
                assertThat(property.path("type").asText().equals("Hidden") == property.has("label"))
                        .as("a field that is seen says what it is: %s", property)
                        .isFalse();
            }
        }
    }

    @Test
    void eachNamesWhatThereIs() throws IOException {
        var known = new KnownToEngine(beans, engine, Map.of());
        for (JsonNode template : templates()) {
            check(template, "camunda:delegateExpression", name -> known.isBean(name.replaceAll("[${}]", "")));
            check(template, "camunda:candidateGroups", known::isRole);
            check(template, "camunda:decisionRef", known::isDecision);
            check(template, "calledElement", known::isProcess);
            check(template, "camunda:formKey", key -> known.isPage(key.replace("embedded:/forms/", "")));
        }
    }

    @Test
    void everyShippedElementHasATemplateWithAllItsProperties() throws IOException {
        List<JsonNode> templates = templates();
        int elements = 0;
        for (BpmnModelInstance model : models) {
            for (Class<? extends BaseElement> type :
                    List.of(ServiceTask.class, UserTask.class, BusinessRuleTask.class, CallActivity.class)) {
                for (BaseElement element : model.getModelElementsByType(type)) {
                    elements++;
                    assertThat(templates)
                            .as("%s %s", type.getSimpleName(), element.getId())
                            .anyMatch(template -> fits(template, element));
                }
            }
            for (Message message : model.getModelElementsByType(Message.class)) {
                assertThat(templates)
                        .anyMatch(template ->
                                template.path("id").asText().equals("salesConveyor.message." + message.getName()));
            }
        }
        assertThat(elements).isGreaterThan(80);
    }

    private static boolean fits(JsonNode template, BaseElement element) {
        String type = "bpmn:"
                + Character.toUpperCase(element.getElementType().getTypeName().charAt(0))
                + element.getElementType().getTypeName().substring(1);
        if (StreamSupport.stream(template.path("appliesTo").spliterator(), false)
                .noneMatch(applies -> applies.asText().equals(type))) {
            return false;
        }
        var attributes = element.getDomElement();
        return Stream.of(
                                "delegateExpression",
                                "asyncBefore",
                                "candidateGroups",
                                "formRef",
                                "formRefBinding",
                                "formKey",
                                "dueDate",
                                "priority",
                                "assignee",
                                "decisionRef",
                                "decisionRefBinding",
                                "mapDecisionResult",
                                "resultVariable",
                                "calledElementBinding")
                        .filter(name -> ElementTemplates.camunda(element, name) != null)
                        .allMatch(name -> has(template, "camunda:" + name, ElementTemplates.camunda(element, name)))
                && (attributes.getAttribute("calledElement") == null
                        || has(template, "calledElement", attributes.getAttribute("calledElement")))
                && handed(template, element);
    }

    /** A hidden property has this very value, one that is seen may have any. */
    private static boolean has(JsonNode template, String name, String value) {
        return StreamSupport.stream(template.path("properties").spliterator(), false)
                .filter(property ->
                        property.path("binding").path("name").asText().equals(name))
                .anyMatch(property -> !property.path("type").asText().equals("Hidden")
                        || property.path("value").asText().equals(value));
    }

    /** What a call hands in and out. */
    private static boolean handed(JsonNode template, BaseElement element) {
        if (!(element instanceof CallActivity)) {
            return true;
        }
        for (ModelElementInstance child : element.getExtensionElements().getElements()) {
            String kind = child.getElementType().getTypeName();
            String bound = child.getAttributeValue(kind.equals("in") ? "target" : "source");
            if (!LISTENERS.contains(kind)
                    && bound != null
                    && StreamSupport.stream(template.path("properties").spliterator(), false)
                            .noneMatch(property -> property.path("binding")
                                    .path(kind.equals("in") ? "target" : "source")
                                    .asText()
                                    .equals(bound))) {
                return false;
            }
        }
        return true;
    }

    private static void check(JsonNode template, String name, java.util.function.Predicate<String> exists) {
        for (JsonNode property : template.path("properties")) {
            if (property.path("binding").path("name").asText().equals(name)) {
                assertThat(exists.test(property.path("value").asText()))
                        .as("%s of %s", name, template.path("id"))
                        .isTrue();
            }
        }
    }

    private static List<JsonNode> templates() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                JSON.readTree(file.toFile()).forEach(all::add);
            }
        }
        assertThat(all).hasSizeGreaterThan(60);
        return all;
    }
}
