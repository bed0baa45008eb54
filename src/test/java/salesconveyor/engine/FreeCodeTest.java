package salesconveyor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static salesconveyor.Modeler.shipped;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import salesconveyor.ConveyorTest;
import salesconveyor.Modeler;

/** Whoever may deploy models may not run code in the program by them, however it is written and wherever it is put. */
@ConveyorTest
class FreeCodeTest {
    private static final String GOOD = "src/test/resources/lint/good.bpmn";
    private static final String FREE = "${x.y}";
    private static final String RETRY = "<camunda:failedJobRetryTimeCycle>";
    private static final String TASK_DONE = "<bpmn:outgoing>acceptLead_to_Gateway_LeadAccepted</bpmn:outgoing>";
    private static final String MESSAGE =
            "<bpmn:messageEventDefinition id=\"Event_CaseCancelled_message\" messageRef=\"Message_caseCancelled\" />";
    private static final String FORM = "camunda:formRef=\"acceptLead\" camunda:formRefBinding=\"latest\"";

    @Autowired
    TestRestTemplate browser;

    private Modeler modeler;

    @BeforeEach
    void modelerIsOpened() {
        modeler = new Modeler(browser);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // What the engine takes for a text, and an expression in it.
                "\\${x == '${x.getClass().getName()}'}",
                "\\#{x == '#{x.getClass()}'}",
                "\\${x == '#{x.y}'}",
                "\\\\${x == '${x.y}'}",
                "\\${leadAccepted}",
                "\\${x == 'a",
                // Expressions in expressions, and beside each other.
                "${x == '${x.y}'}",
                "${x == '#{x.y}'}",
                "#{x == '${x.y}'}",
                "${x == '{'}${x.y}",
                "${x == 'a'}${x.y}",
                "#{leadAccepted}${x.y}",
                "a ${leadAccepted} b #{x.y} c",
                "$${leadAccepted}{x.y}",
                "$#{leadAccepted}{x.y}",
                "${x == 'a\\'}${x.y}'}",
                "${x == \"a\"}",
                // Parts of an object.
                "${x.class}",
                "${x['class']}",
                "${x[y]}",
                "${execution['processEngineServices']}",
                "${execution.processBusinessKey.class}",
                "${execution.processEngineServices}",
                "${task.execution}",
                // Calls of methods.
                "${x.getClass()}",
                "${''.getClass()}",
                "${'a'.concat(x.y)}",
                "${workingTime.getClass()}",
                "${workingTime.after('PT9H').getClass()}",
                "${workingTime.after(x.y)}",
                "${workingTime.after('PT9H', 'b')}",
                "${workingTime.after('PT'.concat('9H'))}",
                "${workingTime['after']('PT9H')}",
                "${workingTime . getClass ()}",
                "${x == 'a' && workingTime.getClass() == 'b'}",
                // Functions of the engine, and operators.
                "${now()}",
                "${dateTime().plusDays(1)}",
                "${currentUser()}",
                "${spin:S(x)}",
                "${x ? y.z : 'a'}",
                "${empty x.y}",
                "${not x.y}",
                "${!x.y}",
                "${(x).y}",
                "${x == y.z}",
                "${x == y}",
                "${x > 1}",
                "${x + y.z}",
                "${x && y.z}",
                "${x.y"
            })
    void anExpressionIsNoMoreThanAComparisonOrOurFunction(String expression) {
        String escaped =
                expression.replace("&", "&amp;").replace("\"", "&quot;").replace(">", "&gt;");
        finds("safe.expression", "acceptLead", "good.bpmn", good("${workingTime.after('PT9H')}", escaped));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${dataSource.getConnection('a')}", "#{ readCard.execute('a')}", "${x.concat('a')}"})
    void aFunctionIsOneOfOurs(String expression) {
        finds("safe.function", "acceptLead", "good.bpmn", good("${workingTime.after('PT9H')}", expression));
    }

    /** Where the engine reads expressions. */
    static Stream<Arguments> places() {
        return Stream.of(
                place("acceptLead", "camunda:priority=\"50\"", "camunda:priority=\"" + FREE + "\""),
                place("acceptLead", FORM, FORM + " camunda:assignee=\"" + FREE + "\""),
                place("acceptLead", FORM, FORM + " camunda:candidateUsers=\"" + FREE + "\""),
                place("acceptLead", FORM, FORM + " camunda:followUpDate=\"" + FREE + "\""),
                place("acceptLead", "name=\"Accept lead\"", "name=\"" + FREE + "\""),
                place("acceptLead", "Accept it or return it.", FREE),
                place("acceptLead", "Accept it or return it.", "$<!-- -->{x<![CDATA[.]]>y}"),
                place("acceptLead", "Accept it or return it.", "$<?x?>&#123;x.y}"),
                place(
                        "acceptLead",
                        TASK_DONE,
                        TASK_DONE + "<bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>"
                                + FREE
                                + "</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner>"),
                place("acceptLead", TASK_DONE, TASK_DONE + many("camunda:collection=\"" + FREE + "\"", "")),
                place(
                        "acceptLead",
                        TASK_DONE,
                        TASK_DONE + many("", "<bpmn:loopCardinality>" + FREE + "</bpmn:loopCardinality>")),
                place(
                        "acceptLead",
                        TASK_DONE,
                        TASK_DONE
                                + many(
                                        "camunda:collection=\"all\"",
                                        "<bpmn:completionCondition>" + FREE + "</bpmn:completionCondition>")),
                place("readCard", "camunda:asyncBefore", "camunda:jobPriority=\"" + FREE + "\" camunda:asyncBefore"),
                place("readCard", "R5/PT5M", "R5/" + FREE),
                place("readCard", RETRY, field("stringValue=\"" + FREE + "\"", "") + RETRY),
                place("readCard", RETRY, field("", "<camunda:expression>" + FREE + "</camunda:expression>") + RETRY),
                place("readCard", RETRY, given(FREE) + RETRY),
                place(
                        "readCard",
                        RETRY,
                        given("<camunda:map><camunda:entry key=\"a\">" + FREE + "</camunda:entry></camunda:map>")
                                + RETRY),
                place(
                        "readCard",
                        RETRY,
                        given("<camunda:list><camunda:value>" + FREE + "</camunda:value></camunda:list>") + RETRY),
                place(
                        "readCard",
                        RETRY,
                        "<camunda:executionListener event=\"start\" expression=\"" + FREE + "\" />" + RETRY),
                place(
                        "readCard",
                        RETRY,
                        "<camunda:errorEventDefinition id=\"own\" errorRef=\"e\" expression=\"" + FREE + "\" />"
                                + RETRY),
                place("Event_WeekPassed", ">P7D<", ">" + FREE + "<"),
                place("Message_caseCancelled", "name=\"caseCancelled\"", "name=\"" + FREE + "\""),
                place("sellToClient", "source=\"companyNumber\"", "sourceExpression=\"" + FREE + "\""),
                place("sellToClient", "#{execution.processBusinessKey}", FREE),
                place("good", "P365D\"", "P365D\" camunda:versionTag=\"" + FREE + "\""),
                place("good", "P365D\"", "P365D\" camunda:candidateStarterUsers=\"" + FREE + "\""),
                place(
                        "StartEvent_LeadCame",
                        "<bpmn:outgoing>StartEvent_LeadCame_to_readCard",
                        "<bpmn:extensionElements><camunda:formData><camunda:formField id=\"f\" type=\"string\""
                                + " defaultValue=\"" + FREE + "\" /></camunda:formData></bpmn:extensionElements>"
                                + "<bpmn:outgoing>StartEvent_LeadCame_to_readCard"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void noFreeExpressionStandsAnywhere(String place, String from, String to) {
        finds("safe.expression", place, "good.bpmn", good(from, to));
    }

    /** Where the engine takes code that is no expression. */
    static Stream<Arguments> code() {
        return Stream.of(
                place("Event_CaseCancelled", MESSAGE, condition("language=\"groovy\"")),
                place("Event_CaseCancelled", MESSAGE, condition("id=\"own\" language=\"\"")),
                place("Event_CaseCancelled", MESSAGE, condition("camunda:resource=\"deployment://own.groovy\"")),
                place("readCard", RETRY, given("<camunda:script scriptFormat=\"groovy\">1</camunda:script>") + RETRY),
                place(
                        "StartEvent_LeadCame",
                        "<bpmn:outgoing>StartEvent_LeadCame_to_readCard",
                        "<bpmn:extensionElements><camunda:formData><camunda:formField id=\"f\" type=\"string\">"
                                + "<camunda:validation><camunda:constraint name=\"validator\" config=\"own.Validator\" />"
                                + "</camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements>"
                                + "<bpmn:outgoing>StartEvent_LeadCame_to_readCard"),
                place("acceptLead", FORM, FORM + " camunda:formHandlerClass=\"own.Handler\""));
    }

    @ParameterizedTest
    @MethodSource("code")
    void noScriptOrClassStandsAnywhere(String place, String from, String to) {
        finds("safe.code", place, "good.bpmn", good(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "JUEL", "groovy", "javascript", "http://www.omg.org/spec/FOO"})
    void aDecisionSpeaksFeelInEveryCell(String language) {
        String table = shipped("processes/leadSieve.dmn");
        for (String element : List.of("inputExpression", "inputEntry", "outputEntry", "definitions")) {
            String other = table.replaceFirst("<" + element + " ", "$0expressionLanguage=\"" + language + "\" ");
            assertThat(other).isNotEqualTo(table);
            finds("safe.code", null, "leadSieve.dmn", other);
        }
    }

    @Test
    void aCellCallsNoJava() {
        String table =
                shipped("processes/leadSieve.dmn").replaceFirst("<text>&gt;= 60</text>", "<text>\\${x.y}</text>");
        finds("safe.expression", null, "leadSieve.dmn", table);
    }

    @Test
    void aCaseModelIsNoWayRound() {
        String model = "<cmmn:definitions xmlns:cmmn=\"http://www.omg.org/spec/CMMN/20151109/MODEL\" id=\"own\">"
                + "<cmmn:case id=\"mine\"><cmmn:casePlanModel id=\"plan\"><cmmn:sentry id=\"sentry\"><cmmn:ifPart id=\"if\">"
                + "<cmmn:condition language=\"groovy\">1</cmmn:condition></cmmn:ifPart></cmmn:sentry></cmmn:casePlanModel>"
                + "</cmmn:case></cmmn:definitions>";
        finds("safe.code", "if", "own.cmmn", model);
    }

    /** What a case chooses at run time is one of what was deployed, and thus judged. */
    @Test
    void aCaseMayChooseItsFormAndProcessByAVariable() {
        assertThat(refusals("good.bpmn", good("formRef=\"acceptLead\"", "formRef=\"${ownForm}\"")))
                .isEmpty();
        assertThat(refusals("good.bpmn", good("calledElement=\"sellToClient\"", "calledElement=\"${ownProcess}\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda:formKey=\"embedded:deployment:mine${v}.html\"",
                "camunda:formKey=\"embedded:/forms/${v}\"",
                "camunda:formKey=\"${v}\"",
                "camunda:formRef=\"noSuch${v}\" camunda:formRefBinding=\"latest\"",
                "camunda:formRef=\"${v}${w}\" camunda:formRefBinding=\"latest\"",
                "camunda:formRef=\"acceptLead\" camunda:formKey=\"embedded:deployment:mine.html\""
            })
    void aFormIsOneOfTheDeployedAndAPageOneOfOurs(String form) {
        finds("task.form", "acceptLead", "good.bpmn", good(FORM, form));
    }

    @Test
    void aProcessIsOneOfTheDeployed() {
        finds(
                "call.target",
                "sellToClient",
                "good.bpmn",
                good("calledElement=\"sellToClient\"", "calledElement=\"sellTo${v}\""));
    }

    private static Arguments place(String place, String from, String to) {
        return arguments(place, from, to);
    }

    private static String many(String attributes, String inside) {
        return "<bpmn:multiInstanceLoopCharacteristics " + attributes + ">" + inside
                + "</bpmn:multiInstanceLoopCharacteristics>";
    }

    private static String field(String attributes, String inside) {
        return "<camunda:field name=\"own\" " + attributes + ">" + inside + "</camunda:field>";
    }

    private static String given(String value) {
        return "<camunda:inputOutput><camunda:inputParameter name=\"own\">" + value
                + "</camunda:inputParameter></camunda:inputOutput>";
    }

    private static String condition(String attributes) {
        return "<bpmn:conditionalEventDefinition id=\"Event_CaseCancelled_condition\"><bpmn:condition"
                + " xsi:type=\"bpmn:tFormalExpression\" " + attributes
                + ">1</bpmn:condition></bpmn:conditionalEventDefinition>";
    }

    private static String good(String from, String to) {
        String good = shipped(GOOD);
        assertThat(good).contains(from);
        return good.replace(from, to);
    }

    private void finds(String rule, String place, String file, String content) {
        List<JsonNode> found = refusals(file, content);
        assertThat(found).as("%s", found).singleElement().satisfies(one -> {
            assertThat(one.path("rule").asText()).isEqualTo(rule);
            if (place != null) {
                assertThat(one.path("element").asText()).isEqualTo(place);
            }
        });
    }

    private List<JsonNode> refusals(String file, String content) {
        return StreamSupport.stream(
                        modeler.checks(file, content).path("findings").spliterator(), false)
                .filter(found -> found.path("refused").asBoolean())
                .toList();
    }
}
