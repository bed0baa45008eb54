package salesconveyor.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.Door;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;
import salesconveyor.engine.Identities;

/** The filters of Tasklist: each role sees its own, they show what they say, and an administrator has the last word. */
@ConveyorTest
class FiltersTest {
    private static final Map<Role, List<String>> MORE = Map.of(
            Role.CALLERS, List.of("My callbacks"),
            Role.HEADS, List.of("Overdue everywhere"));

    @Autowired
    Filters shelves;

    @Autowired
    FilterService filters;

    @Autowired
    TestRestTemplate browser;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Identities identities;

    @Autowired
    IdentityService people;

    private final List<String> cases = new ArrayList<>();

    @AfterEach
    void tidy() {
        cases.forEach(number -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test")));
        people.deleteUser("filterManager");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PROCESS_OWNERS", "ADMINISTRATORS"},
            mode = EnumSource.Mode.EXCLUDE)
    void aRoleSeesItsOwnFiltersAndEachAnswers(Role role) throws IOException {
        Door door = Door.rest(browser, role.demoLogin());
        Map<String, String> seen = seen(door);
        List<String> expected =
                new ArrayList<>(List.of("My tasks", "Overdue", "Waiting for my role", "Queue: " + role.title()));
        expected.addAll(MORE.getOrDefault(role, List.of()));
        assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        for (String id : seen.values()) {
            assertThat(door.get("/filter/" + id + "/list").getStatusCode().value())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatIsOverdueIsMineOrFreeAndNoColleagues() throws IOException {
        identities.user("filterManager", "filterManager", "Filter", "filter@example.com", "managers");
        Task mine = sale("manager");
        Task free = sale(null);
        Task colleagues = sale("filterManager");
        Task inTime = sale("manager");
        for (Task late : List.of(mine, free, colleagues)) {
            due(late, Instant.now().minus(1, ChronoUnit.HOURS));
        }
        due(inTime, Instant.now().plus(1, ChronoUnit.HOURS));
        assertThat(shown("manager", "Overdue"))
                .contains(mine.getId(), free.getId())
                .doesNotContain(colleagues.getId(), inTime.getId());
        assertThat(shown("manager", "My tasks"))
                .contains(mine.getId(), inTime.getId())
                .doesNotContain(free.getId(), colleagues.getId());
        assertThat(shown("manager", "Queue: Managers"))
                .contains(free.getId())
                .doesNotContain(mine.getId(), colleagues.getId());
        assertThat(shown("caller", "Overdue")).doesNotContain(mine.getId(), free.getId(), colleagues.getId());
    }

    @Test
    void aPromisedCallIsFoundByWhoPromisedIt() throws IOException {
        Task call = sale(null);
        tasks.addCandidateGroup(call.getId(), "callers");
        assertThat(shown("caller", "My callbacks")).doesNotContain(call.getId());
        tasks.setOwner(call.getId(), "caller");
        assertThat(shown("caller", "My callbacks")).contains(call.getId());
    }

    @Test
    void anAdministratorsChangeStays() {
        Filter queue = named("Queue: Shippers");
        queue.setName("What leaves the house");
        filters.saveFilter(queue);
        shelves.make();
        assertThat(filters.getFilter(queue.getId()).getName()).isEqualTo("What leaves the house");
        assertThat(filters.createTaskFilterQuery().filterName("Queue: Shippers").count())
                .isZero();
        forget("queue-shippers", queue.getId());
    }

    @Test
    void aFilterThatAnAdministratorDeletedIsNotMadeAgain() {
        Filter queue = named("Queue: Marketers");
        filters.deleteFilter(queue.getId());
        shelves.make();
        assertThat(filters.createTaskFilterQuery()
                        .filterName("Queue: Marketers")
                        .count())
                .isZero();
        forget("queue-marketers", null);
    }

    @Test
    void aFilterThatNobodyTouchedFollowsALaterVersion() {
        Filter queue = named("Queue: Assistants");
        queue.setName("What an older version called it");
        filters.saveFilter(queue);
        shelves.make();
        jdbc.sql("update task_filter set made = ? where filter_key = 'queue-assistants'")
                .param(shelves.state(queue.getId()))
                .update();
        shelves.make();
        assertThat(named("Queue: Assistants").getId()).isEqualTo(queue.getId());
    }

    @Test
    void makingThemAgainMakesNoSecondOne() {
        long before = filters.createTaskFilterQuery().count();
        shelves.make();
        assertThat(filters.createTaskFilterQuery().count()).isEqualTo(before);
    }

    private void forget(String key, String left) {
        if (left != null) {
            filters.deleteFilter(left);
        }
        jdbc.sql("delete from task_filter where filter_key = ?").param(key).update();
        shelves.make();
    }

    private Filter named(String name) {
        return filters.createTaskFilterQuery().filterName(name).singleResult();
    }

    private Set<String> shown(String user, String filter) throws IOException {
        Door door = Door.rest(browser, user);
        var answer = door.get("/filter/" + seen(door).get(filter) + "/list");
        Set<String> ids = new java.util.HashSet<>();
        new ObjectMapper()
                .readTree(answer.getBody())
                .forEach(task -> ids.add(task.get("id").asText()));
        return ids;
    }

    private static Map<String, String> seen(Door door) throws IOException {
        Map<String, String> seen = new java.util.HashMap<>();
        JsonNode list = new ObjectMapper().readTree(door.get("/filter").getBody());
        list.forEach(
                filter -> seen.put(filter.get("name").asText(), filter.get("id").asText()));
        return seen;
    }

    private Task sale(String manager) {
        String company = companies.add("Filter " + UUID.randomUUID());
        String number = opportunities.addRepeat(company, manager);
        cases.add(number);
        Map<String, Object> variables = new java.util.HashMap<>();
        variables.put("companyNumber", company);
        variables.put("repeatOrder", false);
        variables.put("manager", manager);
        runtime.startProcessInstanceByKey("sellToClient", number, variables);
        return tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult();
    }

    private void due(Task task, Instant moment) {
        Task fresh = tasks.createTaskQuery().taskId(task.getId()).singleResult();
        fresh.setDueDate(Date.from(moment));
        tasks.saveTask(fresh);
    }
}
