package salesconveyor.line.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import salesconveyor.ConveyorTest;
import salesconveyor.Door;
import salesconveyor.engine.CasePaths;
import salesconveyor.engine.FailedSteps;

/** The way of a case and the failures of its steps, on a model of the test's own. */
@ConveyorTest
class CasePathAndIncidentTest {
    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Autowired
    CasePaths paths;

    @Autowired
    FailedSteps failed;

    @Autowired
    TestRestTemplate browser;

    private String deployment;

    @AfterEach
    void tidy() {
        repository.deleteDeployment(deployment, true);
    }

    /** Start -> again -> right? yes: end; no: back to again; never: never. */
    private void deployLoop() {
        var model = Bpmn.createExecutableProcess("watchedLoop")
                .name("Watched loop")
                .camundaHistoryTimeToLive(1)
                .startEvent("StartEvent_Begun")
                .sequenceFlowId("Flow_Begun")
                .userTask("again")
                .sequenceFlowId("Flow_Asked")
                .exclusiveGateway("Gateway_Right")
                .sequenceFlowId("Flow_Never")
                .endEvent("EndEvent_Never")
                .moveToNode("Gateway_Right")
                .sequenceFlowId("Flow_Yes")
                .condition("yes", "${answer == 'YES'}")
                .endEvent("EndEvent_Right")
                .moveToNode("Gateway_Right")
                .sequenceFlowId("Flow_No")
                .condition("no", "${answer == 'NO'}")
                .connectTo("again")
                .done();
        ExclusiveGateway right = model.getModelElementById("Gateway_Right");
        right.setDefault(model.getModelElementById("Flow_Never"));
        deployment = repository
                .createDeployment()
                .addModelInstance("watchedLoop.bpmn", model)
                .deploy()
                .getId();
    }

    @Test
    void theWayIsWhatWasPassedAndTheFlowsBetween() {
        deployLoop();
        runtime.startProcessInstanceByKey("watchedLoop", "L-WATCHED-1");
        answer("NO");
        CasePaths.Part running = paths.of("L-WATCHED-1").get(0);
        assertThat(running.open()).containsExactly("again");
        assertThat(running.ended()).isNull();
        answer("NO");
        answer("YES");
        List<CasePaths.Part> parts = paths.of("L-WATCHED-1");
        assertThat(parts).hasSize(1);
        assertThat(parts.get(0).name()).isEqualTo("Watched loop");
        assertThat(parts.get(0).steps())
                .isEqualTo(Map.of("StartEvent_Begun", 1, "again", 3, "Gateway_Right", 3, "EndEvent_Right", 1));
        assertThat(parts.get(0).flows()).containsExactlyInAnyOrder("Flow_Begun", "Flow_Asked", "Flow_No", "Flow_Yes");
        assertThat(parts.get(0).open()).isEmpty();
        assertThat(parts.get(0).ended()).isNotNull();
    }

    private void answer(String answer) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey("L-WATCHED-1")
                .singleResult();
        runtime.setVariable(task.getExecutionId(), "answer", answer);
        tasks.complete(task.getId());
    }

    @Test
    void failuresAreGroupedByTheirCauseAndRunAgainTogether() {
        var model = Bpmn.createExecutableProcess("watchedFailure")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask("failing")
                .camundaAsyncBefore()
                .camundaFailedJobRetryTimeCycle("R1/PT1S")
                .camundaDelegateExpression("${halfStep}")
                .endEvent()
                .done();
        deployment = repository
                .createDeployment()
                .addModelInstance("watchedFailure.bpmn", model)
                .deploy()
                .getId();
        for (int i = 0; i < 3; i++) {
            runtime.startProcessInstanceByKey("watchedFailure");
        }
        management
                .createJobQuery()
                .processDefinitionKey("watchedFailure")
                .list()
                .forEach(job -> {
                    try {
                        management.executeJob(job.getId());
                    } catch (RuntimeException expected) {
                        // The engine notes the failure itself.
                    }
                });
        FailedSteps.Group group = ours();
        assertThat(group.count()).isEqualTo(3);
        assertThat(group.retriable()).isEqualTo(3);
        assertThat(group.step()).isEqualTo("failing");
        assertThat(group.cause()).isEqualTo("the second half breaks");
        assertThat(failed.byProcess()).containsEntry("watchedFailure", 3);

        Map<String, String> asked = Map.of("process", "watchedFailure", "step", "failing", "cause", group.cause());
        assertThat(retry("head", asked)).isEqualTo(403);
        assertThat(Door.rest(browser, "owner")
                        .post("/api/conveyor/incidents/retry", asked)
                        .getBody())
                .isEqualTo("{\"jobs\":3}");
        assertThat(failed.byProcess()).doesNotContainKey("watchedFailure");
        assertThat(management
                        .createJobQuery()
                        .processDefinitionKey("watchedFailure")
                        .withRetriesLeft()
                        .count())
                .isEqualTo(3);
        assertThat(retry("owner", asked)).isEqualTo(404);
        assertThat(retry("owner", Map.of())).isEqualTo(404);
        assertThat(Door.rest(browser, "admin").get("/api/conveyor/incidents").getBody())
                .contains("\"retriedBy\":\"owner\"", "\"process\":\"watchedFailure\"", "\"jobs\":3");
    }

    private int retry(String login, Map<String, String> asked) {
        return Door.rest(browser, login)
                .post("/api/conveyor/incidents/retry", asked)
                .getStatusCode()
                .value();
    }

    private FailedSteps.Group ours() {
        return failed.groups().stream()
                .filter(group -> group.process().equals("watchedFailure"))
                .findFirst()
                .orElseThrow();
    }
}
