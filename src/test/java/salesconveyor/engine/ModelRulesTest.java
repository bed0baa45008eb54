package salesconveyor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import salesconveyor.ConveyorTest;
import salesconveyor.engine.lint.Finding;
import salesconveyor.engine.lint.ModelRules;
import salesconveyor.shared.Texts;

/** Models, forms, decisions, twins and beans agree; each rule is seen to reject what breaks it, and only that. */
@ConveyorTest
class ModelRulesTest {
    @Autowired
    ListableBeanFactory beans;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    Texts texts;

    @Test
    void allThatIsShippedKeepsTheRules() throws IOException {
        // To judge another folder's models with this program's beans: -Dconveyor.models=/path
        Path root = Path.of(System.getProperty("conveyor.models", "."));
        List<Path> files;
        try (var processes = Files.list(root.resolve("processes"));
                var forms = Files.list(root.resolve("forms"))) {
            files = Stream.concat(
                            processes, forms.filter(form -> form.toString().endsWith(".form")))
                    .sorted()
                    .toList();
        }
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (Path file : files) {
            contents.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        assertThat(files).hasSizeGreaterThan(10);
        assertThat(new ModelJudge(beans, engine, texts)
                        .judge(contents).entrySet().stream().flatMap(file -> file.getValue().stream()
                                .map(finding -> file.getKey() + ": " + finding)))
                .isEmpty();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("name.process", "good.bpmn", "process id=\"good\"", "process id=\"better\""),
                arguments("process.runs", "good.bpmn", "isExecutable=\"true\"", "isExecutable=\"false\""),
                arguments("name.generated", "good.bpmn", "\"good_lanes\"", "\"LaneSet_1a2b3c4\""),
                arguments("name.userTask", "good.bpmn", "formRef=\"acceptLead\"", "formRef=\"judgeLead\""),
                arguments("name.serviceTask", "good.bpmn", "\\{readCard}", "{checkLead}"),
                arguments(
                        "name.call",
                        "good.bpmn",
                        "((?:id=|Ref=|bpmnElement=)\"|<bpmn:flowNodeRef>)sellToClient(?!_)",
                        "$1Sell"),
                arguments("name.event", "good.bpmn", "EndEvent_Sold", "Sold"),
                arguments("name.gateway", "good.bpmn", "Gateway_Wait", "Wait"),
                arguments("name.flow", "good.bpmn", "Flow_LeadAccepted_No", "Answer_No"),
                arguments("name.message", "good.bpmn", "name=\"caseCancelled\"", "name=\"nobodySends\""),
                arguments(
                        "task.form",
                        "good.bpmn",
                        "formRef=\"acceptLead\"",
                        "formKey=\"embedded:/forms/acceptLead.html\""),
                arguments("task.latest", "good.bpmn", "formRefBinding=\"latest\"", "formRefBinding=\"deployment\""),
                arguments("task.role", "good.bpmn", "(id|bpmnElement|Groups)=\"managers\"", "$1=\"nobody\""),
                arguments("task.lane", "good.bpmn", "Groups=\"managers\"", "Groups=\"heads\""),
                arguments("task.due", "good.bpmn", "camunda:dueDate=\"[^\"]*\"", ""),
                arguments("task.priority", "good.bpmn", "camunda:priority=\"50\"", ""),
                arguments("task.help", "good.bpmn", "Accept it or return it.", " "),
                arguments("step.bean", "good.bpmn", "readCard(?!_to)", "noSuchStep"),
                arguments("step.listener", "good.bpmn", "loadLead", "loadNothing"),
                arguments("safe.code", "good.bpmn", "camunda:delegateExpression", "camunda:type=\"shell\" $0"),
                arguments("safe.expression", "good.bpmn", "\\$\\{leadAccepted}", "\\${leadAccepted.x()}"),
                arguments("safe.function", "good.bpmn", "workingTime\\.", "playTime."),
                arguments("safe.history", "good.bpmn", " camunda:historyTimeToLive=\"P365D\"", ""),
                arguments("file.read", "good.bpmn", "</bpmn:definitions>", ""),
                arguments("call.gate", "good.bpmn", "(id|bpmnElement|Groups)=\"managers\"", "$1=\"callers\""),
                arguments("gateway.default", "good.bpmn", " default=\"Flow_LeadAccepted_No\"", ""),
                arguments(
                        "gateway.condition", "good.bpmn", "<bpmn:conditionExpression.*</bpmn:conditionExpression>", ""),
                arguments("decision.hit", "good.dmn", "(\"leadSieveTable\" hitPolicy=)\"FIRST\"", "$1\"UNIQUE\""),
                arguments("decision.default", "good.dmn", "(rule4_in2\"><text>)-", "$1&lt; 30"),
                arguments("decision.result", "good.dmn", "out1\"><text>\"NURTURE\"", "out1\"><text>\"MAYBE\""),
                arguments("form.known", "good.form", "cardFacts", "cardWishes"),
                arguments("form.choice", "good.form", ", \\{\"label\": \"Return\", \"value\": \"RETURN\"}", ""),
                arguments("step.retry", "good.bpmn", "<camunda:failedJob.*Cycle>", ""),
                arguments("rule.decision", "good.bpmn", "decisionRef=\"leadSieve\"", "decisionRef=\"noSieve\""),
                arguments(
                        "rule.latest", "good.bpmn", "decisionRefBinding=\"latest\"", "decisionRefBinding=\"version\""),
                arguments("call.key", "good.bpmn", "<camunda:in businessKey.*/>", ""),
                arguments("call.target", "good.bpmn", "calledElement=\"sellToClient\"", "calledElement=\"sellAway\""),
                arguments("call.latest", "good.bpmn", "ElementBinding=\"latest\"", "ElementBinding=\"deployment\""),
                arguments("gateway.question", "good.bpmn", "Lead accepted\\?", "Lead accepted"),
                arguments("gateway.answers", "good.bpmn", "name=\"yes\"", ""),
                arguments(
                        "wait.limit",
                        "good.bpmn",
                        "<bpmn:timerEventDefinition.*</bpmn:timerEventDefinition>",
                        "<bpmn:signalEventDefinition id=\"never\" />"),
                arguments("draw.shape", "good.bpmn", "bpmnElement=\"acceptLead\"", ""),
                arguments("draw.lane", "good.bpmn", "x=\"755\" y=\"110\"", "x=\"755\" y=\"30\""),
                arguments("draw.pool", "good.bpmn", "width=\"1363\"", "width=\"1300\""),
                arguments("draw.overlap", "good.bpmn", "x=\"595\" y=\"305\"", "x=\"500\" y=\"305\""),
                arguments(
                        "draw.crossing",
                        "good.bpmn",
                        "(?s)(<bpmndi:BPMNEdge id=\"sellToClient_to_EndEvent_Sold_di\"[^>]*>\\s*<di:waypoint [^>]*>)",
                        "$1<di:waypoint x=\"1200\" y=\"345\" /><di:waypoint x=\"1200\" y=\"480\" />"
                                + "<di:waypoint x=\"1330\" y=\"480\" /><di:waypoint x=\"1330\" y=\"345\" />"),
                arguments(
                        "draw.through",
                        "good.bpmn",
                        "(?s)(<bpmndi:BPMNEdge id=\"StartEvent_LeadCame_to_readCard_di\"[^>]*>\\s*<di:waypoint [^>]*>)",
                        "$1<di:waypoint x=\"640\" y=\"345\" />"),
                arguments("draw.start", "good.bpmn", "x=\"307\" y=\"327\"", "x=\"547\" y=\"420\""),
                arguments("decision.name", "good.dmn", "decision id=\"leadSieve\"", "decision id=\"lead-sieve\""),
                arguments("decision.reason", "good.dmn", "<description>Buys too little\\.</description>", ""),
                arguments("decision.input", "good.dmn", "<text>companyFit<", "<text>companyFitness<"),
                arguments(
                        "decision.asked", "card.dmn", "<informationRequirement (?s:.*?)</informationRequirement>", ""),
                arguments("decision.answer", "card.dmn", "missingFact(?=\\)| =)", "missing"),
                arguments("form.page", "good.html", "satisfied", "shipped"),
                arguments("form.name", "good.form", "\"acceptLead\"", "\"other\""),
                arguments("form.version", "good.form", "7\\.22\\.0", "7.24.0"),
                arguments("form.component", "good.form", "\"html\"", "\"filepicker\""),
                arguments("form.keys", "good.form", "\"key\": \"reason\"", "\"key\": \"outcome\""),
                arguments("form.flat", "good.form", "\"key\": \"reason\"", "\"key\": \"lead.reason\""),
                arguments("form.length", "good.form", ", \"validate\": \\{\"maxLength\": 1000}", ""),
                arguments("form.outcome", "good.form", "\"RETURN\"", "\"GIVE_BACK\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void eachRuleRejectsWhatBreaksIt(String rule, String file, String from, String to) throws IOException {
        String good = good(file);
        String broken = good.replaceAll(from, to);
        assertThat(broken).isNotEqualTo(good);
        assertThat(judge(file, good)).isEmpty();
        assertThat(judge(file, broken)).isNotEmpty().allSatisfy(finding -> assertThat(finding.rule())
                .as("%s", finding)
                .isEqualTo(rule));
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void aTimerBesideTheWaitLimitsItWhenItEndsIt(boolean interrupting, boolean refused) throws IOException {
        String model = good("good.bpmn")
                .replaceAll(
                        "<bpmn:timerEventDefinition.*</bpmn:timerEventDefinition>",
                        "<bpmn:signalEventDefinition id=\"never\" />")
                .replace(
                        "</bpmn:process>",
                        "<bpmn:subProcess id=\"late\" triggeredByEvent=\"true\"><bpmn:startEvent id=\"StartEvent_Late\""
                                + " isInterrupting=\"%s\"><bpmn:timerEventDefinition /></bpmn:startEvent></bpmn:subProcess></bpmn:process>"
                                        .formatted(interrupting));
        assertThat(judge("good.bpmn", model).stream()
                        .anyMatch(finding -> finding.rule().equals("wait.limit")))
                .isEqualTo(refused);
    }

    @Test
    void aLinkIsNoWait() throws IOException {
        String model = good("good.bpmn")
                .replace(
                        "</bpmn:process>",
                        "<bpmn:intermediateCatchEvent id=\"Event_Linked\"><bpmn:linkEventDefinition name=\"on\" />"
                                + "</bpmn:intermediateCatchEvent></bpmn:process>");
        assertThat(judge("good.bpmn", model)).extracting(Finding::rule).doesNotContain("wait.limit", "file.read");
    }

    @Test
    void noRuleIsWithoutABrokenFixture() {
        assertThat(broken().map(line -> (String) line.get()[0])).containsExactlyInAnyOrderElementsOf(ModelRules.ids());
    }

    private List<Finding> judge(String file, String content) {
        String name =
                switch (file) {
                    case "good.form" -> "acceptLead.form";
                    case "good.dmn" -> "leadSieve.dmn";
                    case "card.dmn" -> "cardCompleteness.dmn";
                    // A page is known by its name alone.
                    case "good.html" -> content.contains("shipped") ? "shipOrder.html" : file;
                    default -> file;
                };
        return ModelRules.judge(
                name, content.getBytes(StandardCharsets.UTF_8), new KnownToEngine(beans, engine, Map.of()));
    }

    private static String good(String file) throws IOException {
        return file.endsWith(".dmn")
                ? Files.readString(
                        Path.of(file.equals("card.dmn") ? "processes/cardCompleteness.dmn" : "processes/leadSieve.dmn"))
                : new ClassPathResource("lint/" + file).getContentAsString(StandardCharsets.UTF_8);
    }
}
