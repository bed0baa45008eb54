package salesconveyor.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.engine.Identities;

/** What the work table knows of a task that waits, was taken, was given or was begun. */
@ConveyorTest
class TouchingTest {
    private static final Instant TAKEN = Instant.parse("2026-11-23T09:00:00Z");

    @Autowired
    WorkLog log;

    @Autowired
    Companies companies;

    @Autowired
    Identities identities;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private record Row(String queue, String worker, boolean taken, OffsetDateTime touched) {}

    @AfterEach
    void tidy() {
        identities.actAsNobody();
        ClockUtil.reset();
    }

    @Test
    void whatWaitsStandsInTheQueueOfItsRoleAndWhatIsTakenInNone() {
        String task = sale(null);
        assertThat(row(task)).isEqualTo(new Row("managers", null, false, null));
        take(task);
        assertThat(row(task).queue()).isNull();
        assertThat(row(task).taken()).isTrue();
        assertThat(row(task).touched().toInstant()).isEqualTo(TAKEN);
        tasks.setAssignee(task, null);
        assertThat(row(task)).isEqualTo(new Row("managers", null, false, null));
    }

    @Test
    void aDraftIsATouchAndAGivenTaskIsBegunByItAlone() {
        String task = sale("manager");
        assertThat(row(task)).isEqualTo(new Row(null, "manager", false, null));
        ClockUtil.setCurrentTime(Date.from(TAKEN.plusSeconds(600)));
        log.touched(task);
        assertThat(row(task).taken()).isFalse();
        assertThat(row(task).touched().toInstant()).isEqualTo(TAKEN.plusSeconds(600));
        assertThat(jdbc.sql("select count(*) from work_claim where task = ?")
                        .param(task)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobodyTouchesWhatNobodyHas() {
        String task = sale(null);
        log.touched(task);
        assertThat(row(task).touched()).isNull();
        log.touched("there is no such task");
    }

    private String sale(String manager) {
        ClockUtil.setCurrentTime(Date.from(TAKEN));
        Map<String, Object> variables = new HashMap<>(
                Map.of("companyNumber", companies.add("Touched " + System.nanoTime()), "repeatOrder", false));
        variables.put("manager", manager);
        String sale = runtime.startProcessInstanceByKey("sellToClient", "L-T-" + System.nanoTime(), variables)
                .getId();
        return tasks.createTaskQuery().processInstanceId(sale).singleResult().getId();
    }

    private void take(String task) {
        identities.actAs("manager");
        tasks.claim(task, "manager");
        identities.actAsNobody();
    }

    private Row row(String task) {
        return jdbc.sql("select queue, worker, taken, touched from work where task = ?")
                .param(task)
                .query(Row.class)
                .single();
    }
}
