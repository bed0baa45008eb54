package salesconveyor.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;
import salesconveyor.engine.Identities;
import salesconveyor.work.StandingIn;

/** A head of sales moves work between people, by the API of the page Team. */
@ConveyorTest
class TeamTest {
    private static final List<String> PEOPLE = List.of("teamMia", "teamMax", "teamCora", "teamHugo");

    @Autowired
    TestRestTemplate browser;

    @Autowired
    StandingIn standingIn;

    @Autowired
    Identities identities;

    @Autowired
    IdentityService people;

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

    private String sale = "";
    private String number = "";
    private String company = "";

    @BeforeEach
    void aTeam() {
        at("2026-11-24T09:00:00Z");
        identities.user("teamMia", "teamMia", "Mia", "mia@example.com", "managers");
        identities.user("teamMia", "teamMia", "Mia", "mia@example.com", "accountManagers");
        identities.user("teamMax", "teamMax", "Max", "max@example.com", "managers");
        identities.user("teamCora", "teamCora", "Cora", "cora@example.com", "callers");
        identities.user("teamHugo", "teamHugo", "Hugo", "hugo@example.com", "heads");
    }

    @AfterEach
    void tidy() {
        identities.actAsNobody();
        ClockUtil.reset();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
        PEOPLE.forEach(people::deleteUser);
        jdbc.sql("delete from substitution").update();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            teamMax  | 200 | "moved":1 | teamMax
            ''       | 200 | "moved":1 | ''
            teamCora | 200 | teamCora cannot get Warm up call: this work is for the role Managers. | teamMia
            nobody   | 400 | nobody is not one of our people | teamMia
            teamMia  | 200 | Warm up call is there already. | teamMia
            """)
    void aTaskGoesToPeopleOfItsRoleAlone(String to, int status, String told, String owner) {
        sell("teamMia");
        var answer = post("head", "/api/team/tasks/move", Map.of("tasks", List.of(task()), "to", to));
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody()).contains(told);
        assertThat(owner()).isEqualTo(owner.isEmpty() ? null : owner);
    }

    @Test
    void manyAreMovedAtOnceAndTheTrailTellsByWhom() {
        sell("teamMia");
        var answer = post("head", "/api/team/tasks/move", Map.of("tasks", List.of(task(), "gone"), "to", "teamMax"));
        assertThat(answer.getBody()).contains("\"moved\":1").contains("One of the tasks has ended meanwhile.");
        assertThat(get("head", "/api/team/moves"))
                .contains("\"from\":\"teamMia\",\"to\":\"teamMax\",\"reason\":\"REASSIGNED\",\"by\":\"head\"");
        assertThat(get("head", "/api/team/tasks?person=teamMax"))
                .contains(task())
                .contains("Team ");
        assertThat(get("head", "/api/team")).contains("\"login\":\"teamMax\",\"name\":\"Max\"");
        assertThat(get("teamMax", "/api/tasks/" + task() + "/case")).contains("Moved from teamMia to teamMax.");
    }

    @Test
    void theSubstituteGetsWhatIsOwnedAndWhatComesMeanwhileAndGivesItBack() {
        sell("teamMia");
        assertThat(away("teamMia", "teamMax", "2026-11-24", "2026-11-25")).isEqualTo(204);
        assertThat(owner()).isEqualTo("teamMax");
        String first = task();
        tasks.setAssignee(first, "teamMia");
        standingIn.round();
        assertThat(owner()).as("given to the absent person meanwhile").isEqualTo("teamMax");
        at("2026-11-25T22:59:00Z");
        standingIn.round();
        assertThat(owner()).isEqualTo("teamMax");
        at("2026-11-25T23:00:00Z");
        standingIn.round();
        assertThat(owner()).as("the last day is over in Berlin").isEqualTo("teamMia");
        standingIn.round();
        assertThat(get("head", "/api/team/moves")).contains("\"reason\":\"RETURNED\",\"by\":null");
    }

    @Test
    void whatTheSubstituteHasBegunStaysAndWhatTheyCannotDoGoesToTheGroup() {
        sell("teamMia");
        away("teamMia", "teamMax", "2026-11-24", "2026-11-25");
        jdbc.sql("update work set touched = claimed where task = ?")
                .param(task())
                .update();
        long id = jdbc.sql("select max(id) from substitution").query(Long.class).single();
        assertThat(post("head", "/api/team/substitutes/" + id + "/end", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(owner()).isEqualTo("teamMax");
        assertThat(post("head", "/api/team/substitutes/" + id + "/end", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        identities.user("teamCora", "teamCora", "Cora", "", "accountManagers");
        tasks.setAssignee(task(), "teamMia");
        away("teamMia", "teamCora", "2026-11-24", "2026-11-25");
        assertThat(owner()).isNull();
    }

    @Test
    void whatCannotBeGivenBackWhenTheAbsenceEndsIsGivenBackLater() {
        identities.user("teamMax", "teamMax", "Max", "", "callers");
        call("teamCora");
        tasks.setAssignee(task(), "teamCora");
        away("teamCora", "teamMax", "2026-11-24", "2026-11-25");
        assertThat(owner()).isEqualTo("teamMax");
        at("2026-11-25T23:00:00Z");
        runtime.setVariable(sale, "companyNumber", "nobody");
        standingIn.round();
        assertThat(owner()).as("a listener of the model fails").isEqualTo("teamMax");
        runtime.setVariable(sale, "companyNumber", company);
        standingIn.round();
        assertThat(owner()).isEqualTo("teamCora");
        assertThat(jdbc.sql("select count(*) from substitution where not closed")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"callers, teamMax", "accountManagers,"})
    void aPromisedCallComesBackWhenTheAbsenceEndsEarly(String role, @Nullable String keeper) {
        identities.user("teamCora", "teamCora", "Cora", "", role);
        identities.user("teamMax", "teamMax", "Max", "", role);
        call("teamCora");
        away("teamCora", "teamMax", "2026-11-24", "2026-11-25");
        assertThat(promiser()).isEqualTo(keeper);
        assertThat(get("head", "/api/team/moves")).contains("\"reason\":\"SUBSTITUTED\"");
        long id = jdbc.sql("select max(id) from substitution").query(Long.class).single();
        post("head", "/api/team/substitutes/" + id + "/end", Map.of());
        assertThat(promiser()).isEqualTo("teamCora");
        assertThat(runtime.getVariable(sale, "caller")).isEqualTo("teamCora");
        standingIn.round();
        identities.actAs("teamCora");
        tasks.claim(task(), "teamCora");
        assertThat(owner()).isEqualTo("teamCora");
    }

    @Test
    void aPromisedCallThatTheSubstituteTookStaysWithThem() {
        identities.user("teamMax", "teamMax", "Max", "", "callers");
        call("teamCora");
        away("teamCora", "teamMax", "2026-11-24", "2026-11-25");
        identities.actAs("teamMax");
        tasks.claim(task(), "teamMax");
        identities.actAsNobody();
        long id = jdbc.sql("select max(id) from substitution").query(Long.class).single();
        post("head", "/api/team/substitutes/" + id + "/end", Map.of());
        assertThat(owner()).isEqualTo("teamMax");
        assertThat(promiser()).isEqualTo("teamMax");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            teamMia | teamMia  | 2026-11-24 | 2026-11-25 | Nobody stands in for themselves
            teamMia | teamCora | 2026-11-24 | 2026-11-25 | teamCora has no role in common with teamMia
            teamMia | nobody   | 2026-11-24 | 2026-11-25 | nobody is not one of our people
            ''      | teamMax  | 2026-11-24 | 2026-11-25 | Please choose who is away
            teamMia | teamMax  | 2026-11-26 | 2026-11-25 | lies before the first day
            teamMia | teamMax  | 2026-11-20 | 2026-11-23 | not over yet
            teamMia | teamMax  | 2026-11-24 | 2028-11-25 | at most a year
            teamMia | teamMax  | tomorrow   | 2026-11-25 | tomorrow is not a date
            teamMia | teamMax  | ''         | 2026-11-25 | Please enter the first and the last day
            teamMax | teamMia  | 2026-12-02 | 2026-12-03 | teamMax is entered as away in this time already
            teamMia | teamMax  | 2026-12-02 | 2026-12-03 | teamMax is away in this time, too
            head    | teamHugo | 2026-12-02 | 2026-12-03 |
            teamMia | manager  | 2026-12-02 | 2026-12-03 | teamMia stands in for teamMax in this time
            """)
    void anAbsenceThatCannotBeIsRefused(
            String person, String substitute, String from, String until, @Nullable String told) {
        away(
                "teamMax",
                told != null && told.contains("stands in for") ? "teamMia" : "manager",
                "2026-12-01",
                "2026-12-05");
        var answer = post(
                "head",
                "/api/team/substitutes",
                Map.of("person", person, "substitute", substitute, "from", from, "until", until));
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(told == null ? 204 : 400);
        assertThat(String.valueOf(answer.getBody())).contains(told == null ? "" : told);
    }

