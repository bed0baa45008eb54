package salesconveyor.line.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.SuppressionList;
import salesconveyor.development.Developing;
import salesconveyor.engine.Identities;
import salesconveyor.engine.Nudges;

/** The case behind a task, seen and ended by those who may. */
@ConveyorTest
class CaseApiTest {
    @Autowired
    TestRestTemplate browser;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    Developing developing;

    @Autowired
    SuppressionList suppressions;

    @Autowired
    Nudges nudges;

    @Autowired
    Identities identities;

    @Autowired
    IdentityService people;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private String company;
    private String number;

    /** A sale that "manager" owns, after research and a call. */
    @BeforeEach
    void aSaleRuns() {
        identities.user("secondManager", "secondManager", "Second", "second@example.com", "managers");
        company = companies.add("Case " + UUID.randomUUID());
        number = opportunities.addRepeat(company, "manager");
        jdbc.sql("insert into call_attempt (opportunity_number, caller, called, outcome, notes)"
                        + " values (?, 'caller', current_timestamp, 'ANSWERED', 'Asks for boxes')")
                .param(number)
                .update();
        Map<String, Object> variables = new HashMap<>();
        variables.put("companyNumber", company);
        variables.put("repeatOrder", false);
        variables.put("manager", "manager");
        runtime.startProcessInstanceByKey("sellToClient", number, variables);
    }

    @AfterEach
    void tidy() {
        runtime.createProcessInstanceQuery()
                .variableValueEquals("companyNumber", company)
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
        people.deleteUser("secondManager");
    }

