package salesconveyor.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.Answers;
import salesconveyor.ConveyorTest;
import salesconveyor.Door;
import salesconveyor.catalogue.Product;
import salesconveyor.catalogue.Products;
import salesconveyor.companies.Companies;

/** Every way that somebody may try to send a discount that no head of sales approved. */
@ConveyorTest
class ApprovalAttackTest {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final String LARGE = "[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":25}]";
    private static final String SMALL = "[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":5}]";

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    Products products;

    @Autowired
    Companies companies;

    @Autowired
    Proposals proposals;

    @Autowired
    Ordering ordering;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate browser;

    private ProcessInstance sale;
    private String opportunity;
    private String company;

    @BeforeEach
    void aClientWantsAProposal() {
        ClockUtil.setCurrentTime(Date.from(MONDAY));
        int number = LAST.incrementAndGet();
        opportunity = "L-2026-91%04d".formatted(number);
        company = companies.add("Attacked GmbH " + number);
        sale = runtime.startProcessInstanceByKey(
                "sellToClient",
                opportunity,
                Map.of("companyNumber", company, "repeatOrder", false, "manager", "manager"));
        complete("warmUpCall", "outcome", "MEETING", "meetingTime", in(2));
        complete("holdFirstMeeting", "outcome", "PROPOSAL", "need", "boxes", "proposalEmail", "otto@example.com");
    }

    @AfterEach
    void tidy() {
        ClockUtil.reset();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("sellToClient")
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
        boxes("1.90", "1.12", "19.00", true);
    }

    /** What is asked of the engine by REST, by whom: none of it is a way round the head of sales. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assistant | PUT  /process-instance/{i}/variables/discountApproved | {'value':true,'type':'Boolean'}",
                "manager   | PUT  /process-instance/{i}/variables/approvalNeeded   | {'value':false,'type':'Boolean'}",
                "manager   | POST /process-instance/{i}/variables | {'modifications':{'discountPercent':{'value':'0','type':'String'}}}",
                "assistant | PUT  /task/{t}/variables/discountApproved       | {'value':true,'type':'Boolean'}",
                "assistant | PUT  /task/{t}/localVariables/proposalVersion   | {'value':9,'type':'Integer'}",
                "manager   | PUT  /execution/{i}/localVariables/discountApproved | {'value':true,'type':'Boolean'}",
                "assistant | POST /task/{t}/complete    | {'variables':{'outcome':{'value':'APPROVE','type':'String'}}}",
                "manager   | POST /task/{t}/complete    | {'variables':{'outcome':{'value':'APPROVE','type':'String'}}}",
                "manager   | POST /task/{t}/submit-form | {'variables':{'outcome':{'value':'APPROVE','type':'String'}}}",
                "manager   | POST /task/{t}/resolve     | {'variables':{'outcome':{'value':'APPROVE','type':'String'}}}",
                "manager   | POST /task/{t}/claim       | {'userId':'manager'}",
                "manager   | POST /task/{t}/assignee    | {'userId':'manager'}",
                "manager   | POST /task/{t}/bpmnError   | {'errorCode':'any'}",
                "assistant | POST /process-instance/{i}/modification | {'instructions':[{'type':'startBeforeActivity','activityId':'sendProposal'}]}",
                "manager   | POST /process-instance/{i}/modification | {'instructions':[{'type':'startBeforeActivity','activityId':'createOrder'}]}",
                "manager   | POST /process-definition/key/sellToClient/start | {'businessKey':'L-2026-919999','startInstructions':[{'type':'startBeforeActivity','activityId':'sendProposal'}]}",
                "manager   | POST /process-definition/key/sellToClient/start | {'variables':{'repeatOrder':{'value':true,'type':'Boolean'}}}",
                "manager   | POST /message              | {'messageName':'caseCancelled','businessKey':'{k}'}",
                "manager   | POST /condition            | {'variables':{'discountApproved':{'value':true,'type':'Boolean'}}}",
                "assistant | DELETE /process-instance/{i} | {}"
            })
    void byRestNobodyGoesRoundTheHeadOfSales(String user, String call, String body) {
        propose(LARGE);
        Task approval = task("approveDiscount");
        String[] words = call.strip().split("\\s+");
        var answer = Door.rest(browser, user)
                .exchange(
                        HttpMethod.valueOf(words[0]),
                        words[1].replace("{i}", sale.getId()).replace("{t}", approval.getId()),
                        body.replace('\'', '"').replace("{k}", opportunity));
        assertThat(answer.getStatusCode().is4xxClientError())
                .as("%s %s: %s", user, call, answer)
                .isTrue();
        assertStillToBeApproved();
    }

    /** Our own paths only read. */
    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void ourOwnPathsToAProposalChangeNothing(String method) {
        propose(LARGE);
        for (String path : List.of("", "/1.pdf", ".pdf")) {
            var answer = browser.withBasicAuth("assistant", "assistant")
                    .exchange("/api/proposals/" + opportunity + path, HttpMethod.valueOf(method), null, String.class);
            assertThat(answer.getStatusCode().is4xxClientError()).as(path).isTrue();
        }
        assertStillToBeApproved();
    }

    /** An administrator may repair a case, but what leaves the house is judged by itself. */
    @Test
    void whoeverMovesTheCaseBehindTheApprovalSendsNothing() {
        propose(LARGE);
        runtime.setVariable(sale.getId(), "approvalNeeded", false);
        runtime.setVariable(sale.getId(), "discountApproved", true);
        runtime.setVariable(sale.getId(), "discountPercent", "0");
        runtime.createProcessInstanceModification(sale.getId())
                .startBeforeActivity("sendProposal")
                .cancelAllForActivity("approveDiscount")
                .execute();
        assertNotSent("nobody approved the discount");
    }

    @Test
    void whoeverStartsACaseInTheMiddleSendsNothing() {
        propose(LARGE);
        String other = opportunity + "-X";
        var started = runtime.createProcessInstanceByKey("sellToClient")
                .businessKey(other)
                .setVariables(Map.of("companyNumber", company, "manager", "manager", "discountApproved", true))
                .startBeforeActivity("createOrder")
                .startAfterActivity("approveDiscount");
        assertThatThrownBy(started::execute).isInstanceOf(RuntimeException.class);
        assertThat(ordering.newest(company)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proposal_line set discount_percent = 60, net = 76",
                "proposal_line set quantity = 10",
                "proposal_line set net = 1",
                "proposal_line set price = 1.00",
                "proposal_line set cost = 1.89"
            })
    void whatIsChangedAfterTheApprovalIsNotSent(String change) {
        propose(LARGE);
        complete("approveDiscount", "outcome", "APPROVE");
        jdbc.sql("update " + change + " where proposal = ?")
                .param(proposals.newest(opportunity).orElseThrow().id())
                .update();
        assertNotSent("Not sent: ");
    }

    @Test
    void anotherDiscountOnTheWholeIsAnotherProposal() {
        propose(LARGE);
        complete("approveDiscount", "outcome", "APPROVE");
        jdbc.sql("update proposal set discount_percent = 50 where opportunity_number = ?")
                .param(opportunity)
                .update();
        assertNotSent("nobody approved the discount");
    }

    @ParameterizedTest
    @CsvSource({
        "2.50, 1.12, 19.00, true",
        "1.90, 1.80, 19.00, true",
        "1.90, 1.12, 7.00, true",
        "1.90, 1.12, 19.00, false",
    })
    void aPriceListThatComesBetweenApprovalAndSendingIsLookedAt(String price, String cost, String vat, boolean active) {
        propose(LARGE);
        complete("approveDiscount", "outcome", "APPROVE");
        boxes(price, cost, vat, active);
        assertNotSent("the price list changed", "Shipping box, large");
        if (active) {
            propose(LARGE);
            assertThat(task("approveDiscount")).as("asked again").isNotNull();
        }
    }

    @Test
    void aPriceListThatComesWhenTheProposalWaitsToBeSentIsLookedAt() {
        propose(SMALL);
        products.take("sku;name;category;unit;price;cost;vat rate\nBOX-L;Shipping box, large;Boxes;pcs;1,90;1,85;19\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertNotSent("the price list changed");
        propose(SMALL);
        assertThat(task("approveDiscount")).as("the margin is gone").isNotNull();
    }

    @Test
    void theHeadApprovesWhatTheFormShowedAndNothingElse() {
        propose(LARGE);
        runtime.createProcessInstanceModification(sale.getId())
                .startBeforeActivity("prepareProposal")
                .execute();
        propose("[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":60}]");
        Task first = tasks.createTaskQuery()
                .processInstanceId(sale.getId())
                .taskDefinitionKey("approveDiscount")
                .taskVariableValueEquals("proposalVersion", 1)
                .singleResult();
        assertThatThrownBy(() -> tasks.complete(first.getId(), Map.of("outcome", "APPROVE")))
                .hasMessageContaining("was changed after this task was offered");
    }

    @Test
    void anApprovalOfAnUnknownVersionIsNone() {
        propose(LARGE);
        Task approval = task("approveDiscount");
        tasks.removeVariableLocal(approval.getId(), "proposalVersion");
        assertThatThrownBy(() -> complete("approveDiscount", "outcome", "APPROVE"))
                .hasMessageContaining("does not tell which version");
        assertStillToBeApproved();
        complete("approveDiscount", "outcome", "REJECT", "rejectReason", "Which one?");
        assertThat(task("prepareProposal")).isNotNull();
    }

    @Test
    void aCopyOfAnApprovedProposalIsApprovedAnew() {
        propose(LARGE);
        complete("approveDiscount", "outcome", "APPROVE");
        runJobs();
        complete("negotiateDeal", "outcome", "WON");
        sale = runtime.startProcessInstanceByKey(
                "sellToClient",
                opportunity + "-R",
                Map.of("companyNumber", company, "repeatOrder", true, "manager", "manager"));
        propose(tasks.getVariable(task("prepareProposal").getId(), "proposalLines")
                .toString());
        assertThat(task("approveDiscount")).as("the same lines, asked again").isNotNull();
    }

    @Test
    void theSameLinesInANewVersionAreApprovedAnew() {
        propose(LARGE);
        complete("approveDiscount", "outcome", "APPROVE");
        runJobs();
        complete("negotiateDeal", "outcome", "REVISE", "changes", "another remark");
        propose(LARGE);
        assertThat(task("approveDiscount")).isNotNull();
    }

    @Test
    void aDiscountOnTheWholeIsJudgedToo() {
        complete("prepareProposal", "outcome", "READY", "proposalRows", SMALL, "proposalDiscount", "6");
        assertThat(tasks.getVariable(task("approveDiscount").getId(), "proposalFigures")
                        .toString())
                .contains("10.7");
    }

    @Test
    void whatIsOrderedIsWhatWasSent() {
        propose(SMALL);
        runJobs();
        jdbc.sql("update proposal_line set net = 1 where proposal = ?")
                .param(proposals.newest(opportunity).orElseThrow().id())
                .update();
        assertThatThrownBy(() -> complete("negotiateDeal", "outcome", "WON"))
                .hasMessageContaining("not those that were sent");
        assertThat(ordering.newest(company)).isEmpty();
    }

    @Test
    void aProposalThatExpiredWhileItWaitedIsNotSent() {
        complete("prepareProposal", "outcome", "READY", "proposalRows", LARGE, "validUntil", "2026-11-24");
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-25T09:00:00Z")));
        complete("approveDiscount", "outcome", "APPROVE");
        assertNotSent("has passed");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-27, true", "2026-11-28, false"})
    void anExpiredProposalIsWonByANewVersionOnly(LocalDate day, boolean won) {
        complete("prepareProposal", "outcome", "READY", "proposalRows", SMALL, "validUntil", "2026-11-24");
        runJobs();
        ClockUtil.setCurrentTime(Date.from(day.atTime(9, 0).toInstant(ZoneOffset.UTC)));
        if (won) {
            complete("negotiateDeal", "outcome", "WON");
            assertThat(ordering.newest(company)).isPresent();
            return;
        }
        assertThatThrownBy(() -> complete("negotiateDeal", "outcome", "WON")).hasMessageContaining("2026-11-24");
        complete("negotiateDeal", "outcome", "REVISE", "changes", "the same, but valid");
        complete("prepareProposal", "outcome", "READY", "proposalRows", SMALL, "validUntil", "2026-12-24");
        runJobs();
        complete("negotiateDeal", "outcome", "WON");
        assertThat(ordering.newest(company)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "validUntil       | 2026-11-22 | from today to a year",
                "validUntil       | 2027-12-24 | from today to a year",
                "validUntil       | tomorrow   | is not a day",
                "proposalDiscount | -1         | between 0 and 100",
                "proposalDiscount | 101        | between 0 and 100",
                "proposalDiscount | much       | is not a number",
                "proposalLanguage | fr         | can be written in"
            })
    void wrongTermsAreRefused(String field, String value, String sentence) {
        assertThatThrownBy(() -> complete("prepareProposal", "outcome", "READY", "proposalRows", SMALL, field, value))
                .hasMessageContaining(sentence);
    }

    private void assertStillToBeApproved() {
        assertThat(task("approveDiscount")).isNotNull();
        assertThat(proposals.newest(opportunity).orElseThrow().approvedBy()).isNull();
        assertThat(proposals.sent(opportunity)).isEmpty();
    }

    /** It is with the assistant again, who reads why. */
    private void assertNotSent(String... why) {
        runJobs();
        assertThat(proposals.sent(opportunity)).isEmpty();
        assertThat(jdbc.sql("select count(*) from mail where mail_key like ?")
                        .param("proposal-" + opportunity + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(tasks.getVariable(task("prepareProposal").getId(), "saleStory")
                        .toString())
                .contains(why);
    }

    private void boxes(String price, String cost, String vat, boolean active) {
        products.save(new Product(
                "BOX-L",
                "Shipping box, large",
                "Boxes",
                "pcs",
                new BigDecimal(price),
                new BigDecimal(cost),
                new BigDecimal(vat),
                active));
    }

    private void propose(String rows) {
        complete("prepareProposal", "outcome", "READY", "proposalRows", rows);
    }

    private Task task(String station) {
        return tasks.createTaskQuery()
                .processInstanceId(sale.getId())
                .taskDefinitionKey(station)
                .singleResult();
    }

    private void complete(String station, Object... pairs) {
        tasks.complete(task(station).getId(), Answers.of(pairs));
    }

    private void runJobs() {
        management
                .createJobQuery()
                .processInstanceId(sale.getId())
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private static String in(int days) {
        return OffsetDateTime.ofInstant(MONDAY, ZoneOffset.UTC).plusDays(days).toString();
    }
}