    @Test
    void allThatALeaverHadGoesToOthersInOneAct() {
        sell("teamMia");
        jdbc.sql("update opportunity set owner = 'teamMia' where number = ?")
                .param(number)
                .update();
        jdbc.sql("insert into client (company_number, state, since, account_manager, manager)"
                        + " values (?, 'ACTIVE', current_timestamp, 'teamMia', 'teamMia')")
                .param(company)
                .update();
        var answer = post("head", "/api/team/leavers", Map.of("person", "teamMia", "to", "teamMax"));
        assertThat(answer.getBody())
                .contains("\"tasks\":1")
                .contains("\"leads\":[\"" + number + "\"]")
                .contains("\"clients\":[\"" + company + "\"]");
        assertThat(owner()).isEqualTo("teamMax");
        assertThat(opportunities.find(number).orElseThrow().owner()).isEqualTo("teamMax");
        assertThat(runtime.getVariable(sale, "manager")).isEqualTo("teamMax");
        assertThat(jdbc.sql("select manager, account_manager from client where company_number = ?")
                        .param(company)
                        .query((row, n) -> row.getString(1) + " " + row.getString(2))
                        .single())
                .as("the successor is no account manager")
                .isEqualTo("teamMax null");
        assertThat(identities.groupsOf("teamMia")).isEmpty();
        assertThat(identities.isPassword("teamMia", "teamMia")).isFalse();
        assertThat(get("head", "/api/team/moves"))
                .contains("\"act\":\"LEFT\",\"person\":\"teamMia\",\"other\":\"teamMax\"")
                .contains(number);
    }

