package salesconveyor.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;
import salesconveyor.people.Shift;
import salesconveyor.people.Shifts;

/** What is remembered of a task beyond the engine's history. */
@ConveyorTest
class WorkLogTest {
    /** Nobody else's tasks are in the way. */
    private final String worker = "w" + System.nanoTime();

    @Autowired
    WorkLog log;

    @Autowired
    TimeAway timeAway;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    Shifts shifts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void eachClaimIsRememberedAlsoOneThatWasGivenBack() {
        String company = companies.add("Claimed " + System.nanoTime());
        String instance = runtime.startProcessInstanceByKey(
                        "acquireClient", opportunities.add(company, "LIST"), Map.of("companyNumber", company))
                .getId();
        String task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        tasks.claim(task, "researcher");
        tasks.claim(task, null);
        tasks.claim(task, "admin");
        assertThat(workers(task, "released is not null")).isEqualTo(List.of("researcher"));
        assertThat(workers(task, "released is null")).isEqualTo(List.of("admin"));
        tasks.complete(task, Map.of("outcome", "NOT_FOUND"));
        assertThat(workers(task, "released is not null")).isEqualTo(List.of("researcher", "admin"));
        assertThat(jdbc.sql("select given_back from work where task = ? and completed and worker = 'admin'")
                        .param(task)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** The doors are open from 9 to 18 in Berlin, an hour ahead of these times. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00:00Z, 2026-11-23T09:30:00Z, 0",
        "2026-11-23T16:50:00Z, 2026-11-24T08:10:00Z, 900",
        "2026-11-27T16:50:00Z, 2026-11-30T08:10:00Z, 3780",
        // Overtime, and an evening at home.
        "2026-11-23T16:50:00Z, 2026-11-23T18:00:00Z, 0",
        "2026-11-23T19:00:00Z, 2026-11-23T19:30:00Z, 0",
        "2026-11-24T06:00:00Z, 2026-11-24T08:30:00Z, 120",
        // Until the next day: four hours of the evening at most, and no night.
        "2026-11-23T16:50:00Z, 2026-11-24T00:30:00Z, 210",
        "2026-11-23T16:50:00Z, 2026-11-24T07:50:00Z, 650",
        "2026-11-23T22:30:00Z, 2026-11-24T00:30:00Z, 0"
    })
    void aNightIsNoTimeOfWork(String claimed, String completed, long awayMinutes) {
        String task = atResearch();
        claim(task, claimed);
        complete(task, completed);
        assertThat(awayMinutes(task)).isEqualTo(awayMinutes);
    }

