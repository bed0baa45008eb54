package salesconveyor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.Answers;
import salesconveyor.ConveyorTest;
import salesconveyor.Door;
import salesconveyor.Modeler;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;

/** A process owner changes the line as README tells, from Modeler, while cases are in flight. */
@ConveyorTest
class OwnersChangesTest {
    private static final String SALE = "sellToClient.bpmn";
    private static final String SPINE = "salesConveyor.bpmn";

    @Autowired
    TestRestTemplate browser;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    DecisionService decisions;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    JdbcClient jdbc;

    private final List<String> started = new ArrayList<>();
    private Modeler modeler;

    @BeforeEach
    void modelerIsOpened() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-24T09:00:00Z")));
        modeler = new Modeler(browser);
    }

    @AfterEach
    void theShippedModelsAreInForceAgain() {
        ClockUtil.reset();
        started.forEach(instance -> {
            if (runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0) {
                runtime.deleteProcessInstance(instance, "test");
            }
        });
        for (String file : List.of(SALE, SPINE, "leadSieve.dmn", "callCompany.form")) {
            modeler.posts("/api/models/" + file + "/shipped", Map.of());
        }
    }

    @Test
    void aQuestionOfTheCallScriptIsAskedInTheCallThatWaitsAlready() {
        String company = companies.add("Script change GmbH");
        companies.learn(
                company, Map.of("phone", "+49 30 9148101", "person", "Anna", "fit", "GOOD"), "imprint", "researcher");
        ProcessInstance lead =
                start("acquireClient", opportunities.add(company, "LIST"), Map.of("companyNumber", company));
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(lead.getId())
                .activityId("Event_CallingHours")
                .singleResult()
                .getId());
        String call = task(lead, "callCompany").getId();
        var caller = Door.rest(browser, "caller");
        assertThat(caller.get("/task/" + call + "/deployed-form").getBody()).doesNotContain("How many parcels");
        String script = Modeler.shipped("forms/callCompany.form");
        String question = """
                {"type": "textarea", "id": "parcels", "key": "parcels", "label": "How many parcels a day?",
                 "validate": {"maxLength": 200}},
                """;
        deploy("callCompany.form", script.replaceFirst("\"components\": \\[", "$0" + question.replace("\n", "")));
        caller.post("/task/" + call + "/claim", Map.of("userId", "caller"));
        assertThat(caller.get("/task/" + call + "/deployed-form").getBody()).contains("How many parcels");
        var completed = caller.post(
                "/task/" + call + "/submit-form",
                Map.of("variables", Door.variables("outcome", "NO_ANSWER", "parcels", "about 40")));
        assertThat(completed.getStatusCode().is2xxSuccessful())
                .as("%s", completed)
                .isTrue();
        assertThat(jdbc.sql("select answer from task_answer where task = ?")
                        .param(call)
                        .query(String.class)
                        .list())
                .contains("about 40");
    }

    @Test
    void theNextLeadIsSievedByTheNewThreshold() {
        Map<String, Object> lead = new HashMap<>(
                Map.of("monthlyVolume", 3000, "companyFit", "GOOD", "interest", "SOME", "decisionMakerKnown", false));
        assertThat(sieved(lead)).isEqualTo("PASS");
        deploy("leadSieve.dmn", Modeler.shipped("processes/leadSieve.dmn").replace("&gt;= 60", "&gt;= 95"));
        assertThat(sieved(lead)).isEqualTo("NURTURE");
        JsonNode versions = modeler.asks("/api/models");
        assertThat(of(versions, "leadSieve.dmn").path("owners").asBoolean()).isTrue();
        assertThat(of(versions, "leadSieve.dmn").path("differs").asBoolean()).isTrue();
        int shippedVersion = of(versions, "leadSieve.dmn").path("version").asInt() - 1;
        modeler.posts("/api/models/leadSieve.dmn/rollback", Map.of("version", shippedVersion));
        assertThat(sieved(lead)).isEqualTo("PASS");
        assertThat(of(modeler.asks("/api/models"), "leadSieve.dmn")
                        .path("differs")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aSecondApprovalCountsForNewSalesAtOnceAndForRunningOnesWhenTheyAreMoved() {
        int before = of(modeler.asks("/api/models"), SALE).path("version").asInt();
        ProcessInstance calling = sale("at the first call");
        ProcessInstance waiting = sale("waits for a day");
        complete(waiting, "warmUpCall", "outcome", "LATER", "laterReason", "NO_TIME", "laterDate", "2026-12-24");
        ProcessInstance approving = sale("waits for the approval");
        toApproval(approving);
        ProcessInstance sending = sale("waits for the program");
        toApproval(sending);
        complete(sending, "approveDiscount", "outcome", "APPROVE");
        String approval = task(approving, "approveDiscount").getId();
        Map<String, Object> work = workOf(approval);
        Date timer = timer(waiting).getDuedate();

        var refused = modeler.deploys(SALE, SecondApproval.model());
        assertThat(refused.getBody()).contains("there is no form confirmDiscount", "Confirm discount");
        var both = modeler.deploys(
                Modeler.files(SALE, SecondApproval.model(), "confirmDiscount.form", SecondApproval.FORM));
        assertThat(both.getStatusCode().value()).as("%s", both.getBody()).isEqualTo(200);
        int now = of(modeler.asks("/api/models"), SALE).path("version").asInt();
        assertThat(now).isEqualTo(before + 1);
        assertThat(version(sale("comes after the change"))).isEqualTo(now);
        assertThat(version(approving)).isEqualTo(before);

        JsonNode plan = migration(Map.of("dryRun", true, "from", before));
        assertThat(plan.path("started").asBoolean()).isFalse();
        assertThat(numbers(plan, "moves"))
                .contains(
                        calling.getBusinessKey(),
                        waiting.getBusinessKey(),
                        approving.getBusinessKey(),
                        sending.getBusinessKey());
        assertThat(step(plan, approving)).isEqualTo("Approve discount");
        assertThat(step(plan, sending)).isEqualTo("Send proposal");
        assertThat(step(plan, waiting)).as("what people read on the drawing").doesNotContain("Gateway_");
        assertThat(version(approving)).as("nothing was moved").isEqualTo(before);

        assertThat(migration(Map.of("from", before)).path("started").asBoolean())
                .isTrue();
        JsonNode begun = modeler.asks("/api/models/sellToClient/migration").get(0);
        assertThat(begun.path("running").asBoolean()).isTrue();
        assertThat(begun.path("moved").asInt()).isZero();
        assertThat(begun.path("startedBy").asText()).isEqualTo("owner");
        var twice = modeler.posts("/api/models/sellToClient/migration", Map.of("from", before));
        assertThat(twice.getStatusCode().value()).isEqualTo(400);
        assertThat(twice.getBody()).contains("Cases are being moved already");
        runBatches();
        JsonNode done = modeler.asks("/api/models/sellToClient/migration").get(0);
        assertThat(done.path("running").asBoolean()).isFalse();
        assertThat(done.path("moved").asInt()).isEqualTo(done.path("cases").asInt());
        for (ProcessInstance moved : List.of(calling, waiting, approving, sending)) {
            assertThat(version(moved)).isEqualTo(now);
        }

        assertThat(task(approving, "approveDiscount").getId()).isEqualTo(approval);
        assertThat(workOf(approval)).isEqualTo(work);
        assertThat(timer(waiting).getDuedate()).isEqualTo(timer);
        runtime.createMessageCorrelation("inquiryRepeated")
                .processInstanceBusinessKey(waiting.getBusinessKey())
                .correlate();
        assertThat(task(waiting, "warmUpCall")).isNotNull();
        runJobs(sending);
        assertThat(task(sending, "negotiateDeal")).isNotNull();
        runtime.createMessageCorrelation("caseCancelled")
                .processInstanceBusinessKey(calling.getBusinessKey())
                .correlate();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(calling.getId())
                        .count())
                .isZero();
        complete(approving, "approveDiscount", "outcome", "APPROVE");
        assertThat(task(approving, "confirmDiscount").getName()).isEqualTo("Confirm discount");
        assertThat(workOf(task(approving, "confirmDiscount").getId())).containsEntry("role", "heads");

        goesBack(approving, before, now);
    }

    /** Back to the version before: one call, which says where the cases are; who is at the new step cannot follow yet. */
    private void goesBack(ProcessInstance confirming, int before, int now) {
        JsonNode back = Modeler.read(modeler.posts("/api/models/" + SALE + "/rollback", Map.of("version", before)));
        int newest = back.path("version").asInt();
        assertThat(newest).isEqualTo(now + 1);
        assertThat(back.path("running").path(String.valueOf(now)).asInt()).isPositive();
        JsonNode plan = migration(Map.of("dryRun", true, "from", now));
        JsonNode stays = StreamSupport.stream(plan.path("stays").spliterator(), false)
                .filter(one -> one.path("number").asText().equals(confirming.getBusinessKey()))
                .findFirst()
                .orElseThrow();
        assertThat(stays.path("reasons").get(0).asText())
                .isEqualTo("The case is at \"Confirm discount\", which the new version does not have."
                        + " It can be moved after the step.");
        complete(confirming, "confirmDiscount", "outcome", "CONFIRM", "confirmNotes", "fine");
        // It went on between the look and the move: told as not moved, and left where it is.
        assertThat(migration(Map.of("from", now)).path("started").asBoolean()).isTrue();
        runtime.createProcessInstanceModification(confirming.getId())
                .cancelAllForActivity("sendProposal")
                .startBeforeActivity("confirmDiscount")
                .execute();
        runBatches();
        JsonNode step = modeler.asks("/api/models/sellToClient/migration").get(0);
        assertThat(step.path("running").asBoolean()).isFalse();
        assertThat(step.path("failed")).singleElement().satisfies(failed -> {
            assertThat(failed.path("number").asText()).isEqualTo(confirming.getBusinessKey());
            assertThat(failed.path("reasons").get(0).asText()).contains("Confirm discount");
        });
        assertThat(version(confirming)).isEqualTo(now);
        modeler.deletes("/api/models/sellToClient/migration");
        JsonNode givenUp = modeler.asks("/api/models/sellToClient/migration").get(0);
        assertThat(givenUp.path("failed")).isEmpty();
        assertThat(givenUp.path("moved").asInt())
                .isEqualTo(givenUp.path("cases").asInt() - 1);
    }

    @Test
    void aCaseThatWaitsForACalledProcessIsMovedAndStillHearsOfItsEnd() {
        int before = of(modeler.asks("/api/models"), SPINE).path("version").asInt();
        ProcessInstance spine = runtime.createProcessInstanceByKey("salesConveyor")
                .businessKey("L-2026-1410098")
                .setVariable("companyNumber", companies.add("Moved while called"))
                .setVariable("repeatOrder", false)
                .setVariable("manager", "manager")
                .startBeforeActivity("sellToClient")
                .execute();
        started.add(spine.getId());
        ProcessInstance sale = runtime.createProcessInstanceQuery()
                .superProcessInstanceId(spine.getId())
                .singleResult();
        deploy(SPINE, Modeler.shipped("processes/" + SPINE).replace("P365D", "P300D"));
        var begun = modeler.posts("/api/models/salesConveyor/migration", Map.of("from", before));
        assertThat(numbers(Modeler.read(begun), "moves")).contains("L-2026-1410098");
        runBatches();
        assertThat(version(spine)).isEqualTo(before + 1);
        assertThat(runtime.createProcessInstanceQuery()
                        .superProcessInstanceId(spine.getId())
                        .singleResult()
                        .getId())
                .isEqualTo(sale.getId());
        complete(sale, "warmUpCall", "outcome", "LOST", "lostReason", "NO_NEED");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(spine.getId())
                        .count())
                .isZero();
    }

    private void deploy(String file, String content) {
        var answer = modeler.deploys(file, content);
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
    }

    private String sieved(Map<String, Object> lead) {
        return decisions
                .evaluateDecisionByKey("leadSieve")
                .variables(lead)
                .evaluate()
                .getSingleEntry();
    }

    private ProcessInstance sale(String company) {
        String number = companies.add("Second approval: " + company);
        return start(
                "sellToClient",
                opportunities.add(number, "LIST"),
                Map.of("companyNumber", number, "repeatOrder", false, "manager", "manager"));
    }

    private ProcessInstance start(String process, String caseNumber, Map<String, Object> variables) {
        ProcessInstance instance = runtime.startProcessInstanceByKey(process, caseNumber, variables);
        started.add(instance.getId());
        return instance;
    }

    private void toApproval(ProcessInstance sale) {
        complete(sale, "warmUpCall", "outcome", "MEETING", "meetingTime", "2026-11-26T10:00+01:00");
        complete(
                sale,
                "holdFirstMeeting",
                "outcome",
                "PROPOSAL",
                "need",
                "boxes",
                "proposalEmail",
                "second@example.com");
        complete(
                sale,
                "prepareProposal",
                "outcome",
                "READY",
                "proposalRows",
                "[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":25}]");
    }

    private void complete(ProcessInstance instance, String station, Object... pairs) {
        tasks.complete(task(instance, station).getId(), Answers.of(pairs));
    }

    private Task task(ProcessInstance instance, String station) {
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(station)
                .singleResult();
    }

    private Job timer(ProcessInstance instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .singleResult();
    }

    private void runJobs(ProcessInstance instance) {
        management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .messages()
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    /** What the engine's own workers do: seed, the moves one by one, and the look whether all is done. */
    private void runBatches() {
        for (Batch batch : management.createBatchQuery().list()) {
            for (String kind : List.of(
                    batch.getSeedJobDefinitionId(),
                    batch.getBatchJobDefinitionId(),
                    batch.getMonitorJobDefinitionId())) {
                for (Job job : management.createJobQuery().jobDefinitionId(kind).list()) {
                    try {
                        management.executeJob(job.getId());
                    } catch (RuntimeException e) {
                        assertThat(kind).as("%s", e).isEqualTo(batch.getBatchJobDefinitionId());
                    }
                }
            }
        }
    }

    private int version(ProcessInstance instance) {
        String definition = runtime.createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getProcessDefinitionId();
        return Integer.parseInt(definition.split(":")[1]);
    }

    private Map<String, Object> workOf(String task) {
        return jdbc.sql("select station, role, case_number, offered, ended, completed from work where task = ?")
                .param(task)
                .query()
                .singleRow();
    }

    private JsonNode migration(Map<String, ?> move) {
        var answer = modeler.posts("/api/models/sellToClient/migration", move);
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
        return Modeler.read(answer);
    }

    private static String step(JsonNode plan, ProcessInstance instance) {
        return StreamSupport.stream(plan.path("moves").spliterator(), false)
                .filter(one -> one.path("number").asText().equals(instance.getBusinessKey()))
                .map(one -> one.path("steps").get(0).asText())
                .findFirst()
                .orElse("");
    }

    private static List<String> numbers(JsonNode plan, String which) {
        return StreamSupport.stream(plan.path(which).spliterator(), false)
                .map(one -> one.path("number").asText())
                .toList();
    }

    private static JsonNode of(JsonNode models, String file) {
        return StreamSupport.stream(models.spliterator(), false)
                .filter(model -> model.path("file").asText().equals(file))
                .findFirst()
                .orElseThrow();
    }
}