    @Test
    void aPromisedCallOfALeaverIsAnybodysAtOnce() {
        call("teamCora");
        assertThat(promiser()).isEqualTo("teamCora");
        assertThat(post("head", "/api/team/leavers", Map.of("person", "teamCora"))
                        .getBody())
                .contains("\"calls\":1");
        identities.actAs("caller");
        tasks.claim(task(), "caller");
        assertThat(owner()).isEqualTo("caller");
    }

    /** A call that this caller promised waits to be taken. */
    private void call(String promiser) {
        company = companies.add("Team " + System.nanoTime());
        number = opportunities.add(company, "LIST");
        Map<String, Object> promise = Map.of(
                "companyNumber",
                company,
                "caller",
                promiser,
                "callerUntil",
                "2026-11-24T10:30:00+01:00",
                "callScript",
                "callCompany",
                "callHoursEnd",
                "2026-11-24T18:00:00+01:00");
        Map<String, Object> variables = new HashMap<>(promise);
        variables.put("inquiryDue", "2999-12-31T00:00:00Z");
        variables.put("callDue", "2026-11-24T10:00:00+01:00");
        variables.put("callPriority", 70);
        variables.put("callAttempt", 1);
        sale = runtime.createProcessInstanceByKey("acquireClient")
                .businessKey(number)
                .setVariables(variables)
                .startBeforeActivity("callCompany")
                .execute()
                .getId();
    }

    private @Nullable String promiser() {
        return jdbc.sql("select promised_by from work where task = ?")
                .param(task())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            teamHugo | teamHugo | You cannot close your own login
            teamHugo | admin    | Only an administrator closes the login
            head     | teamHugo | Only an administrator closes the login
            head     | nobody   | nobody is not one of our people
            head     | ''       | Please choose who leaves
            """)
    void notEveryLoginIsAHeadsToClose(String by, String person, String told) {
        assertThat(post(by, "/api/team/leavers", Map.of("person", person)).getBody())
                .contains(told);
        assertThat(identities.groupsOf("teamHugo")).isNotEmpty();
    }

    @Test
    void anAdministratorClosesTheLoginOfAHead() {
        assertThat(post("admin", "/api/team/leavers", Map.of("person", "teamHugo"))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(identities.groupsOf("teamHugo")).isEmpty();
    }

    private void sell(String manager) {
        company = companies.add("Team " + System.nanoTime());
        number = opportunities.add(company, "LIST");
        sale = runtime.startProcessInstanceByKey(
                        "sellToClient",
                        number,
                        Map.of("companyNumber", company, "repeatOrder", false, "manager", manager))
                .getId();
    }

    private String task() {
        return tasks.createTaskQuery().processInstanceId(sale).singleResult().getId();
    }

    private @Nullable String owner() {
        return tasks.createTaskQuery().processInstanceId(sale).singleResult().getAssignee();
    }

    private int away(String person, String substitute, String from, String until) {
        return post(
                        "head",
                        "/api/team/substitutes",
                        Map.of("person", person, "substitute", substitute, "from", from, "until", until))
                .getStatusCode()
                .value();
    }

    private String get(String who, String path) {
        return browser.withBasicAuth(who, who).getForObject(path, String.class);
    }

    private ResponseEntity<String> post(String who, String path, Object body) {
        return browser.withBasicAuth(who, who).postForEntity(path, body, String.class);
    }

    private static void at(String time) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(time)));
    }
}
