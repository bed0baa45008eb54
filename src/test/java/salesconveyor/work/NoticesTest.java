package salesconveyor.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.engine.Identities;

/** What people are mailed about their tasks. */
@ConveyorTest
class NoticesTest {
    private static final String MAIL = "notice@example.com";

    @Autowired
    LateNotice late;

    @Autowired
    Digest digest;

    @Autowired
    Identities identities;

    @Autowired
    IdentityService people;

    @Autowired
    Companies companies;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private final String company = "Notice " + System.nanoTime();
    private String started = "";

    private record Posted(String subject, String body) {}

    @BeforeEach
    void somebodyWithAnAddress() {
        at("2026-11-24T09:00:00Z");
        identities.user("noticed", "noticed", "Noticed", MAIL, "managers");
        jdbc.sql("delete from mail where recipient = ?").param(MAIL).update();
        // Other tests' tasks are told before.
        jdbc.sql("update work set late_told = true where ended is null").update();
        forgetToday();
    }

    @AfterEach
    void tidy() {
        ClockUtil.reset();
        runtime.createProcessInstanceQuery()
                .processInstanceId(started)
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
        people.deleteUser("noticed");
    }

    @Test
    void whoHasALateTaskIsToldOnceAndAgainWhenItGetsAnotherDueDate() {
        sell("noticed");
        due("2026-11-24T10:00:00Z");
        at("2026-11-24T09:59:00Z");
        late.round();
        assertThat(mails()).isEmpty();
        at("2026-11-24T10:00:00Z");
        late.round();
        late.round();
        assertThat(mails())
                .containsExactly(new Posted(
                        "Overdue: Warm up call, " + company,
                        "These tasks are past their due date:\nWarm up call, " + company));
        due("2026-11-24T11:00:00Z");
        at("2026-11-24T11:00:00Z");
        late.round();
        assertThat(mails()).hasSize(2);
    }

    @Test
    void ofATaskThatNobodyHasItsWholeRoleIsTold() {
        sell("nobodyOfOurs");
        due("2026-11-24T10:00:00Z");
        at("2026-11-24T10:01:00Z");
        late.round();
        assertThat(mails()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from mail where recipient = 'manager@example.com' and subject like ?")
                        .param("%" + company)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoPromisedACallIsToldWhenItIsDue() {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "companyNumber",
                companies.add(company),
                "repeatOrder",
                false,
                "caller",
                "noticed",
                "callerUntil",
                "2026-11-24T10:30:00+01:00"));
        variables.put("manager", null);
        started = runtime.startProcessInstanceByKey("sellToClient", "L-N-" + System.nanoTime(), variables)
                .getId();
        assertThat(mails()).hasSize(1);
        assertThat(mails().get(0).subject()).isEqualTo("A promised call is due: " + company);
        assertThat(mails().get(0).body())
                .contains("\"Warm up call\"")
                .contains("until 10:30")
                .contains("that noticed promised");
    }

    /** The setting is half past eight; 2026-11-28 is a Saturday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-25T07:29:00Z, 0",
        "2026-11-25T07:30:00Z, 1",
        "2026-11-25T09:29:00Z, 1",
        "2026-11-25T09:31:00Z, 0",
        "2026-11-28T07:30:00Z, 0"
    })
    void theDigestComesOnceOnAWorkday(String time, int letters) {
        sell("noticed");
        at(time);
        digest.round();
        digest.round();
        forgetToday();
        digest.round();
        assertThat(mails()).hasSize(letters);
    }

    @ParameterizedTest
    @CsvSource({
        "22:30, 22:29, false",
        "22:30, 22:30, true",
        "22:30, 23:59, true",
        "22:30, 00:10, false",
        "08:30, 10:29, true",
        "08:30, 10:30, false"
    })
    void theDigestIsDueForTwoHoursOfItsDay(LocalTime time, LocalTime now, boolean due) {
        assertThat(Digest.isDue(time, now)).isEqualTo(due);
    }

    @Test
    void theDigestTellsWhatIsNewAndWhatIsOverdue() {
        sell("noticed");
        due("2026-11-26T12:00:00Z");
        at("2026-11-25T07:30:00Z");
        digest.round();
        assertThat(mails().get(0).body())
                .contains("New for you:\n- Warm up call, " + company)
                .doesNotContain("Your overdue tasks:");
        due("2026-11-25T12:00:00Z");
        at("2026-11-26T07:30:00Z");
        digest.round();
        assertThat(mails().get(1).body()).contains("Your overdue tasks:\n- Warm up call, " + company);
    }

    private void sell(String manager) {
        started = runtime.startProcessInstanceByKey(
                        "sellToClient",
                        "L-N-" + System.nanoTime(),
                        Map.of("companyNumber", companies.add(company), "repeatOrder", false, "manager", manager))
                .getId();
    }

    private void forgetToday() {
        Object target = AopTestUtils.getTargetObject(digest);
        ReflectionTestUtils.setField(target, "done", null);
    }

    private void due(String time) {
        Task task = tasks.createTaskQuery().processInstanceId(started).singleResult();
        task.setDueDate(Date.from(Instant.parse(time)));
        tasks.saveTask(task);
    }

    private List<Posted> mails() {
        return jdbc.sql("select subject, body from mail where recipient = ? order by id")
                .param(MAIL)
                .query(Posted.class)
                .list();
    }

    private static void at(String time) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(time)));
    }
}
