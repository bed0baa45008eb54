package salesconveyor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static salesconveyor.Door.variables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import salesconveyor.ConveyorTest;
import salesconveyor.Door;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;

/** Attacks by staff with the rights that they have on their own tasks, through both doors. */
@ConveyorTest
class GuardsTest {
    @Autowired
    TestRestTemplate browser;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    Nudges nudges;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @ParameterizedTest
    @EnumSource
    void aCaseStartsAtItsStartEventWithTheFieldsOfItsFormAlone(Door.Kind kind) {
        long before = runtime.createProcessInstanceQuery().count();
        Door marketer = Door.open(kind, browser, "marketer");
        String start = "/process-definition/key/salesConveyor/start";
        var form = variables("companyName", "Guarded " + kind, "channel", "LIST");
        forbidden(
                marketer.post(
                        start,
                        Map.of(
                                "startInstructions",
                                List.of(Map.of("type", "startBeforeActivity", "activityId", "sellToClient")),
                                "variables",
                                form)),
                "start event only");
        forbidden(
                marketer.post(
                        start,
                        Map.of(
                                "startInstructions",
                                List.of(Map.of("type", "startTransition", "transitionId", "Flow_LeadAccepted_Yes")))),
                "start event only");
        refused(marketer.post(start, Map.of("businessKey", "L-2026-999999", "variables", form)), "business key");
        refused(
                marketer.post(
                        "/process-definition/key/salesConveyor/submit-form",
                        Map.of("businessKey", "L-2026-999999", "variables", form)),
                "business key");
        for (String path : List.of("start", "submit-form")) {
            var more = new HashMap<>(form);
            more.putAll(variables("leadResult", "ACCEPTED"));
            refused(
                    marketer.post("/process-definition/key/salesConveyor/" + path, Map.of("variables", more)),
                    "\\\"leadResult\\\" is not a field");
        }
        forbidden(
                marketer.post(
                        "/message",
                        Map.of(
                                "messageName",
                                "repeatOrderRequested",
                                "businessKey",
                                "L-2026-1",
                                "processVariables",
                                variables("companyNumber", "C-1"))),
                "start event only");
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
        var started = marketer.post("/process-definition/key/salesConveyor/submit-form", Map.of("variables", form));
        assertThat(started.getStatusCode().value()).isEqualTo(200);
        assertThat(runtime.createProcessInstanceQuery().count()).isGreaterThan(before);
    }

