package salesconveyor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static salesconveyor.Modeler.files;
import static salesconveyor.Modeler.shipped;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.Modeler;
import salesconveyor.shared.Texts;

/** What an owner deploys from Modeler is judged before it is stored, and told in Modeler's own log panel. */
@ConveyorTest
class DeployGuardTest {
    private static final String PREFIX = "ENGINE-09005 Could not parse BPMN process. Errors: ";

    @Autowired
    TestRestTemplate browser;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    JdbcClient jdbc;

    private Modeler modeler;

    @BeforeEach
    void modelerIsOpened() {
        modeler = new Modeler(browser);
    }

    /** A good model, one thing that somebody may do wrong with it, the rule that finds it, and where. */
    static Stream<Arguments> broken() {
        return Stream.of(
                row(
                        "a script in the place of a step",
                        "good.bpmn",
                        "(?s)<bpmn:serviceTask id=\"readCard\" name=\"Read card\"[^>]*>(.*?)</bpmn:serviceTask>",
                        "<bpmn:scriptTask id=\"readCard\" name=\"Read card\" scriptFormat=\"groovy\">$1<bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                        "safe.code",
                        "readCard"),
                row(
                        "a Java class in the place of a step",
                        "good.bpmn",
                        "delegateExpression=\"\\$\\{readCard}\"",
                        "class=\"java.lang.Runtime\"",
                        "safe.code",
                        "readCard"),
                row(
                        "a shell command beside the step",
                        "good.bpmn",
                        "camunda:delegateExpression=\"\\$\\{readCard}\"",
                        "camunda:type=\"shell\" $0",
                        "safe.code",
                        "readCard"),
                row(
                        "a shell command by the engine's old name",
                        "good.bpmn",
                        "camunda:delegateExpression=\"\\$\\{readCard}\"",
                        "xmlns:a=\"http://activiti.org/bpmn\" a:type=\"shell\" $0",
                        "safe.code",
                        "readCard"),
                row(
                        "a step by the engine's old name",
                        "good.bpmn",
                        "<camunda:taskListener delegateExpression=\"\\$\\{loadLead}\"",
                        "<a:taskListener xmlns:a=\"http://activiti.org/bpmn\" event=\"create\" expression=\"\\${leadAccepted}\" />$0",
                        "safe.code",
                        "acceptLead"),
                row(
                        "an external task",
                        "good.bpmn",
                        "delegateExpression=\"\\$\\{readCard}\"",
                        "type=\"external\" camunda:topic=\"mine\"",
                        "safe.code",
                        "readCard"),
                row(
                        "a connector",
                        "good.bpmn",
                        "<camunda:failedJobRetryTimeCycle>",
                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>$0",
                        "safe.code",
                        "readCard"),
                row(
                        "a listener that is a class",
                        "good.bpmn",
                        "<camunda:taskListener delegateExpression=\"\\$\\{loadLead}\"",
                        "<camunda:taskListener class=\"evil.Listener\"",
                        "safe.code",
                        "acceptLead"),
                row(
                        "a script in a listener",
                        "good.bpmn",
                        "<camunda:taskListener delegateExpression=\"\\$\\{loadLead}\" event=\"create\" />",
                        "<camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"js\">1</camunda:script></camunda:taskListener>",
                        "safe.code",
                        "acceptLead"),
                row(
                        "a mapping class of a call",
                        "good.bpmn",
                        "camunda:calledElementBinding=\"latest\"",
                        "$0 camunda:variableMappingClass=\"evil.Map\"",
                        "safe.code",
                        "sellToClient"),
                row(
                        "a condition in another language",
                        "good.bpmn",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">",
                        "safe.code",
                        "Flow_LeadAccepted_Yes"),
                row(
                        "a condition of an event in another language",
                        "good.bpmn",
                        "<bpmn:messageEventDefinition id=\"Event_CaseCancelled_message\"[^>]*/>",
                        "<bpmn:conditionalEventDefinition id=\"x\"><bpmn:condition xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">1</bpmn:condition></bpmn:conditionalEventDefinition>",
                        "safe.code",
                        "Event_CaseCancelled"),
                row(
                        "an expression in what the engine takes for a text",
                        "good.bpmn",
                        "\\$\\{workingTime.after\\('PT9H'\\)}",
                        "\\\\\\${x == '\\${x.getClass().getName()}'}",
                        "safe.expression",
                        "acceptLead"),
                row(
                        "an expression that reaches for a class",
                        "good.bpmn",
                        "\\$\\{leadAccepted}",
                        "\\${leadAccepted.getClass()}",
                        "safe.expression",
                        "Flow_LeadAccepted_Yes"),
                row(
                        "an expression that reaches for the engine",
                        "good.bpmn",
                        "\\$\\{workingTime.after\\('PT9H'\\)}",
                        "\\${execution.processEngineServices}",
                        "safe.expression",
                        "acceptLead"),
                row(
                        "a call of a bean that is none of ours",
                        "good.bpmn",
                        "workingTime\\.after",
                        "dataSource.getConnection",
                        "safe.function",
                        "acceptLead"),
                row(
                        "a call of a step in an expression",
                        "good.bpmn",
                        "workingTime\\.after",
                        "readCard.execute",
                        "safe.function",
                        "acceptLead"),
                row(
                        "history without an end",
                        "good.bpmn",
                        " camunda:historyTimeToLive=\"P365D\"",
                        "",
                        "safe.history",
                        "good"),
                row(
                        "a file that was cut off",
                        "good.bpmn",
                        "(?s)<bpmndi:BPMNShape id=\"EndEvent_Late_di\".*",
                        "",
                        "file.read",
                        "good.bpmn"),
                row(
                        "an element that BPMN does not know",
                        "good.bpmn",
                        "<bpmn:endEvent id=\"EndEvent_Late\"",
                        "<bpmn:finish id=\"x\" />$0",
                        "file.read",
                        "good.bpmn"),
                row(
                        "a step that the program does not have",
                        "good.bpmn",
                        "\\$\\{readCard}",
                        "\\${sendFlowers}",
                        "step.bean",
                        "readCard"),
                row(
                        "a listener that the program does not have",
                        "good.bpmn",
                        "\\$\\{recordAcceptance}",
                        "\\${recordNothing}",
                        "step.listener",
                        "acceptLead"),
                row(
                        "a form that is not there",
                        "good.bpmn",
                        "formRef=\"acceptLead\"",
                        "formRef=\"noSuchForm\"",
                        "task.form",
                        "acceptLead"),
                row(
                        "a page that is not there",
                        "good.bpmn",
                        "formRef=\"acceptLead\"",
                        "formKey=\"embedded:/forms/acceptLead.html\"",
                        "task.form",
                        "acceptLead"),
                row(
                        "a page of somebody's own",
                        "good.bpmn",
                        "camunda:formRef=\"acceptLead\" camunda:formRefBinding=\"latest\"",
                        "camunda:formKey=\"embedded:deployment:mine\\${v}.html\"",
                        "task.form",
                        "acceptLead"),
                row(
                        "a form of which the case says a part",
                        "good.bpmn",
                        "formRef=\"acceptLead\"",
                        "formRef=\"noSuch\\${v}\"",
                        "task.form",
                        "acceptLead"),
                row(
                        "a task without a form",
                        "good.bpmn",
                        "camunda:formRef=\"acceptLead\" camunda:formRefBinding=\"latest\"",
                        "",
                        "task.form",
                        "acceptLead"),
                row(
                        "a form bound to its deployment",
                        "good.bpmn",
                        "formRefBinding=\"latest\"",
                        "formRefBinding=\"deployment\"",
                        "task.latest",
                        "acceptLead"),
                row(
                        "a role that nobody has",
                        "good.bpmn",
                        "(id|bpmnElement|Groups)=\"managers\"",
                        "$1=\"wizards\"",
                        "task.role",
                        "acceptLead"),
                row(
                        "a task that nobody gets",
                        "good.bpmn",
                        "camunda:candidateGroups=\"managers\"",
                        "",
                        "task.role",
                        "acceptLead"),
                row(
                        "a call without a way to forbid it",
                        "good.bpmn",
                        "(id|bpmnElement|Groups)=\"managers\"",
                        "$1=\"callers\"",
                        "call.gate",
                        "acceptLead"),
                row("a process that is only drawn", "good.bpmn", " isExecutable=\"true\"", "", "process.runs", "good"),
                row(
                        "a call that goes on when it is forbidden",
                        "processes/measureSatisfaction.bpmn",
                        "id=\"BoundaryEvent_ContactForbidden\"",
                        "$0 cancelActivity=\"false\"",
                        "call.gate",
                        "askSatisfaction"),
                row(
                        "a decision that is not there",
                        "good.bpmn",
                        "decisionRef=\"leadSieve\"",
                        "decisionRef=\"crystalBall\"",
                        "rule.decision",
                        "leadSieve"),
                row(
                        "a decision bound to a version",
                        "good.bpmn",
                        "decisionRefBinding=\"latest\"",
                        "decisionRefBinding=\"version\" camunda:decisionRefVersion=\"1\"",
                        "rule.latest",
                        "leadSieve"),
                row(
                        "a process that is not there",
                        "good.bpmn",
                        "calledElement=\"sellToClient\"",
                        "calledElement=\"sellToMoon\"",
                        "call.target",
                        "sellToClient"),
                row(
                        "a process bound to its deployment",
                        "good.bpmn",
                        "calledElementBinding=\"latest\"",
                        "calledElementBinding=\"deployment\"",
                        "call.latest",
                        "sellToClient"),
                row(
                        "a gateway without a default",
                        "good.bpmn",
                        " default=\"Flow_LeadAccepted_No\"",
                        "",
                        "gateway.default",
                        "Gateway_LeadAccepted"),
                row(
                        "a step whose only arrow has a condition",
                        "good.bpmn",
                        "(<bpmn:sequenceFlow id=\"readCard_to_leadSieve\"[^>]*) />",
                        "$1><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">\\${leadAccepted}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                        "gateway.default",
                        "readCard"),
                row(
                        "an arrow without a condition",
                        "good.bpmn",
                        "<bpmn:conditionExpression.*</bpmn:conditionExpression>",
                        "",
                        "gateway.condition",
                        "Flow_LeadAccepted_Yes"),
                row(
                        "a wait without a limit",
                        "good.bpmn",
                        "<bpmn:timerEventDefinition.*</bpmn:timerEventDefinition>",
                        "<bpmn:signalEventDefinition id=\"never\" />",
                        "wait.limit",
                        "Gateway_Wait"),
                row(
                        "a form that is no JSON",
                        "forms/callCompany.form",
                        "\"components\": \\[",
                        "\"components\": [[",
                        "file.read",
                        "callCompany.form"),
                row(
                        "a field that Tasklist cannot show",
                        "forms/acceptLead.form",
                        "\"type\": ?\"textarea\"",
                        "\"type\": \"filepicker\"",
                        "form.component",
                        null),
                row(
                        "an outcome that the process does not know",
                        "forms/acceptLead.form",
                        "\"RETURN\"(\\s*})",
                        "\"GIVE_BACK\"$1",
                        "form.outcome",
                        "outcome"),
                row(
                        "a form without its outcome",
                        "forms/acceptLead.form",
                        "(?s)(\"key\": ?\"outcome\".*?\"required\": ?)true",
                        "$1false",
                        "form.outcome",
                        "acceptLead"),
                row(
                        "a value that no case has",
                        "forms/acceptLead.form",
                        "\\{\\{cardFacts}}",
                        "{{cardWishes}}",
                        "form.known",
                        null),
                row(
                        "a column that nothing fills",
                        "processes/discountApproval.dmn",
                        "<text>discountPercent</text>",
                        "<text>discountWish</text>",
                        "decision.input",
                        null),
                row(
                        "an answer that the process does not know",
                        "processes/nextCallStep.dmn",
                        "<text>\"RETRY\"</text>",
                        "<text>\"RETRY_LATER\"</text>",
                        "decision.result",
                        null),
                row(
                        "a table without a last resort",
                        "processes/paymentTerms.dmn",
                        "(?s)<rule id=\"paymentTerms_rule5\">.*?</rule>",
                        "",
                        "decision.default",
                        "paymentTerms"),
                row(
                        "a table of which two rows fit",
                        "processes/contactCadence.dmn",
                        "hitPolicy=\"FIRST\"",
                        "hitPolicy=\"UNIQUE\"",
                        "decision.hit",
                        "contactCadence"),
                row(
                        "a script in a decision",
                        "processes/leadSieve.dmn",
                        "<text>&gt;= 60</text>",
                        "<text>\\${x.y}</text>",
                        "safe.expression",
                        null));
    }

