package salesconveyor.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.Door;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;
import salesconveyor.shared.Erasure;

/** What somebody typed and did not complete is found again at another desk, by nobody else, and not for ever. */
@ConveyorTest
class DraftsTest {
    private static final String TYPED = "{\"camunda-form\":{\"saleNotes\":\"Calls back after lunch\"}}";

    @Autowired
    TestRestTemplate browser;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DraftErasing erasing;

    private String company = "";
    private String number = "";
    private String task = "";

    @BeforeEach
    void aManagerHasATask() {
        company = companies.add("Draft " + UUID.randomUUID());
        number = opportunities.addRepeat(company, "manager");
        runtime.startProcessInstanceByKey(
                "sellToClient", number, Map.of("companyNumber", company, "repeatOrder", false, "manager", "manager"));
        task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
    }

    @AfterEach
    void tidy() {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
    }

    @Test
    void aDraftIsFoundByTheSamePersonAtAnotherDesk() {
        assertThat(status(Door.session(browser, "manager", "tasklist").put(path(), TYPED)))
                .isEqualTo(204);
        assertThat(Door.rest(browser, "manager").get(path()).getBody()).isEqualTo(TYPED);
        Door.rest(browser, "manager").put(path(), TYPED.replace("lunch", "ten"));
        assertThat(Door.rest(browser, "manager").get(path()).getBody()).contains("after ten");
        assertThat(status(Door.rest(browser, "manager").delete(path()))).isEqualTo(204);
        assertThat(status(Door.rest(browser, "manager").get(path()))).isEqualTo(204);
    }

    @Test
    void whoeverWritesADraftIsAtWorkOnTheTask() {
        jdbc.sql("update work set touched = ? where task = ?")
                .params(OffsetDateTime.parse("2020-01-01T00:00:00Z"), task)
                .update();
        Door.rest(browser, "head").put(path(), TYPED);
        assertThat(touched()).isEqualTo(2020);
        Door.rest(browser, "manager").put(path(), TYPED);
        assertThat(touched()).isGreaterThan(2020);
    }

    private int touched() {
        return jdbc.sql("select touched from work where task = ?")
                .param(task)
                .query(OffsetDateTime.class)
                .single()
                .getYear();
    }

    @ParameterizedTest
    @CsvSource({"head", "caller", "admin"})
    void nobodyElseReadsOrWritesIt(String other) {
        Door.rest(browser, "manager").put(path(), TYPED);
        assertThat(status(Door.rest(browser, other).get(path()))).isEqualTo(204);
        var refused = Door.rest(browser, other).put(path(), "{}");
        assertThat(status(refused)).isEqualTo(404);
        assertThat(refused.getBody()).contains("not yours any more");
        Door.rest(browser, other).delete(path());
        assertThat(Door.rest(browser, "manager").get(path()).getBody()).isEqualTo(TYPED);
    }

    @Test
    void whoHasGivenTheTaskBackFindsTheDraftWhenItIsTakenAgainAndNotBefore() {
        Door.rest(browser, "manager").put(path(), TYPED);
        tasks.setAssignee(task, null);
        assertThat(status(Door.rest(browser, "manager").get(path()))).isEqualTo(204);
        assertThat(status(Door.rest(browser, "manager").put(path(), "{}"))).isEqualTo(404);
        tasks.setAssignee(task, "manager");
        assertThat(Door.rest(browser, "manager").get(path()).getBody()).isEqualTo(TYPED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[1]|400", "'{\"a\":'|400", "words|400", "'\"words\"'|400", "''|400", "{}|204"})
    void onlyAnObjectOfJsonIsADraft(String body, int status) {
        assertThat(status(Door.rest(browser, "manager").put(path(), body))).isEqualTo(status);
    }

    @Test
    void aDraftHasALargestSize() {
        assertThat(status(put("x".repeat(199_000)))).isEqualTo(204);
        var refused = put("x".repeat(200_000));
        assertThat(status(refused)).isEqualTo(413);
        assertThat(refused.getBody()).contains("too large");
    }

    @Test
    void theDraftEndsWithItsTask() {
        Door.rest(browser, "manager").put(path(), TYPED);
        tasks.complete(
                task,
                Map.of(
                        "outcome",
                        "MEETING",
                        "meetingTime",
                        OffsetDateTime.now().plusDays(30).toString(),
                        "saleNotes",
                        "At their office"));
        assertThat(drafts()).isEmpty();
        task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        Door.rest(browser, "manager").put(path(), TYPED);
        assertThat(drafts()).hasSize(1);
        tidy();
        assertThat(drafts()).isEmpty();
    }

    @Test
    void theRightToBeForgottenReachesDrafts() {
        Door.rest(browser, "manager").put(path(), TYPED);
        assertThat(erasing.erase(new Erasure(company, Set.of(number), Set.of(), List.of())))
                .containsEntry("task_draft", 1);
        assertThat(drafts()).isEmpty();
    }

    @Test
    void withoutTheTokenOfTheSessionNothingIsWritten() {
        var door = Door.session(browser, "manager", "tasklist");
        assertThat(status(door.exchange(HttpMethod.PUT, path(), TYPED))).isEqualTo(204);
        assertThat(browser.exchange(path(), HttpMethod.PUT, null, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    private ResponseEntity<String> put(String words) {
        return Door.rest(browser, "manager").put(path(), "{\"words\":\"" + words + "\"}");
    }

    private List<String> drafts() {
        return jdbc.sql("select form from task_draft where task = ?")
                .param(task)
                .query(String.class)
                .list();
    }

    private String path() {
        return "/api/tasks/" + task + "/draft";
    }

    private static int status(ResponseEntity<String> answer) {
        return answer.getStatusCode().value();
    }
}
