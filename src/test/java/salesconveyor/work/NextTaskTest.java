package salesconveyor.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.engine.Identities;
import salesconveyor.people.Shift;
import salesconveyor.people.Shifts;

/** What a person gets who asks for the next task, over HTTP. A group of its own, so that no other test's task waits. */
@ConveyorTest
class NextTaskTest {
    private static final String GROUP = "nexters";
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

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

    @Autowired
    Companies companies;

    @Autowired
    Shifts shifts;

    @Autowired
    JdbcClient jdbc;

    private String deployment;

    @BeforeEach
    void aStationAndTwoPeople() {
        ClockUtil.setCurrentTime(Date.from(NOW));
        identities.group(GROUP, GROUP);
        for (String person : new String[] {"nextAnna", "nextBoris"}) {
            identities.user(person, person, person, "", GROUP);
            // A role without tasks of its own opens the door.
            identities.user(person, person, person, "", "processOwners");
        }
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "next.bpmn",
                        Bpmn.createExecutableProcess("next")
                                .startEvent()
                                .userTask("work")
                                .name("Do the work")
                                .camundaCandidateGroups(GROUP)
                                .camundaAssignee("${owner}")
                                .camundaPriority("${important}")
                                .camundaDueDate("${when}")
                                .endEvent()
                                .done())
                .addModelInstance(
                        "nextLater.bpmn",
                        Bpmn.createExecutableProcess("nextLater")
                                .startEvent()
                                .intermediateCatchEvent("wait")
                                .timerWithDate("${when}")
                                .userTask("afterwards")
                                .camundaCandidateGroups(GROUP)
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void tidy() {
        identities.actAsNobody();
        ClockUtil.reset();
        repository.deleteDeployment(deployment, true);
        jdbc.sql("delete from work where process = 'next'").update();
        jdbc.sql("delete from substitution where person = 'nextAnna'").update();
        jdbc.sql("delete from person_shift where person = 'nextAnna'").update();
        people.deleteUser("nextAnna");
        people.deleteUser("nextBoris");
        people.deleteGroup(GROUP);
    }

    @Test
    void theBestTaskIsMineWithItsNameAndCompany() throws Exception {
        offer(50, null);
        String best = offer(60, null);
        JsonNode answer = next("nextAnna", null);
        assertThat(answer.get("task").asText()).isEqualTo(best);
        assertThat(answer.get("name").asText()).isEqualTo("Do the work");
        assertThat(answer.get("company").asText()).startsWith("Next ");
        assertThat(tasks.createTaskQuery().taskId(best).singleResult().getAssignee())
                .isEqualTo("nextAnna");
    }

    @Test
    void whatIsBegunComesAgainUnlessItIsLeftForAnother() throws Exception {
        String first = offer(60, null);
        String second = offer(50, null);
        assertThat(task(next("nextAnna", null))).isEqualTo(first);
        assertThat(task(next("nextAnna", null))).isEqualTo(first);
        assertThat(task(next("nextAnna", first))).isEqualTo(second);
        assertThat(task(next("nextAnna", null))).isEqualTo(second);
        assertThat(task(next("nextAnna", second)))
                .as("nothing else is left, and it waits longest")
                .isEqualTo(first);
        assertThat(task(next("nextBoris", null))).isNull();
    }

    @Test
    void whatTheCaseGaveToMeIsAmongTheRestAndBegunWhenItIsTaken() throws Exception {
        String given = offer(50, "nextAnna");
        String better = offer(60, null);
        assertThat(task(next("nextBoris", null))).isEqualTo(better);
        assertThat(task(next("nextBoris", better))).isEqualTo(better);
        assertThat(task(next("nextAnna", null))).isEqualTo(given);
        assertThat(jdbc.sql("select touched from work where task = ?")
                        .param(given)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(NOW);
        assertThat(jdbc.sql("select begun from work_claim where task = ?")
                        .param(given)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .as("the time before it is not time at the task")
                .isEqualTo(NOW);
    }

    @Test
    void aPromisedCallIsItsCallersOwnUntilTheHoldEnds() throws Exception {
        String promised = offer(70, null, "caller", "nextBoris", "callerUntil", "2026-11-24T10:30:00+01:00");
        JsonNode nothing = next("nextAnna", null);
        assertThat(task(nothing)).isNull();
        assertThat(OffsetDateTime.parse(nothing.get("nextDue").asText()).toInstant())
                .isEqualTo("2026-11-24T09:30:00Z");
        assertThat(nothing.get("text").asText()).contains("expected on Nov 24, 2026, 10:30");
        offer(99, null);
        assertThat(task(next("nextBoris", null))).isEqualTo(promised);
        tasks.setAssignee(promised, null);
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-24T09:30:00Z")));
        assertThat(task(next("nextAnna", null))).as("a client waits for it").isEqualTo(promised);
    }

    @Test
    void theEmptyQueueTellsWhenACaseWillHaveATask() throws Exception {
        JsonNode nothing = next("nextAnna", null);
        assertThat(nothing.get("task").isNull() && nothing.get("nextDue").isNull())
                .isTrue();
        assertThat(nothing.get("text").asText()).contains("nothing is planned yet");
        runtime.startProcessInstanceByKey("nextLater", Map.of("when", "2026-11-25T09:00:00Z"));
        assertThat(OffsetDateTime.parse(next("nextAnna", null).get("nextDue").asText())
                        .toInstant())
                .isEqualTo("2026-11-25T09:00:00Z");
        assertThat(next("nextAnna", null, "ru").get("text").asText())
                .contains("сейчас нет задач")
                .contains("25 нояб. 2026");
    }

    @Test
    void aFollowUpDateKeepsATaskFromBeingTheNextOne() throws Exception {
        String later = offer(60, "nextAnna");
        var task = tasks.createTaskQuery().taskId(later).singleResult();
        task.setFollowUpDate(Date.from(NOW.plusSeconds(3600)));
        tasks.saveTask(task);
        JsonNode nothing = next("nextAnna", null);
        assertThat(task(nothing)).isNull();
        assertThat(OffsetDateTime.parse(nothing.get("nextDue").asText()).toInstant())
                .isEqualTo(NOW.plusSeconds(3600));
        ClockUtil.setCurrentTime(Date.from(NOW.plusSeconds(3600)));
        assertThat(task(next("nextAnna", null))).isEqualTo(later);
    }

    /** It is ten o'clock on a Tuesday in Berlin; the student works on Tuesdays from six in the evening. */
    @Test
    void whoHasShiftsIsOfferedWorkInThemOnly() throws Exception {
        String waiting = offer(50, null);
        shifts.add(
                new Shift(
                        0,
                        "nextAnna",
                        DayOfWeek.TUESDAY,
                        LocalTime.of(18, 0),
                        LocalTime.of(22, 0),
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 30)),
                "head");
        JsonNode nothing = next("nextAnna", null);
        assertThat(task(nothing)).isNull();
        assertThat(OffsetDateTime.parse(nothing.get("nextDue").asText()).toInstant())
                .isEqualTo("2026-11-24T17:00:00Z");
        assertThat(nothing.get("text").asText()).contains("the next one begins on Nov 24, 2026, 6:00");
        assertThat(next("nextAnna", null, "ru").get("text").asText()).contains("Сейчас не ваша смена");
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-24T21:00:00Z")));
        assertThat(next("nextAnna", null).get("text").asText()).contains("none is planned for the next two months");
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-24T17:00:00Z")));
        assertThat(task(next("nextAnna", null))).isEqualTo(waiting);
    }

    @Test
    void whoIsAwayGetsNothing() throws Exception {
        offer(50, null);
        jdbc.sql("insert into substitution (person, substitute, away_from, away_until, named_by, named)"
                        + " values ('nextAnna', 'nextBoris', ?, ?, 'head', ?)")
                .params(
                        OffsetDateTime.parse("2026-11-24T00:00+01:00"),
                        OffsetDateTime.parse("2026-11-25T00:00+01:00"),
                        OffsetDateTime.parse("2026-11-23T00:00+01:00"))
                .update();
        JsonNode nothing = next("nextAnna", null);
        assertThat(task(nothing)).isNull();
        assertThat(nothing.get("text").asText()).contains("nextBoris stands in for you");
        assertThat(task(next("nextBoris", null))).isNotNull();
    }

    @Test
    void aTaskOfAnotherRoleIsNobodysNextOne() throws Exception {
        offer(50, null);
        people.deleteMembership("nextAnna", GROUP);
        assertThat(task(next("nextAnna", null))).isNull();
    }

    private String offer(int priority, @Nullable String owner, String... more) {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "important",
                priority,
                "when",
                "2026-11-24T12:00:00Z",
                "companyNumber",
                companies.add("Next " + System.nanoTime())));
        variables.put("owner", owner);
        for (int i = 0; i < more.length; i += 2) {
            variables.put(more[i], more[i + 1]);
        }
        if (more.length > 0) {
            variables.put("when", "2026-11-24T09:00:00Z");
        }
        String started = runtime.startProcessInstanceByKey("next", variables).getId();
        return tasks.createTaskQuery().processInstanceId(started).singleResult().getId();
    }

    private static @Nullable String task(JsonNode answer) {
        return answer.get("task").isNull() ? null : answer.get("task").asText();
    }

    private JsonNode next(String person, @Nullable String leaving) throws Exception {
        return next(person, leaving, "en");
    }

    private JsonNode next(String person, @Nullable String leaving, String language) throws Exception {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        if (leaving != null) {
            headers.setContentType(MediaType.APPLICATION_JSON);
        }
        var answer = browser.withBasicAuth(person, person)
                .exchange(
                        "/api/tasks/next",
                        HttpMethod.POST,
                        new HttpEntity<>(leaving == null ? null : Map.of("leaving", leaving), headers),
                        String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.getBody());
    }
}
