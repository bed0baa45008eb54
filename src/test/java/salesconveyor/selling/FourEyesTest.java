package salesconveyor.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.Answers;
import salesconveyor.ConveyorTest;
import salesconveyor.Door;
import salesconveyor.companies.Companies;
import salesconveyor.engine.Identities;
import salesconveyor.work.Pulling;

/** One person in several roles does not approve the own discount, unless nobody else could. */
@ConveyorTest
class FourEyesTest {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final String BOTH = "fourEyesBoth";
    private static final String LARGE = "[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":25}]";

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    Identities identities;

    @Autowired
    Companies companies;

    @Autowired
    Proposals proposals;

    @Autowired
    Sales sales;

    @Autowired
    Pulling pulling;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate browser;

    private ProcessInstance sale;
    private String opportunity;
    private List<String> others;

    @BeforeEach
    void whoIsAssistantAndHeadWritesAProposal() {
        identities.user(BOTH, BOTH, "Robin", "", "assistants");
        identities.user(BOTH, BOTH, "Robin", "", "heads");
        others = identities.members("heads").stream()
                .filter(head -> !head.equals(BOTH))
                .toList();
        opportunity = "L-2026-93%04d".formatted(LAST.incrementAndGet());
        sale = runtime.startProcessInstanceByKey(
                "sellToClient",
                opportunity,
                Map.of("companyNumber", companies.add("Four eyes " + opportunity), "repeatOrder", false));
        complete(
                "warmUpCall",
                null,
                "outcome",
                "MEETING",
                "meetingTime",
                OffsetDateTime.now().plusDays(2));
    }

    @AfterEach
    void tidy() {
        runtime.deleteProcessInstance(sale.getId(), "test");
        others.stream()
                .filter(head -> !identities.isMember(head, "heads"))
                .forEach(head -> identity.createMembership(head, "heads"));
        identity.deleteUser(BOTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task/{t}/claim", "/task/{t}/assignee"})
    void nobodyTakesTheApprovalOfTheOwnProposal(String path) {
        propose(BOTH);
        var answer = Door.rest(browser, BOTH)
                .exchange(HttpMethod.POST, path.replace("{t}", approval().getId()), "{\"userId\":\"" + BOTH + "\"}");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains(BOTH + " wrote version 1 of this proposal, so another head of sales");
    }

    @Test
    void theNextTaskIsNeverTheOwnApproval() {
        propose(BOTH);
        identities.actAs(BOTH);
        try {
            assertThat(pulling.next(BOTH, List.of("heads"), null))
                    .as("what else waits for heads")
                    .satisfies(taken -> assertThat(taken.map(Pulling.Taken::task))
                            .isNotEqualTo(Optional.of(approval().getId())));
        } finally {
            identities.actAsNobody();
        }
        assertThat(approval().getAssignee()).isNull();
    }

    /** Who took the task before the version was theirs, or got round the claim, stops at the decision itself. */
    @Test
    void nobodyCompletesTheApprovalOfTheOwnProposal() {
        propose("assistant");
        tasks.setAssignee(approval().getId(), BOTH);
        jdbc.sql("update proposal set author = ? where opportunity_number = ?")
                .params(BOTH, opportunity)
                .update();
        assertThatThrownBy(() -> complete("approveDiscount", null, "outcome", "APPROVE"))
                .hasMessageContaining("another head of sales decides");
        assertThat(proposals.newest(opportunity).orElseThrow().approvedBy()).isNull();
    }

    @Test
    void anotherHeadApprovesIt() {
        propose(BOTH);
        complete("approveDiscount", "head", "outcome", "APPROVE");
        assertThat(proposals.newest(opportunity).orElseThrow().approvedBy()).isEqualTo("head");
    }

    @Test
    void theLastHandCounts() {
        propose(BOTH);
        complete("approveDiscount", "head", "outcome", "REJECT", "rejectReason", "Too much");
        propose("assistant");
        complete("approveDiscount", BOTH, "outcome", "APPROVE");
        assertThat(proposals.newest(opportunity).orElseThrow().approvedBy()).isEqualTo(BOTH);
    }

    @Test
    void theOnlyHeadMayAndTheStorySaysSo() {
        others.forEach(head -> identity.deleteMembership(head, "heads"));
        propose(BOTH);
        complete("approveDiscount", BOTH, "outcome", "APPROVE");
        assertThat(sales.story(opportunity))
                .anySatisfy(note -> assertThat(note.text()).contains("the only head of sales, who also wrote"));
    }

    @Test
    void whatTheSuccessorOfALeaverMayNotApproveGoesToTheHeads() {
        propose(BOTH);
        String leaver = "fourEyesLeaver";
        identities.user(leaver, leaver, "Lee", "", "heads");
        tasks.setAssignee(approval().getId(), leaver);
        var answer = browser.withBasicAuth("admin", "admin")
                .postForEntity("/api/team/leavers", Map.of("person", leaver, "to", BOTH), String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
        assertThat(answer.getBody()).contains("\"tasks\":1");
        assertThat(approval().getAssignee()).isNull();
        assertThat(identities.groupsOf(leaver)).isEmpty();
        identity.deleteUser(leaver);
    }

    @Test
    void whereTheOwnerWantsItTheOnlyHeadMayNot() {
        others.forEach(head -> identity.deleteMembership(head, "heads"));
        propose(BOTH);
        assertThatThrownBy(() -> new FourEyes(proposals, identities, false).check(opportunity, BOTH))
                .hasMessageContaining("another head of sales decides");
    }

    private void propose(String author) {
        if (task("holdFirstMeeting") != null) {
            complete(
                    "holdFirstMeeting", null, "outcome", "PROPOSAL", "need", "boxes", "proposalEmail", "o@example.com");
        }
        complete("prepareProposal", author, "outcome", "READY", "proposalRows", LARGE);
    }

    private Task approval() {
        return task("approveDiscount");
    }

    private Task task(String station) {
        return tasks.createTaskQuery()
                .processInstanceId(sale.getId())
                .taskDefinitionKey(station)
                .singleResult();
    }

    private void complete(String station, String person, Object... pairs) {
        if (person != null) {
            tasks.setAssignee(task(station).getId(), person);
        }
        tasks.complete(task(station).getId(), Answers.of(pairs));
    }
}
