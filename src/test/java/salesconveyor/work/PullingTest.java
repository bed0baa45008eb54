package salesconveyor.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import salesconveyor.ConveyorTest;
import salesconveyor.engine.Identities;

/** Ten people ask for the next task at once, until none is left. */
@ConveyorTest
class PullingTest {
    private static final Logger LOG = LoggerFactory.getLogger(PullingTest.class);
    private static final String GROUP = "pullers";
    private static final int WORKERS = 10;
    private static final int TASKS = 1000;

    @Autowired
    Pulling pulling;

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

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private String deployment;

    @BeforeEach
    void aTaskAndWorkers() {
        identities.group(GROUP, GROUP);
        for (int worker = 0; worker < WORKERS; worker++) {
            identities.user("puller" + worker, "puller", "Puller", "", GROUP);
        }
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "pulled.bpmn",
                        Bpmn.createExecutableProcess("pulled")
                                .startEvent()
                                .userTask("pull")
                                .name("Pull")
                                .camundaCandidateGroups(GROUP)
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void tidy() {
        identities.actAsNobody();
        repository.deleteDeployment(deployment, true);
        for (int worker = 0; worker < WORKERS; worker++) {
            people.deleteUser("puller" + worker);
        }
        people.deleteGroup(GROUP);
    }

    @Test
    void eachTaskGoesToOnePersonAndNoneIsLeft() throws Exception {
        start(TASKS);
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        CountDownLatch together = new CountDownLatch(WORKERS);
        List<Callable<List<String>>> work = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            String person = "puller" + worker;
            work.add(() -> {
                together.countDown();
                together.await();
                return pullAll(person);
            });
        }
        Instant begin = Instant.now();
        List<String> pulled = new ArrayList<>();
        try {
            for (Future<List<String>> done : workers.invokeAll(work)) {
                pulled.addAll(done.get());
            }
        } finally {
            workers.shutdownNow();
        }
        LOG.info("{} tasks pulled and completed in {}", pulled.size(), Duration.between(begin, Instant.now()));
        assertThat(pulled).hasSize(TASKS).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select count(*) from work where process = 'pulled' and not completed")
                        .query(Integer.class)
                        .single())
                .as("left")
                .isZero();
        assertThat(jdbc.sql(
                                "select count(*) from work_claim where task in (select task from work where process = 'pulled')")
                        .query(Integer.class)
                        .single())
                .as("claimed once each")
                .isEqualTo(TASKS);
    }

    @Test
    void aTaskThatIsGoneIsPassedOverAndForgotten() {
        start(2);
        String gone = tasks.createTaskQuery()
                .processDefinitionKey("pulled")
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, 1)
                .get(0)
                .getId();
        jdbc.sql("update work set offered = offered - interval '1' day where task = ?")
                .param(gone)
                .update();
        runtime.deleteProcessInstance(
                tasks.createTaskQuery().taskId(gone).singleResult().getProcessInstanceId(), "test", true);
        assertThat(pullAll("puller0")).hasSize(1).doesNotContain(gone);
        assertThat(jdbc.sql("select count(*) from work where task = ? and ended is not null and queue is null")
                        .param(gone)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private List<String> pullAll(String person) {
        List<String> pulled = new ArrayList<>();
        identities.actAs(person);
        for (var task = pulling.next(person, List.of(GROUP), null);
                task.isPresent();
                task = pulling.next(person, List.of(GROUP), null)) {
            tasks.complete(task.get().task());
            pulled.add(task.get().task());
        }
        identities.actAsNobody();
        return pulled;
    }

    private void start(int cases) {
        for (int batch = 0; batch < cases; batch += 100) {
            int size = Math.min(100, cases - batch);
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < size; i++) {
                    runtime.startProcessInstanceByKey("pulled");
                }
            });
        }
    }
}
