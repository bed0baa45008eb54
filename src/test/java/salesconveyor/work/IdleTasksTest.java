package salesconveyor.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;
import salesconveyor.engine.Identities;

/** A task that somebody took and does not work on goes back after thirty minutes of working time, 9 to 18 in Berlin. */
@ConveyorTest
class IdleTasksTest {
    @Autowired
    IdleTasks idle;

    @Autowired
    WorkLog log;

    @Autowired
    Moves moves;

    @Autowired
    Identities identities;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    TestRestTemplate browser;

    @Autowired
    JdbcClient jdbc;

    private String number;
    private String sale;

    @AfterEach
    void tidy() {
        identities.actAsNobody();
        ClockUtil.reset();
        runtime.deleteProcessInstance(sale, "test");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00:00Z, , 2026-11-23T09:29:00Z, false",
        "2026-11-23T09:00:00Z, , 2026-11-23T09:30:00Z, true",
        // A draft counts as a touch.
        "2026-11-23T09:00:00Z, 2026-11-23T09:20:00Z, 2026-11-23T09:40:00Z, false",
        "2026-11-23T09:00:00Z, 2026-11-23T09:20:00Z, 2026-11-23T09:50:00Z, true",
        // A night and a weekend do not count.
        "2026-11-23T16:50:00Z, , 2026-11-24T08:10:00Z, false",
        "2026-11-23T16:50:00Z, , 2026-11-24T08:20:00Z, true",
        "2026-11-27T16:50:00Z, , 2026-11-30T08:10:00Z, false"
    })
    void whatIsTakenAndNotWorkedOnGoesBack(String taken, @Nullable String draft, String now, boolean back) {
        sell(taken, null);
        take("manager");
        if (draft != null) {
            at(draft);
            log.touched(task().getId());
        }
        at(now);
        idle.round();
        assertThat(task().getAssignee()).isEqualTo(back ? null : "manager");
        assertThat(moves.of(number)).hasSize(back ? 1 : 0);
    }

    @Test
    void theStoryOfTheCaseTellsIt() {
        sell("2026-11-23T09:00:00Z", null);
        take("manager");
        at("2026-11-23T10:00:00Z");
        idle.round();
        idle.round();
        assertThat(jdbc.sql("select given_back from work where task = ?")
                        .param(task().getId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(browser.withBasicAuth("manager", "manager")
                        .getForObject("/api/tasks/" + task().getId() + "/case", String.class))
                .contains("Given back to the group: manager took it and did not work on it for a while.");
    }

    @Test
    void whatTheCaseGaveToItsOwnerStays() {
        sell("2026-11-23T09:00:00Z", "manager");
        at("2026-11-23T17:00:00Z");
        idle.round();
        assertThat(task().getAssignee()).isEqualTo("manager");
    }

    @ParameterizedTest
    @CsvSource({"manager, false", "head, true"})
    void aCallThatItsCallerPromisedStays(String promiser, boolean back) {
        sell("2026-11-23T09:00:00Z", null);
        take("manager");
        jdbc.sql("update work set promised_by = ? where task = ?")
                .params(promiser, task().getId())
                .update();
        at("2026-11-23T10:00:00Z");
        idle.round();
        assertThat(task().getAssignee()).isEqualTo(back ? null : "manager");
    }

    private void sell(String time, @Nullable String manager) {
        at(time);
        String company = companies.add("Idle " + System.nanoTime());
        number = opportunities.add(company, "LIST");
        Map<String, Object> variables = new HashMap<>(Map.of("companyNumber", company, "repeatOrder", false));
        variables.put("manager", manager);
        sale = runtime.startProcessInstanceByKey("sellToClient", number, variables)
                .getId();
    }

    private void take(String person) {
        identities.actAs(person);
        tasks.claim(task().getId(), person);
        identities.actAsNobody();
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceId(sale).singleResult();
    }

    private static void at(String time) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(time)));
    }
}