    @ParameterizedTest
    @EnumSource
    void aTaskIsCompletedWithTheFieldsOfItsFormAlone(Door.Kind kind) {
        String task = atResearch();
        Door researcher = Door.open(kind, browser, "researcher");
        var answers = variables("outcome", "NOT_FOUND");
        forbidden(researcher.post("/task/" + task + "/complete", Map.of("variables", answers)), "claim the task");
        claim(researcher, task, "researcher");
        var more = new HashMap<>(answers);
        more.putAll(variables("callAttempt", 0));
        for (String way : List.of("complete", "submit-form")) {
            refused(
                    researcher.post("/task/" + task + "/" + way, Map.of("variables", more)),
                    "\\\"callAttempt\\\" is not");
            forbidden(
                    researcher.post(
                            "/task/" + task + "/" + way, Map.of("variables", answers, "withVariablesInReturn", true)),
                    "shown on the forms");
        }
        forbidden(researcher.post("/task/" + task + "/resolve", Map.of("variables", more)), "in the form");
        forbidden(
                researcher.post("/task/" + task + "/bpmnError", Map.of("errorCode", "x", "variables", more)),
                "in the form");
        forbidden(
                researcher.post("/task/" + task + "/bpmnEscalation", Map.of("escalationCode", "x", "variables", more)),
                "in the form");
        assertThat(researcher
                        .post("/task/" + task + "/submit-form", Map.of("variables", answers))
                        .getStatusCode()
                        .value())
                .isIn(200, 204);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrongInAFormIsSaidInOneSentence(Door.Kind kind) {
        Door marketer = Door.open(kind, browser, "marketer");
        for (String way : List.of("start", "submit-form")) {
            var empty = marketer.post("/process-definition/key/salesConveyor/" + way, Map.of("variables", Map.of()));
            refused(empty, "{\"type\":\"BadUserRequestException\",\"message\":\"Please fill in \\\"Company\\\".\"");
        }
        String task = atResearch();
        Door researcher = Door.open(kind, browser, "researcher");
        claim(researcher, task, "researcher");
        for (String way : List.of("complete", "submit-form")) {
            refused(
                    researcher.post("/task/" + task + "/" + way, Map.of("variables", Map.of())),
                    "\"message\":\"Please fill in \\\"Outcome\\\".\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyWritesTheVariablesOfACase(Door.Kind kind) {
        String task = atResearch();
        Door researcher = Door.open(kind, browser, "researcher");
        claim(researcher, task, "researcher");
        for (String scope : List.of("variables", "localVariables")) {
            String path = "/task/" + task + "/" + scope;
            forbidden(researcher.put(path + "/companyNumber", Map.of("value", "C-2")), "in the form");
            forbidden(researcher.post(path, Map.of("modifications", variables("companyNumber", "C-2"))), "in the form");
            forbidden(researcher.post(path, Map.of("deletions", List.of("companyNumber"))), "in the form");
            forbidden(researcher.delete(path + "/companyNumber"), "in the form");
        }
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        for (String owner : List.of("process-instance", "execution")) {
            String local = owner.equals("execution") ? "/localVariables" : "/variables";
            closed(researcher.put("/" + owner + "/" + instance + local + "/companyNumber", Map.of("value", "C-2")));
            closed(researcher.post(
                    "/" + owner + "/" + instance + local, Map.of("modifications", variables("companyNumber", "C-2"))));
        }
        closed(researcher.post(
                "/process-instance/" + instance + "/modification",
                Map.of("instructions", List.of(Map.of("type", "cancel", "activityId", "researchCompany")))));
        closed(researcher.delete("/process-instance/" + instance));
        assertThat(runtime.getVariable(instance, "companyNumber")).isNotEqualTo("C-2");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGivesTasksToOthersOrChangesWhatTheProcessSaysOfThem(Door.Kind kind) {
        String task = atResearch();
        Door researcher = Door.open(kind, browser, "researcher");
        String path = "/task/" + task;
        forbidden(researcher.post(path + "/claim", Map.of("userId", "head")), "free task for yourself");
        forbidden(researcher.post(path + "/assignee", Map.of("userId", "caller")), "free task for yourself");
        forbidden(researcher.post(path + "/delegate", Map.of("userId", "caller")), "administrator");
        forbidden(
                researcher.post(path + "/identity-links", Map.of("groupId", "callers", "type", "candidate")),
                "administrator");
        forbidden(
                researcher.post(path + "/identity-links/delete", Map.of("groupId", "researchers", "type", "candidate")),
                "administrator");
        forbidden(
                researcher.put(path, Map.of("name", "Mine", "priority", 100, "assignee", "researcher")),
                "administrator");
        closed(researcher.post("/task/create", Map.of("name", "Extra")));
        closed(researcher.delete(path));
        claim(researcher, task, "researcher");
        String other = atResearch();
        tasks.setAssignee(other, "colleague");
        closed(researcher.post("/task/" + other + "/unclaim", Map.of()));
        forbidden(
                researcher.post("/task/" + other + "/assignee", Map.of("userId", "researcher")),
                "free task for yourself");
        forbidden(
                researcher.post("/task/" + other + "/complete", Map.of("variables", variables("outcome", "NOT_FOUND"))),
                "claim the task");
        assertThat(researcher.post(path + "/unclaim", Map.of()).getStatusCode().value())
                .isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aPersonReadsOfACaseWhatTheFormShows(Door.Kind kind) {
        var sale = runtime.startProcessInstanceByKey(
                "sellToClient",
                opportunities.add(companies.named("Secret GmbH"), "LIST"),
                Map.of("companyNumber", companies.named("Secret GmbH"), "repeatOrder", false, "marginPercent", "37"));
        String task = tasks.createTaskQuery()
                .processInstanceId(sale.getId())
                .singleResult()
                .getId();
        Door manager = Door.open(kind, browser, "manager");
        claim(manager, task, "manager");
        String path = "/task/" + task;
        assertThat(manager.get(path + "/form-variables").getBody())
                .contains("saleStory")
                .doesNotContain("marginPercent", "repeatOrder");
        assertThat(manager.get(path + "/variables").getBody())
                .contains("saleCompany")
                .doesNotContain("marginPercent");
        for (String one : List.of("/variables/marginPercent", "/variables/marginPercent/data")) {
            closed(manager.get(path + one));
        }
        for (String list : List.of(
                "/variable-instance?variableName=marginPercent",
                "/variable-instance",
                "/history/variable-instance",
                "/history/detail",
                "/process-instance",
                "/execution",
                "/history/process-instance",
                "/history/decision-instance?includeInputs=true",
                "/job",
                "/incident",
                "/event-subscription",
                "/external-task",
                "/authorization",
                "/batch")) {
            assertThat(manager.get(list).getBody()).as(list).doesNotContain("marginPercent", "\"37\"");
        }
        closed(manager.get("/process-instance/" + sale.getId() + "/variables"));
        closed(manager.get("/execution/" + sale.getId() + "/localVariables"));
        closed(manager.get("/process-instance/" + sale.getId() + "/activity-instances"));
    }

    @ParameterizedTest
    @EnumSource
    void noSearchTellsWhatAHiddenVariableHolds(Door.Kind kind) {
        Door manager = Door.open(kind, browser, "manager");
        var condition = Map.of("name", "marginPercent", "operator", "gt", "value", 30);
        var order = Map.of(
                "sorting",
                List.of(Map.of(
                        "sortBy",
                        "processVariable",
                        "sortOrder",
                        "asc",
                        "parameters",
                        Map.of("variable", "marginPercent", "type", "String"))));
        var or = Map.of("orQueries", List.of(Map.of("processVariables", List.of(condition), "taskName", "x")));
        for (Map<String, ?> search : List.of(Map.of("processVariables", List.of(condition)), order, or)) {
            for (String path : taskQueries(manager)) {
                if (search != order || !path.endsWith("count")) {
                    forbidden(manager.post(path, search), "cannot be searched");
                }
            }
        }
        forbidden(manager.get("/task?processVariables=marginPercent_gt_30"), "cannot be searched");
    }

    @ParameterizedTest
    @EnumSource
    void noExpressionIsEvaluatedInASearch(Door.Kind kind) {
        Door caller = Door.open(kind, browser, "caller");
        String code = "${''.getClass().forName('java.lang.Runtime')}";
        for (String path : taskQueries(caller)) {
            var or = caller.post(path, Map.of("orQueries", List.of(Map.of("assigneeExpression", code))));
            refused(or, "or-parts");
            refused(caller.post(path, Map.of("assigneeExpression", code)), "Expressions are forbidden");
        }
        assertThat(caller.get("/task?assigneeExpression=%24%7B1%2B1%7D")
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyMakesFilters(Door.Kind kind) {
        Door head = Door.open(kind, browser, "head");
        var filter = Map.of(
                "resourceType", "Task", "name", "Mine", "query", Map.of("assigneeExpression", "${''.getClass()}"));
        List<String> before = filters(head);
        forbidden(head.post("/filter/create", filter), "by an administrator");
        String known = before.get(0);
        closed(head.put("/filter/" + known, filter));
        closed(head.delete("/filter/" + known));
        assertThat(filters(head)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyReadsWhoElseWorksHere(Door.Kind kind) {
        Door caller = Door.open(kind, browser, "caller");
        assertThat(caller.get("/user").getBody()).contains("caller").doesNotContain("\"head\"", "\"admin\"");
        assertThat(caller.get("/user/count").getBody()).contains("\"count\":1");
        closed(caller.get("/user/head/profile"));
        closed(caller.put(
                "/user/head/credentials", Map.of("password", "Mine-1234!", "authenticatedUserPassword", "caller")));
        closed(caller.put("/user/head/profile", Map.of("id", "head", "email", "me@example.com")));
        closed(caller.post(
                "/user/create",
                Map.of("profile", Map.of("id", "eve"), "credentials", Map.of("password", "Mine-1234!"))));
        closed(caller.put("/group/camunda-admin/members/caller", Map.of()));
        closed(caller.post(
                "/authorization/create",
                Map.of("type", 1, "permissions", List.of("ALL"), "userId", "caller", "resourceType", 0)));
        assertThat(caller.get("/identity/groups?userId=head").getBody()).doesNotContain("heads");
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorRepairs(Door.Kind kind) {
        String task = atResearch();
        Door admin = Door.open(kind, browser, "admin");
        assertThat(admin.put("/task/" + task + "/variables/callAttempt", Map.of("value", 0, "type", "Integer"))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(admin.get("/task/" + task + "/variables").getBody()).contains("researchRounds");
        assertThat(admin.post("/task/" + task + "/assignee", Map.of("userId", "researcher"))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
    }

    @Test
    void whatAPersonSetsOffIsStartedInTheNameOfTheProgram() {
        String company = companies.named("Set off " + System.nanoTime());
        identity.setAuthentication("caller", List.of("callers"));
        try {
            String number = opportunities.add(company, "LIST");
            nudges.begin("salesConveyor", number, Map.of("companyNumber", company));
            assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("caller");
            identity.clearAuthentication();
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(number)
                            .count())
                    .isEqualTo(2);
        } finally {
            identity.clearAuthentication();
        }
    }

    private String atResearch() {
        String company = companies.named("Guarded GmbH " + System.nanoTime());
        var lead = runtime.startProcessInstanceByKey(
                "acquireClient", opportunities.add(company, "LIST"), Map.of("companyNumber", company));
        return tasks.createTaskQuery()
                .processInstanceId(lead.getId())
                .singleResult()
                .getId();
    }

    private static void claim(Door door, String task, String user) {
        assertThat(door.post("/task/" + task + "/claim", Map.of("userId", user))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
    }

    private static List<String> taskQueries(Door door) {
        String filter = filters(door).get(0);
        return List.of("/task", "/task/count", "/filter/" + filter + "/list", "/filter/" + filter + "/count");
    }

    private static List<String> filters(Door door) {
        String body = door.get("/filter?resourceType=Task").getBody();
        return Stream.of(body.split("\"id\":\""))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf('"')))
                .toList();
    }

    /** No right, said by us in a sentence. */
    private static void forbidden(ResponseEntity<String> answer, String sentence) {
        assertThat(answer.getBody()).contains(sentence);
        assertThat(answer.getStatusCode().value()).isEqualTo(403);
    }

    /** No good input, said by us in a sentence that has no word of the engine before it. */
    private static void refused(ResponseEntity<String> answer, String sentence) {
        assertThat(answer.getBody()).contains(sentence).doesNotContain("Cannot ");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
    }

    /** Refused by the engine or by us, in whatever words. */
    private static void closed(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isIn(403, 404);
    }
}
