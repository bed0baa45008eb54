package salesconveyor.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.engine.Identities;

/** Work that nobody touches goes back to its group. */
@ConveyorTest
class GivingBackTest {
    private static final AtomicInteger LAST = new AtomicInteger();

    @Autowired
    GivingBack givingBack;

    @Autowired
    Companies companies;

    @Autowired
    Identities identities;

    @Autowired
    IdentityService people;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private String sale;

    @BeforeEach
    void aMondayAndASecondManager() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-23T09:00:00Z")));
        identities.user("newManager", "newManager", "New", "new@example.com", "managers");
    }

    @AfterEach
    void tidy() {
        ClockUtil.reset();
        if (sale != null) {
            runtime.deleteProcessInstance(sale, "test");
        }
        people.deleteUser("newManager");
    }

    /** The task is due on Tuesday at 10:00. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:00:00Z, newManager",
        "2026-11-26T08:59:00Z, newManager",
        "2026-11-26T09:01:00Z, ",
        "2026-11-27T09:00:00Z, "
    })
    void anOwnedTaskReturnsTwoWorkingDaysAfterItsDueDate(Instant now, String owner) {
        sell("newManager");
        tasks.setDueDate(task().getId(), Date.from(Instant.parse("2026-11-24T09:00:00Z")));
        ClockUtil.setCurrentTime(Date.from(now));
        givingBack.round();
        assertThat(task().getAssignee()).isEqualTo(owner);
        assertThat(givenBack()).isEqualTo(owner == null ? 1 : 0);
        givingBack.round();
        assertThat(givenBack()).as("counted once").isEqualTo(owner == null ? 1 : 0);
    }

    @Test
    void aWeekendIsNoTimeInWhichSomebodyCouldTouchIt() {
        sell("newManager");
        tasks.setDueDate(task().getId(), Date.from(Instant.parse("2026-11-27T09:00:00Z")));
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-30T09:00:00Z")));
        givingBack.round();
        assertThat(task().getAssignee()).isEqualTo("newManager");
    }

    @Test
    void anOverdueTaskThatWasJustTakenStays() {
        sell(null);
        tasks.setDueDate(task().getId(), Date.from(Instant.parse("2026-11-24T09:00:00Z")));
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-30T09:00:00Z")));
        tasks.claim(task().getId(), "newManager");
        givingBack.round();
        assertThat(task().getAssignee()).isEqualTo("newManager");
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-12-03T09:00:00Z")));
        givingBack.round();
        assertThat(task().getAssignee()).isNull();
    }

    @Test
    void whoLeavesTheGroupOrTheCompanyKeepsNothing() {
        sell("newManager");
        givingBack.round();
        assertThat(task().getAssignee()).isEqualTo("newManager");
        people.deleteMembership("newManager", "managers");
        givingBack.round();
        assertThat(task().getAssignee()).isNull();
        people.createMembership("newManager", "managers");
        tasks.claim(task().getId(), "newManager");
        people.deleteUser("newManager");
        givingBack.round();
        assertThat(task().getAssignee()).isNull();
        assertThat(givenBack()).isEqualTo(2);
    }

    @Test
    void anAdministratorWhoHelpsOutKeepsTheTask() {
        sell(null);
        tasks.claim(task().getId(), "admin");
        givingBack.round();
        assertThat(task().getAssignee()).isEqualTo("admin");
    }

    @ParameterizedTest
    @CsvSource({"newManager, newManager", "gone, ", "caller, ", ", "})
    void aCaseWhoseManagerLeftOffersItsNextTaskToTheGroup(String manager, String assignee) {
        sell(manager);
        assertThat(task().getAssignee()).isEqualTo(assignee);
        assertThat(tasks.createTaskQuery()
                        .processInstanceId(sale)
                        .taskCandidateGroup("managers")
                        .includeAssignedTasks()
                        .count())
                .isEqualTo(1);
        assertThat(givenBack()).isZero();
    }

    private void sell(String manager) {
        var variables = new java.util.HashMap<String, Object>(
                Map.of("companyNumber", companies.add("Owned " + UUID.randomUUID()), "repeatOrder", false));
        variables.put("manager", manager);
        sale = runtime.startProcessInstanceByKey(
                        "sellToClient", "L-2026-5%05d".formatted(LAST.incrementAndGet()), variables)
                .getId();
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceId(sale).singleResult();
    }

    private int givenBack() {
        return jdbc.sql("select given_back from work where task = ?")
                .param(task().getId())
                .query(Integer.class)
                .single();
    }
}