    private static Arguments row(String what, String file, String from, String to, String rule, String place) {
        return arguments(what, file, from, to, rule, place);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void eachBrokenModelGetsTheFindingItDeservesAndNoOther(
            String what, String file, String from, String to, String rule, String place) {
        String good = shipped(file.contains("/") ? file : "src/test/resources/lint/" + file);
        String broken = good.replaceFirst(from, to);
        if (from.startsWith("(id|")) {
            broken = good.replaceAll(from, to);
        }
        assertThat(broken).isNotEqualTo(good);
        String name = file.substring(file.indexOf('/') + 1);
        List<JsonNode> found = refusals(modeler.checks(name, broken));
        assertThat(found).as("%s", found).singleElement().satisfies(one -> {
            assertThat(one.path("rule").asText()).isEqualTo(rule);
            assertThat(one.path("file").asText()).isEqualTo(name);
            if (place != null) {
                assertThat(one.path("element").asText()).isEqualTo(place);
            }
        });
        var refused = modeler.deploys(name, broken);
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        String said = Modeler.read(refused).path("message").asText();
        assertThat(said).startsWith(PREFIX);
        assertThat(said.lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("* ")
                .contains(
                        found.get(0).path("wrong").asText(),
                        found.get(0).path("mend").asText())
                .endsWith("[" + rule + "] | resource " + name);
        assertThat(refusals(modeler.checks(name, good))).isEmpty();
    }

    @Test
    void thereAreAtLeastThirtyBrokenModels() {
        assertThat(broken()).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void allThatIsWrongIsToldAtOnceByNameAndId() {
        String broken = shipped("src/test/resources/lint/good.bpmn")
                .replace("${readCard}", "${sendFlowers}")
                .replace("formRef=\"acceptLead\"", "formRef=\"noSuchForm\"")
                .replace(" default=\"Flow_LeadAccepted_No\"", "");
        String said = Modeler.read(modeler.deploys("good.bpmn", broken))
                .path("message")
                .asText();
        assertThat(said.lines())
                .containsExactly(
                        PREFIX,
                        "* \"Accept lead\" (acceptLead): there is no form noSuchForm. Deploy it first or together with the"
                                + " model, or name another one. [task.form] | resource good.bpmn",
                        "* \"Read card\" (readCard): the program has no step by the name of ${sendFlowers}. Choose the step"
                                + " in the templates that come with the program. [step.bean] | resource good.bpmn",
                        "* \"Lead accepted?\" (Gateway_LeadAccepted): when no condition holds, the case has no way to go."
                                + " Make one of its flows the default flow. [gateway.default] | resource good.bpmn");
    }

    @Test
    void theAnswerIsInTheLanguageOfTheInstallation() {
        var judge = new ModelJudge(beans, engine, new Texts(Locale.forLanguageTag("ru")));
        String broken = shipped("src/test/resources/lint/good.bpmn").replace(" default=\"Flow_LeadAccepted_No\"", "");
        assertThat(judge.refusal(judge.judge(Map.of("good.bpmn", broken.getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(
                        PREFIX
                                + "\n* \"Lead accepted?\" (Gateway_LeadAccepted): если не выполнено ни одно условие, делу некуда"
                                + " идти. Сделайте один из потоков потоком по умолчанию. [gateway.default] | resource good.bpmn");
    }

    @Test
    void filesThatAreDeployedTogetherSeeEachOther() {
        String model = shipped("src/test/resources/lint/good.bpmn")
                .replace("\"good\"", "\"together\"")
                .replace("formRef=\"acceptLead\"", "formRef=\"togetherForm\"")
                .replace("decisionRef=\"leadSieve\"", "decisionRef=\"togetherTable\"")
                .replace("calledElement=\"sellToClient\"", "calledElement=\"togetherCalled\"");
        String form = shipped("src/test/resources/lint/good.form").replace("\"acceptLead\"", "\"togetherForm\"");
        String table = shipped("processes/satisfactionLevel.dmn").replace("satisfactionLevel", "togetherTable");
        String called = shipped("src/test/resources/lint/good.bpmn").replace("\"good\"", "\"togetherCalled\"");
        assertThat(refusals(modeler.checks("together.bpmn", model)))
                .extracting(found -> found.path("rule").asText())
                .containsExactlyInAnyOrder("task.form", "rule.decision", "call.target");
        var all = files("together.bpmn", model, "any name.form", form, "any name.dmn", table, "any name.bpmn", called);
        assertThat(refusals(modeler.checks(all))).isEmpty();
        assertThat(modeler.deploys(all).getStatusCode().value()).isEqualTo(200);
        assertThat(refusals(modeler.checks("together.bpmn", model))).isEmpty();
    }

    @Test
    void whatIsOnlyUnusualIsDeployed() {
        String unusual = shipped("src/test/resources/lint/good.bpmn").replace("camunda:priority=\"50\"", "");
        JsonNode said = modeler.checks("good.bpmn", unusual);
        assertThat(said.path("deployable").asBoolean()).isTrue();
        assertThat(said.path("findings"))
                .singleElement()
                .satisfies(found -> assertThat(found.path("rule").asText()).isEqualTo("task.priority"));
        assertThat(modeler.deploys("good.bpmn", unusual).getStatusCode().value())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"processes/sellToClient.bpmn", "processes/paymentTerms.dmn", "forms/callCompany.form"})
    void aSingleFileMayBeSentAsTheBody(String path) {
        JsonNode said = modeler.checksBody(shipped(path));
        assertThat(said.path("findings")).as("%s", said).isEmpty();
        assertThat(said.path("deployable").asBoolean()).isTrue();
    }

    @Test
    void aFileWithAnotherEndingIsJudgedWhenTheEngineTakesItForAModel() {
        String broken = shipped("src/test/resources/lint/broken.bpmn");
        for (String name : List.of("brokenbpmn", "a\nb.bpmn20.xml", "broken.bpmn20.xml")) {
            assertThat(refusals(modeler.checks(name.replace("\n", ""), broken)))
                    .extracting(found -> found.path("rule").asText())
                    .contains("safe.code", "safe.history");
        }
        assertThat(refusals(modeler.checks("scripted.dmn", "<definitions id='d' expressionLanguage='javascript'/>")))
                .extracting(found -> found.path("rule").asText())
                .contains("safe.code");
    }

    @Test
    void aVersionThatIsThereAlreadyLoadsWhateverTheRulesSay() {
        String good = shipped("src/test/resources/lint/good.bpmn")
                .replace("\"good\"", "\"oldVersion\"")
                .replace("camunda:asyncBefore=\"true\"", "");
        String old = good.replaceFirst(
                "(?s)<bpmn:serviceTask id=\"readCard\".*?</bpmn:serviceTask>",
                "<bpmn:manualTask id=\"readCard\"><bpmn:incoming>StartEvent_LeadCame_to_readCard</bpmn:incoming>"
                        + "<bpmn:outgoing>readCard_to_leadSieve</bpmn:outgoing></bpmn:manualTask>");
        assertThat(modeler.deploys("oldVersion.bpmn", old).getStatusCode().value())
                .isEqualTo(200);
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("oldVersion")
                .singleResult();
        // As if it had been deployed before there were rules: no time to live, foreign code, a gateway without a
        // default.
        String forbidden = old.replace(" camunda:historyTimeToLive=\"P365D\"", "")
                .replace(" default=\"Flow_LeadAccepted_No\"", "")
                .replace(
                        "<bpmn:endEvent id=\"EndEvent_Late\" name=\"Late\">",
                        "<bpmn:endEvent id=\"EndEvent_Late\" name=\"Late\"><bpmn:extensionElements><camunda:executionListener"
                                + " class=\"old.Listener\" event=\"end\" /></bpmn:extensionElements>");
        jdbc.sql("update ACT_GE_BYTEARRAY set BYTES_ = ? where DEPLOYMENT_ID_ = ?")
                .params(forbidden.getBytes(StandardCharsets.UTF_8), definition.getDeploymentId())
                .update();
        engine.getDeploymentCache().discardProcessDefinitionCache();
        assertThat(refusals(modeler.checks("oldVersion.bpmn", forbidden))).hasSizeGreaterThan(2);
        assertThat(repository.getBpmnModelInstance(definition.getId())).isNotNull();
        var started = runtime.createProcessInstanceById(definition.getId())
                .businessKey("L-2026-1400001")
                .setVariable("sieveResult", "PASS")
                .startBeforeActivity("Gateway_Wait")
                .execute();
        assertThat(runtime.getActiveActivityIds(started.getId())).isNotEmpty();
        runtime.deleteProcessInstance(started.getId(), "test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tenant-id         | other         | There are no tenants here.",
                "deployment-source | Sales Conveyor| This source is kept for what comes with the program."
            })
    void nobodyHidesADeploymentFromItsCasesOrSignsAsTheProgram(String field, String value, String sentence) {
        var answer = modeler.deploys(Map.of(field, value), files("own.dmn", ownTable()));
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(400);
        assertThat(Modeler.read(answer).path("message").asText())
                .startsWith(PREFIX)
                .contains(sentence);
    }

    @Test
    void whatIsDeployedAgainIsJudgedAgain() {
        String id =
                Modeler.read(modeler.deploys("own.dmn", ownTable())).path("id").asText();
        assertThat(modeler.posts("/engine-rest/deployment/" + id + "/redeploy", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        jdbc.sql("update ACT_GE_BYTEARRAY set BYTES_ = ? where DEPLOYMENT_ID_ = ?")
                .params(
                        ownTable()
                                .replace("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"")
                                .getBytes(StandardCharsets.UTF_8),
                        id)
                .update();
        var refused = modeler.posts("/engine-rest/deployment/" + id + "/redeploy", Map.of());
        assertThat(refused.getStatusCode().value()).as("%s", refused.getBody()).isEqualTo(400);
        assertThat(Modeler.read(refused).path("message").asText())
                .startsWith(PREFIX)
                .contains("decision.hit");
    }

    @Test
    void aPageOfTheProgramIsNotChangedByDeployingIt() {
        var refused = modeler.deploys("shipOrder.html", shipped("forms/shipOrder.html"));
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(Modeler.read(refused).path("message").asText())
                .startsWith(PREFIX)
                .contains("form.page");
    }

    private static String ownTable() {
        return shipped("processes/contactCadence.dmn").replace("contactCadence", "ownCadence");
    }

    private static List<JsonNode> refusals(JsonNode said) {
        return StreamSupport.stream(said.path("findings").spliterator(), false)
                .filter(found -> found.path("refused").asBoolean())
                .toList();
    }
}