    /** Shifts from 18 to 22 on Monday and Tuesday in Berlin. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T20:50:00Z, 2026-11-24T17:10:00Z, 1200",
        "2026-11-23T17:10:00Z, 2026-11-23T17:40:00Z, 0",
        // Finished after the end of the shift, and at noon when there is no shift.
        "2026-11-23T20:50:00Z, 2026-11-23T21:30:00Z, 0",
        "2026-11-25T11:00:00Z, 2026-11-25T11:30:00Z, 0",
        // After the last shift of the week: four hours of the evening and no night.
        "2026-11-24T20:50:00Z, 2026-11-25T11:00:00Z, 600"
    })
    void whoWorksInShiftsIsAwayBetweenThem(String claimed, String completed, long awayMinutes) {
        for (DayOfWeek day : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)) {
            shifts.add(
                    new Shift(0, worker, day, LocalTime.of(18, 0), LocalTime.of(22, 0), LocalDate.of(2026, 1, 1), null),
                    "head");
        }
        String task = atResearch();
        claim(task, claimed);
        complete(task, completed);
        assertThat(awayMinutes(task)).isEqualTo(awayMinutes);
    }

    /** The shifts were over in October or begin in December: until then the hours of the company count. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-10-31, 2026-11-23T16:50:00Z, 2026-11-24T08:10:00Z, 900",
        "2026-12-07, , 2026-11-23T16:50:00Z, 2026-11-24T08:10:00Z, 900",
        // The last shift ends at 22 on Monday; on Tuesday the doors open at 9.
        "2026-01-01, 2026-11-23, 2026-11-23T20:50:00Z, 2026-11-24T08:10:00Z, 660"
    })
    void shiftsThatAreOverOrToComeAreNoShifts(
            LocalDate from, @Nullable LocalDate until, String claimed, String completed, long awayMinutes) {
        shifts.add(
                new Shift(0, worker, DayOfWeek.MONDAY, LocalTime.of(18, 0), LocalTime.of(22, 0), from, until), "head");
        String task = atResearch();
        claim(task, claimed);
        complete(task, completed);
        assertThat(awayMinutes(task)).isEqualTo(awayMinutes);
    }

    /** Looked at on Monday, held on Wednesday at 14 in Berlin, its result written down on Thursday at 9:10. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-25T14:10:00Z, 2026-11-25T13:00:00Z, 70",
        // Four hours of Wednesday and ten minutes of Thursday, and no night.
        "2026-11-26T08:10:00Z, 2026-11-25T13:00:00Z, 250",
        // Held before its hour.
        "2026-11-25T12:00:00Z, 2026-11-25T13:00:00Z, 0"
    })
    void aMeetingIsWorkFromItsHour(Instant completed, Instant hour, long touchMinutes) {
        String task = "meeting-" + System.nanoTime();
        OffsetDateTime looked = OffsetDateTime.parse("2026-11-23T10:00:00Z");
        jdbc.sql("insert into work (task, station, process, role, priority, due, offered, claimed, worker)"
                        + " values (?, 'holdFirstMeeting', 'sellToClient', 'managers', 50, ?, ?, ?, ?)")
                .params(task, hour.atOffset(ZoneOffset.UTC), looked, looked, worker)
                .update();
        jdbc.sql("insert into work_claim (task, worker, claimed, begun) values (?, ?, ?, ?)")
                .params(task, worker, looked, looked)
                .update();
        long claim = jdbc.sql("select id from work_claim where task = ?")
                .param(task)
                .query(Long.class)
                .single();
        Span held = new Span(looked.toInstant(), completed);
        try {
            Duration away = timeAway.write(claim, worker, held, looked.toInstant(), true);
            assertThat(held.length().minus(away).toMinutes()).isEqualTo(touchMinutes);
        } finally {
            jdbc.sql("delete from work_away where claim = ?").param(claim).update();
            jdbc.sql("delete from work_claim where id = ?").param(claim).update();
            jdbc.sql("delete from work where task = ?").param(task).update();
        }
    }

    @Test
    void timeOnAnotherTaskIsNoTimeOnThisOne() {
        List<String> batch = List.of(atResearch(), atResearch(), atResearch());
        batch.forEach(task -> claim(task, "2026-11-25T09:00:00Z"));
        complete(batch.get(0), "2026-11-25T09:10:00Z");
        complete(batch.get(1), "2026-11-25T09:25:00Z");
        complete(batch.get(2), "2026-11-25T09:30:00Z");
        assertThat(batch.stream().map(this::awayMinutes)).containsExactly(0L, 10L, 25L);
        String interrupted = atResearch();
        String urgent = atResearch();
        claim(interrupted, "2026-11-25T10:00:00Z");
        claim(urgent, "2026-11-25T10:30:00Z");
        complete(urgent, "2026-11-25T10:40:00Z");
        complete(interrupted, "2026-11-25T11:00:00Z");
        assertThat(awayMinutes(urgent)).isZero();
        assertThat(awayMinutes(interrupted)).isEqualTo(10);
    }

    @Test
    void whatWasGivenToSomebodyLiesOnTheDeskUntilItIsBegun() {
        String told = atResearch();
        String untold = atResearch();
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-25T09:00:00Z")));
        tasks.setAssignee(told, worker);
        tasks.setAssignee(untold, worker);
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-25T10:00:00Z")));
        log.touched(told);
        complete(told, "2026-11-25T10:20:00Z");
        complete(untold, "2026-11-25T10:50:00Z");
        assertThat(awayMinutes(told)).isEqualTo(60);
        assertThat(awayMinutes(untold)).as("begun after the one before").isEqualTo(80);
    }

    @Test
    void timeOfAClaimThatWasGivenBackLedToNothing() {
        String task = atResearch();
        claim(task, "2026-11-26T09:00:00Z");
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-26T09:20:00Z")));
        tasks.claim(task, null);
        assertThat(jdbc.sql("select a.reason from work_away a join work_claim c on c.id = a.claim where c.task = ?")
                        .param(task)
                        .query(String.class)
                        .list())
                .containsExactly("NOT_COMPLETED");
        claim(task, "2026-11-26T09:30:00Z");
        complete(task, "2026-11-26T09:40:00Z");
        assertThat(awayMinutes(task)).isZero();
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    private String atResearch() {
        String company = companies.add("Away " + System.nanoTime());
        String instance = runtime.startProcessInstanceByKey(
                        "acquireClient", opportunities.add(company, "LIST"), Map.of("companyNumber", company))
                .getId();
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private void claim(String task, String time) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(time)));
        tasks.claim(task, worker);
        log.touched(task);
    }

    private void complete(String task, String time) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(time)));
        tasks.complete(task, Map.of("outcome", "NOT_FOUND"));
    }

    private long awayMinutes(String task) {
        return jdbc.sql("select away_seconds from work where task = ?")
                        .param(task)
                        .query(Long.class)
                        .single()
                / 60;
    }

    private List<String> workers(String task, String condition) {
        return jdbc.sql("select worker from work_claim where task = ? and " + condition + " order by id")
                .param(task)
                .query(String.class)
                .list();
    }
}
