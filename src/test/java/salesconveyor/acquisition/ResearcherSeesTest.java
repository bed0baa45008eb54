package salesconveyor.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import salesconveyor.ConveyorTest;
import salesconveyor.Door;
import salesconveyor.OwnPhone;
import salesconveyor.companies.Companies;
import salesconveyor.companies.CompanyFacts;
import salesconveyor.companies.Fact;

/** Attacks by a researcher at home, through both doors: of the whole line there is one's own task with its company. */
@ConveyorTest
class ResearcherSeesTest {
    @Autowired
    TestRestTemplate browser;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    AcquisitionMessages messages;

    private final String mark = "X" + System.nanoTime();
    private String own;
    private String ownCase;
    private String ownNumber;
    private String others;
    private String deal;
    private String dealCase;

    @BeforeEach
    void twoCardsAndADeal() {
        own = atResearch("Own " + mark);
        ownCase = instance(own);
        ownNumber = runtime.createProcessInstanceQuery()
                .processInstanceId(ownCase)
                .singleResult()
                .getBusinessKey();
        others = atResearch("Foreign " + mark);
        String company = company("Secret " + mark);
        dealCase = runtime.startProcessInstanceByKey(
                        "sellToClient",
                        opportunities.add(company, "LIST"),
                        Map.of("companyNumber", company, "repeatOrder", false, "marginPercent", "37.7177"))
                .getId();
        deal = tasks.createTaskQuery()
                .processInstanceId(dealCase)
                .singleResult()
                .getId();
        tasks.setAssignee(others, "colleague");
    }