    @ParameterizedTest
    @CsvSource({
        "head,           204",
        "manager,        204",
        "secondManager,  403",
        "caller,         403",
        "researcher,     403",
        "accountManager, 403",
        "owner,          403",
        "admin,          403"
    })
    void onlyTheOwnerAndAHeadCancel(String user, int status) {
        assertThat(post(user, "cancel", "{\"reason\":\"Wrong company\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(status);
        boolean cancelled = status == 204;
        assertThat(running()).isEqualTo(!cancelled);
        assertThat(kept()).isEqualTo(cancelled ? "CANCELLED Wrong company " + user : "");
        assertThat(jdbc.sql("select count(*) from sale where opportunity_number = ? and result = 'CANCELLED'")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(cancelled ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"head, 204", "manager, 204", "secondManager, 403", "caller, 403", "assistant, 403"})
    void onlyTheOwnerAndAHeadForbidContact(String user, int status) {
        assertThat(post(user, "forbid-contact", "{\"scope\":\"COMPANY\",\"reason\":\"Wrote us\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(status);
        assertThat(suppressions.contains(company)).isEqualTo(status == 204);
        assertThat(running()).isEqualTo(status != 204);
    }

    @Test
    void whoWantsNoMailingsIsStillSoldTo() {
        post("manager", "forbid-contact", "{\"scope\":\"MARKETING\",\"reason\":\"Asked for it\"}");
        assertThat(suppressions.forbids(company, ContactScope.MARKETING)).isTrue();
        assertThat(kept()).isEqualTo("MARKETING Asked for it manager");
        assertThat(running()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cancel         | {}                                           | Please enter the reason.",
                "cancel         | {\"reason\":\"  \"}                          | Please enter the reason.",
                "forbid-contact | {\"scope\":\"COMPANY\"}                      | Please enter the reason.",
                "forbid-contact | {\"reason\":\"x\"}                           | Please choose what kind",
                "forbid-contact | {\"reason\":\"x\",\"scope\":\"EVERYTHING\"}  | Please choose what kind"
            })
    void whatIsLeftOutIsAskedForAndNothingHappens(String path, String body, String sentence) {
        var answer = post("head", path, body);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains(sentence);
        assertThat(running()).isTrue();
        assertThat(kept()).isEmpty();
    }

    @Test
    void aReasonThatIsTooLongIsRefused() {
        var answer = post("head", "cancel", "{\"reason\":\"" + "x".repeat(2001) + "\"}");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("longer than 2,000 characters");
        assertThat(running()).isTrue();
    }

    @Test
    void anUnknownCaseIsNotFoundAndAClosedOneSaysSo() {
        String sale = number;
        number = "L-1999-000001";
        assertThat(post("head", "cancel", "{\"reason\":\"x\"}").getStatusCode().value())
                .isEqualTo(404);
        number = sale;
        post("head", "cancel", "{\"reason\":\"x\"}");
        assertThat(post("head", "cancel", "{\"reason\":\"x\"}").getStatusCode().value())
                .isEqualTo(409);
    }

    @Test
    void aStrangerIsAskedToLogIn() {
        assertThat(browser.postForEntity("/api/cases/" + number + "/cancel", json("{\"reason\":\"x\"}"), String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void aCaseIsCancelledInStageOneByAHeadAlone() {
        String lead = opportunities.add(company, "LIST");
        jdbc.sql("update opportunity set outcome = 'LOST' where number = ?")
                .param(number)
                .update();
        runtime.startProcessInstanceByKey("acquireClient", lead, Map.of("companyNumber", company));
        number = lead;
        assertThat(post("manager", "cancel", "{\"reason\":\"x\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(post("head", "cancel", "{\"reason\":\"x\"}").getStatusCode().value())
                .isEqualTo(204);
        assertThat(opportunities.result(lead).map(Enum::name)).contains("CANCELLED");
    }

    @Test
    void aClientsDevelopmentIsCancelledByItsAccountManager() {
        developing.handOver(company, "O-" + number, "manager");
        number = company;
        assertThat(post("accountManager", "cancel", "{\"reason\":\"x\"}")
                        .getStatusCode()
                        .value())
                .as("who has not taken the client")
                .isEqualTo(403);
        jdbc.sql("update client set account_manager = 'accountManager' where company_number = ?")
                .param(company)
                .update();
        assertThat(post("accountManager", "cancel", "{\"reason\":\"Moved abroad\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(jdbc.sql("select state from client where company_number = ?")
                        .param(company)
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED");
    }

    @Test
    void theTabTellsTheManagerTheWholeStory() {
        String task = task("warmUpCall");
        tasks.complete(
                task,
                Map.of(
                        "outcome",
                        "MEETING",
                        "meetingTime",
                        OffsetDateTime.now().plusDays(30).toString(),
                        "saleNotes",
                        "At 20 percent"));
        String tab = get("manager", "/api/tasks/" + task("holdFirstMeeting") + "/case");
        assertThat(tab)
                .contains(number, "\"mayDecide\":true", "\"stage\":\"Sell to client\"", "\"owner\":\"manager\"")
                .contains("Asks for boxes", "Warm up call", "At 20 percent");
    }

    @Test
    void theTabTellsAnotherRoleOnlyWhatItsTaskNeeds() {
        String warmUp = task("warmUpCall");
        tasks.complete(
                warmUp,
                Map.of(
                        "outcome",
                        "MEETING",
                        "meetingTime",
                        OffsetDateTime.now().plusDays(30).toString(),
                        "saleNotes",
                        "At 20 percent"));
        String meeting = task("holdFirstMeeting");
        tasks.setAssignee(meeting, null);
        tasks.addCandidateGroup(meeting, "researchers");
        tasks.addCandidateGroup(meeting, "callers");
        tasks.addCandidateGroup(meeting, "shippers");
        assertThat(get("researcher", "/api/tasks/" + meeting + "/case"))
                .contains(number, "\"mayDecide\":false")
                .doesNotContain("Asks for boxes", "At 20 percent", "Warm up call");
        assertThat(get("caller", "/api/tasks/" + meeting + "/case"))
                .contains("Asks for boxes", "\"mayDecide\":false")
                .doesNotContain("At 20 percent", "Warm up call");
        assertThat(get("shipper", "/api/tasks/" + meeting + "/case")).doesNotContain("Asks for boxes", "At 20 percent");
    }

    @ParameterizedTest
    @CsvSource({"caller, 404", "accountant, 404", "secondManager, 404", "manager, 200"})
    void theTabIsForThoseWhoSeeTheTask(String user, int status) {
        assertThat(as(user).getForEntity("/api/tasks/" + task("warmUpCall") + "/case", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(status);
    }

    @Test
    void headsSeeTheRunningCasesByStage() {
        String page = get("head", "/pages/cases");
        assertThat(page).contains(number, "Sell to client", "Develop client", "Cancel the case");
        assertThat(as("manager")
                        .getForEntity("/pages/cases", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        HttpHeaders russian = new HttpHeaders();
        russian.set(HttpHeaders.ACCEPT_LANGUAGE, "ru");
        assertThat(as("head")
                        .exchange("/pages/cases", HttpMethod.GET, new HttpEntity<>(russian), String.class)
                        .getBody())
                .contains("Отменить дело");
    }

    private String task(String station) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(station)
                .singleResult()
                .getId();
    }

    private boolean running() {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count()
                > 0;
    }

    private String kept() {
        return String.join(
                "\n",
                jdbc.sql("select decision || ' ' || reason || ' ' || author from case_decision where case_number = ?")
                        .param(number)
                        .query(String.class)
                        .list());
    }

    private TestRestTemplate as(String user) {
        return browser.withBasicAuth(user, user);
    }

    private String get(String user, String path) {
        return as(user).getForObject(path, String.class);
    }

    private ResponseEntity<String> post(String user, String path, String body) {
        return as(user).postForEntity("/api/cases/" + number + "/" + path, json(body), String.class);
    }

    private static HttpEntity<String> json(String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, "en");
        return new HttpEntity<>(body, headers);
    }
}
