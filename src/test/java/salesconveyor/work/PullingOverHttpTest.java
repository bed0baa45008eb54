package salesconveyor.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import salesconveyor.ConveyorTest;
import salesconveyor.engine.Identities;

/** Ten people press "Next task" at once: whatever they meet, no answer is an error. */
@ConveyorTest
class PullingOverHttpTest {
    private static final String GROUP = "pressers";
    private static final int PEOPLE = 10;
    private static final int TASKS = 60;

    @Autowired
    TestRestTemplate browser;

    @Autowired
    Identities identities;

    @Autowired
    IdentityService people;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    private final List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
    private String deployment;

    @BeforeEach
    void tasksAndPeople() {
        identities.group(GROUP, GROUP);
        for (int person = 0; person < PEOPLE; person++) {
            String name = "presser" + person;
            identities.user(name, name, "Presser", "", GROUP);
            // A role without tasks of its own opens the door.
            identities.user(name, name, "Presser", "", "processOwners");
        }
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "pressed.bpmn",
                        Bpmn.createExecutableProcess("pressed")
                                .startEvent()
                                .userTask("press")
                                .name("Press")
                                .camundaCandidateGroups(GROUP)
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void tidy() {
        repository.deleteDeployment(deployment, true);
        for (int person = 0; person < PEOPLE; person++) {
            people.deleteUser("presser" + person);
        }
        people.deleteGroup(GROUP);
    }

    @Test
    void eachTaskIsAnsweredOnceAndNoAnswerIsAnError() throws Exception {
        start(TASKS);
        List<Callable<List<String>>> work = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            String name = "presser" + person;
            work.add(() -> {
                List<String> pulled = new ArrayList<>();
                for (JsonNode next = next(name); next.hasNonNull("task"); next = next(name)) {
                    tasks.complete(next.get("task").asText());
                    pulled.add(next.get("task").asText());
                }
                return pulled;
            });
        }
        assertThat(together(work)).hasSize(TASKS).doesNotHaveDuplicates();
        assertThat(answers).hasSize(TASKS + PEOPLE).containsOnly(200);
    }

    @Test
    void whoPressesAgainAndAgainGetsNoError() throws Exception {
        start(5);
        Callable<List<String>> press =
                () -> List.of(next("presser0").get("task").asText());
        together(Collections.nCopies(8, press));
        assertThat(answers).hasSize(8).containsOnly(200);
    }

    private List<String> together(List<Callable<List<String>>> work) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(work.size());
        List<String> pulled = new ArrayList<>();
        try {
            for (Future<List<String>> done : hands.invokeAll(work)) {
                pulled.addAll(done.get());
            }
        } finally {
            hands.shutdownNow();
        }
        return pulled;
    }

    private JsonNode next(String person) throws Exception {
        var answer = browser.withBasicAuth(person, person)
                .postForEntity("/api/tasks/next", new HttpEntity<>(null), String.class);
        answers.add(answer.getStatusCode().value());
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.getBody());
    }

    private void start(int cases) {
        for (int one = 0; one < cases; one++) {
            runtime.startProcessInstanceByKey("pressed");
        }
    }
}