    @AfterEach
    void tidy() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKeyIn("acquireClient", "sellToClient")
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
    }

    @ParameterizedTest
    @EnumSource
    void aTaskShowsItsOwnCompanyAlone(Door.Kind kind) {
        Door researcher = Door.open(kind, browser, "researcher");
        assertThat(researcher
                        .post("/task/" + own + "/claim", Map.of("userId", "researcher"))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        String shown = researcher.get("/task/" + own + "/form-variables").getBody();
        assertThat(shown).contains("Own " + mark).doesNotContain("Foreign", "Secret", "companyFit", "knownFacts");
        assertThat(researcher.get("/task/" + own + "/variables").getBody()).doesNotContain("companyFit", "callAttempt");
        assertThat(researcher.get("/task/" + own + "/localVariables").getBody()).doesNotContain("Foreign", "Secret");
        assertThat(researcher.get("/api/tasks/" + own + "/case").getBody())
                .contains("Own " + mark)
                .doesNotContain("Foreign", "Secret");
    }

    @ParameterizedTest
    @EnumSource
    void neitherADealNorAColleaguesCardCanBeOpened(Door.Kind kind) {
        Door researcher = Door.open(kind, browser, "researcher");
        for (String task : List.of(deal, others)) {
            for (String part : List.of(
                    "/form-variables",
                    "/variables",
                    "/localVariables",
                    "/variables/companyNumber",
                    "/form",
                    "/rendered-form",
                    "/deployed-form",
                    "/comment",
                    "/attachment",
                    "/identity-links")) {
                if (task.equals(deal)) {
                    closed(researcher.get("/task/" + task + part), part);
                }
                assertThat(String.valueOf(researcher.get("/task/" + task + part).getBody()))
                        .as(part)
                        .doesNotContain(mark, "37.7177");
            }
            assertThat(researcher
                            .get("/api/tasks/" + task + "/case")
                            .getStatusCode()
                            .value())
                    .isIn(403, 404);
        }
        for (String part : List.of("", "/variables", "/activity-instances", "/comment", "/variables/marginPercent")) {
            closed(researcher.get("/process-instance/" + dealCase + part), part);
            closed(researcher.get("/process-instance/" + instance(others) + part), part);
        }
        for (String part : List.of("", "/localVariables", "/localVariables/marginPercent")) {
            closed(researcher.get("/execution/" + dealCase + part), part);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noListTellsOfOtherCases(Door.Kind kind) {
        Door researcher = Door.open(kind, browser, "researcher");
        researcher.post("/task/" + own + "/claim", Map.of("userId", "researcher"));
        for (String list : List.of(
                "/task",
                "/task?taskDefinitionKey=warmUpCall",
                "/task?unassigned=true",
                "/task?assignee=colleague",
                "/process-instance",
                "/execution",
                "/variable-instance",
                "/variable-instance?deserializeValues=false",
                "/job",
                "/incident",
                "/external-task",
                "/event-subscription",
                "/case-instance",
                "/case-execution",
                "/batch",
                "/history/task",
                "/history/task?processDefinitionKey=sellToClient",
                "/history/process-instance",
                "/history/activity-instance",
                "/history/variable-instance",
                "/history/detail",
                "/history/decision-instance?includeInputs=true&includeOutputs=true",
                "/history/incident",
                "/history/job-log",
                "/history/user-operation",
                "/history/identity-link-log",
                "/history/external-task-log",
                "/history/case-instance",
                "/history/case-activity-instance",
                "/history/batch",
                "/history/cleanup/jobs",
                "/history/task/report?reportType=count&groupBy=processDefinition",
                "/history/process-instance/report?reportType=duration&periodUnit=month",
                "/user",
                "/authorization",
                "/deployment",
                "/metrics",
                "/modification/async",
                "/telemetry/data",
                "/schema/log")) {
            var answer = researcher.get(list);
            assertThat(String.valueOf(answer.getBody()))
                    .as(list + " " + answer.getStatusCode())
                    .doesNotContain(mark, dealCase, deal, "marginPercent", "sellToClient:");
        }
        for (String count : List.of(
                "/process-instance/count",
                "/execution/count",
                "/variable-instance/count",
                "/job/count?processDefinitionKey=salesConveyor",
                "/incident/count",
                "/history/process-instance/count",
                "/history/variable-instance/count",
                "/history/activity-instance/count",
                "/history/detail/count",
                "/history/task/count?processDefinitionKey=sellToClient",
                "/task/count?processDefinitionKey=sellToClient")) {
            var answer = researcher.get(count);
            assertThat(answer.getStatusCode().value() != 200 || answer.getBody().contains("\"count\":0"))
                    .as(count + " " + answer.getBody())
                    .isTrue();
        }
    }

    /** The engine gives whoever worked on a task the right to its history: not the right to what became of the case. */
    @ParameterizedTest
    @EnumSource
    void afterTheWorkIsDoneTheCaseGoesOnUnseen(Door.Kind kind) {
        Door researcher = Door.open(kind, browser, "researcher");
        researcher.post("/task/" + own + "/claim", Map.of("userId", "researcher"));
        var done = researcher.post(
                "/task/" + own + "/submit-form",
                Map.of(
                        "variables",
                        Door.variables(
                                "outcome",
                                "FOUND",
                                "person",
                                "Anna",
                                "phone",
                                OwnPhone.of(ownNumber),
                                "fit",
                                "GOOD",
                                "factSource",
                                "web")));
        assertThat(done.getStatusCode().value()).as("%s", done.getBody()).isIn(200, 204);
        for (String path : List.of(
                "/task/" + own + "/form-variables",
                "/task/" + own + "/variables",
                "/process-instance/" + ownCase,
                "/process-instance/" + ownCase + "/variables",
                "/process-instance/" + ownCase + "/activity-instances",
                "/history/process-instance/" + ownCase,
                "/history/variable-instance?processInstanceId=" + ownCase,
                "/history/detail?processInstanceId=" + ownCase,
                "/history/decision-instance?processInstanceId=" + ownCase,
                "/history/activity-instance?processInstanceId=" + ownCase,
                "/history/task?processInstanceId=" + ownCase,
                "/history/identity-link-log")) {
            var answer = researcher.get(path);
            assertThat(String.valueOf(answer.getBody()))
                    .as(path + " " + answer.getStatusCode())
                    .doesNotContain(mark, "planCall", "callCompany", "companyFit", "businessKey\":\"L-");
        }
        assertThat(researcher.get("/api/tasks/" + own + "/case").getStatusCode().value())
                .isIn(403, 404);
    }

    @ParameterizedTest
    @EnumSource
    void ourOwnEndpointsAndDecisionsAreClosed(Door.Kind kind) {
        Door researcher = Door.open(kind, browser, "researcher");
        for (String path : List.of(
                "/api/lists/x",
                "/api/catalogue/products",
                "/api/proposals/x",
                "/api/invoices/INV-2026-000001",
                "/api/statements/x",
                "/api/receivables",
                "/api/shipments/x",
                "/pages/cases",
                "/pages/setup")) {
            assertThat(researcher.get(path).getStatusCode().value()).as(path).isIn(302, 401, 403);
        }
        for (String decision : List.of("leadSieve", "companyFit", "discountApproval", "missingFacts")) {
            closed(
                    researcher.post(
                            "/decision-definition/key/" + decision + "/evaluate", Map.of("variables", Map.of())),
                    decision);
            closed(researcher.get("/decision-definition/key/" + decision + "/xml"), decision);
        }
        closed(researcher.get("/deployment/x/resources"), "resources");
    }

    /** What the calls brought is for callers and managers, also when somebody asks us while the card is researched anew. */
    @ParameterizedTest
    @EnumSource
    void anInquiryShowsTheResearcherTheCardAndNotTheCalls(Door.Kind kind) {
        String company = opportunities.find(ownNumber).orElseThrow().companyNumber();
        companies.learn(company, Map.of("activity", "Sells shoes " + mark), "their imprint", "researcher");
        opportunities.called(
                ownNumber,
                new Opportunities.Call("caller", "ANSWERED", new BigDecimal(4711), "HIGH", true, "Told us " + mark));
        String researcher = Door.open(kind, browser, "researcher")
                .get("/task/" + own + "/form-variables")
                .getBody();
        assertThat(researcher).doesNotContain("Told us");
        messages.inquiryRepeated(ownNumber, company);
        assertThat(Door.open(kind, browser, "researcher")
                        .get("/task/" + own + "/form-variables")
                        .getBody())
                .contains("Sells shoes " + mark + " (their imprint")
                .doesNotContain("4,711", "4711", "Told us", "HIGH");
    }

    private static void closed(ResponseEntity<String> answer, String what) {
        assertThat(answer.getStatusCode().value())
                .as("%s %s", what, answer.getBody())
                .isIn(400, 401, 403, 404, 405, 500);
    }

    private String company(String name) {
        return companies.add(CompanyFacts.of(name).with(Fact.EMAIL, mark + "@example.com"), "web", null);
    }

    private String atResearch(String name) {
        String company = companies.add(name);
        return tasks.createTaskQuery()
                .processInstanceId(runtime.startProcessInstanceByKey(
                                "acquireClient", opportunities.add(company, "LIST"), Map.of("companyNumber", company))
                        .getId())
                .singleResult()
                .getId();
    }

    private String instance(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
    }
}
