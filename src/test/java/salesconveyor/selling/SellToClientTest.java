package salesconveyor.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.Answers;
import salesconveyor.ConveyorTest;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.catalogue.Products;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;
import salesconveyor.companies.SuppressionList;
import salesconveyor.engine.Nudges;

/** Every path of stage 2. */
@ConveyorTest
class SellToClientTest {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    Nudges nudges;

    @Autowired
    Sales sales;

    @Autowired
    Ordering ordering;

    @Autowired
    Companies companies;

    @Autowired
    SuppressionList suppressions;

    @Autowired
    JdbcClient jdbc;

    private ProcessInstance sale;
    private String opportunity;
    private String company;

    @BeforeEach
    void aLeadIsAccepted() {
        ClockUtil.setCurrentTime(Date.from(MONDAY));
        int number = LAST.incrementAndGet();
        company = companies.add("Acme " + number);
        accept("L-2026-9%05d".formatted(number), false);
    }

    @AfterEach
    void tidy() {
        ClockUtil.reset();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("sellToClient")
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
    }

    @Test
    void aDealIsWon() {
        assertThat(task("warmUpCall").getAssignee()).isEqualTo("manager");
        complete("warmUpCall", "outcome", "MEETING", "meetingTime", inDays(2), "saleNotes", "Needs boxes by May");
        assertThat(tasks.getVariable(task("holdFirstMeeting").getId(), "saleStory")
                        .toString())
                .contains("Needs boxes by May");
        meet();
        propose("[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":5}]");
        runJobs();
        assertThat(mails()).isEqualTo(1);
        complete("negotiateDeal", "outcome", "WON");
        assertEnded("EndEvent_DealWon", SaleResult.WON);
        String order = ordering.newest(company).orElseThrow();
        assertThat(order).startsWith("O-2026-");
        assertThat(ordering.lines(order)).singleElement().satisfies(line -> assertThat(line.net())
                .isEqualByComparingTo("180.50"));
    }

    @Test
    void nothingOfAFormStaysInTheProcess() {
        complete("warmUpCall", "outcome", "MEETING", "meetingTime", inDays(2), "saleNotes", "private");
        assertThat(runtime.getVariables(sale.getId())).doesNotContainKeys("outcome", "saleNotes", "meetingTime");
    }

    @ParameterizedTest
    @CsvSource({"LOST, LOST", "DO_NOT_CALL, SUPPRESSED"})
    void theFirstCallMayEndTheSale(String outcome, SaleResult result) {
        complete("warmUpCall", "outcome", outcome, "lostReason", outcome.equals("LOST") ? "NO_NEED" : null);
        assertEnded("EndEvent_NoInterest", result);
        assertThat(suppressions.contains(company)).isEqualTo(outcome.equals("DO_NOT_CALL"));
    }

    @Test
    void whoWantsToBeCalledLaterIsCalledThen() {
        complete("warmUpCall", "outcome", "LATER", "laterDate", "2026-12-24", "laterReason", "NO_TIME");
        assertThat(tasks.createTaskQuery().processInstanceId(sale.getId()).count())
                .isZero();
        var timer = management.createJobQuery().processInstanceId(sale.getId()).singleResult();
        assertThat(timer.getDuedate()).isEqualTo(Date.from(Instant.parse("2026-12-24T08:00:00Z")));
        management.executeJob(timer.getId());
        assertThat(task("warmUpCall")).isNotNull();
    }

    /** Lost for now: the case waits, and the client's inquiry or the time wakes it at the station it left. */
    @ParameterizedTest
    @CsvSource({"warmUpCall, true", "warmUpCall, false", "holdFirstMeeting, true", "negotiateDeal, false"})
    void aLostClientMayBeNurtured(String station, boolean inquiry) {
        if (!station.equals("warmUpCall")) {
            complete("warmUpCall", "outcome", "MEETING", "meetingTime", inDays(2));
        }
        if (station.equals("negotiateDeal")) {
            meet();
            propose("[{\"sku\":\"BOX-L\",\"quantity\":100}]");
            runJobs();
        }
        complete(station, "outcome", "LOST", "lostReason", "PRICE", "comeBackMonths", 6);
        var timer = management
                .createJobQuery()
                .processInstanceId(sale.getId())
                .timers()
                .singleResult();
        assertThat(timer.getDuedate()).isEqualTo(Date.from(Instant.parse("2027-05-23T07:00:00Z")));
        assertThat(sales.result(opportunity)).as("still ours").isEmpty();
        if (inquiry) {
            assertThat(nudges.toCase("inquiryRepeated", opportunity)).isEqualTo(1);
        } else {
            management.executeJob(timer.getId());
        }
        String next = station.equals("negotiateDeal") ? station : "warmUpCall";
        assertThat(shown(next, "saleStory")).contains("Lost for now: Price. We come back on 2027-05-23.");
        complete(next, "outcome", "LOST", "lostReason", "NO_BUDGET");
        assertThat(sales.result(opportunity)).contains(SaleResult.LOST);
        assertThat(jdbc.sql(
                                "select reason from sale_note where opportunity_number = ? and outcome = 'LOST' order by id")
                        .param(opportunity)
                        .query(String.class)
                        .list())
                .containsExactly("PRICE", "NO_BUDGET");
    }

    @Test
    void whoIsNurturedTwiceIsLetGo() {
        for (int time = 1; time <= 2; time++) {
            complete("warmUpCall", "outcome", "LOST", "lostReason", "PRICE", "comeBackMonths", 3);
            nudges.toCase("inquiryRepeated", opportunity);
        }
        assertRefused("came back 2 times", "outcome", "LOST", "lostReason", "PRICE", "comeBackMonths", 3);
        assertRefused("months", "outcome", "LOST", "lostReason", "PRICE", "comeBackMonths", 30);
        complete("warmUpCall", "outcome", "LOST", "lostReason", "PRICE");
        assertEnded("EndEvent_NoInterest", SaleResult.LOST);
    }

    @Test
    void laterNeedsAReasonThatTheNextCallReads() {
        assertRefused("Why later", "outcome", "LATER", "laterDate", "2026-12-24");
        assertRefused("does not offer", "outcome", "LATER", "laterDate", "2026-12-24", "laterReason", "MOON");
        complete("warmUpCall", "outcome", "LATER", "laterDate", "2026-12-24", "laterReason", "CONTRACT");
        nudges.toCase("inquiryRepeated", opportunity);
        assertThat(shown("warmUpCall", "saleStory")).contains("Later: Bound by a contract");
    }

    @Test
    void aRepeatedInquiryWakesAWaitingSale() {
        complete("warmUpCall", "outcome", "LATER", "laterDate", "2026-12-24", "laterReason", "NO_TIME");
        assertThat(nudges.toCase("inquiryRepeated", opportunity)).isEqualTo(1);
        assertThat(task("warmUpCall")).isNotNull();
        assertThat(nudges.toCase("inquiryRepeated", opportunity)).isZero();
    }

    @Test
    void aMeetingMayBeMissedPostponedOrBringNothing() {
        complete("warmUpCall", "outcome", "MEETING", "meetingTime", inDays(2));
        complete("holdFirstMeeting", "outcome", "NO_SHOW", "meetingTime", inDays(3));
        complete("holdFirstMeeting", "outcome", "LATER", "laterDate", "2026-12-24", "laterReason", "NO_TIME");
        runJobs();
        complete("warmUpCall", "outcome", "MEETING", "meetingTime", inDays(40));
        complete("holdFirstMeeting", "outcome", "LOST", "lostReason", "NO_BUDGET");
        assertEnded("EndEvent_NoNeed", SaleResult.LOST);
    }

    @Test
    void aLargeDiscountIsRefusedChangedAndApproved() {
        toProposal();
        propose("[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":25}]");
        complete("approveDiscount", "outcome", "REJECT", "rejectReason", "20 percent at most");
        assertThat(tasks.getVariable(task("prepareProposal").getId(), "proposalLines")
                        .toString())
                .contains("BOX-L");
        propose("[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":20}]");
        complete("approveDiscount", "outcome", "APPROVE");
        runJobs();
        assertThat(task("negotiateDeal")).isNotNull();
    }

    @Test
    void aChangeAfterTheApprovalIsApprovedAnew() {
        toProposal();
        propose("[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":25}]");
        complete("approveDiscount", "outcome", "APPROVE");
        runJobs();
        complete("negotiateDeal", "outcome", "REVISE", "changes", "30 percent");
        propose("[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":30}]");
        assertThat(task("approveDiscount")).isNotNull();
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void aRequestThatCannotBePricedGoesBackToTheManager() {
        toProposal();
        complete("prepareProposal", "outcome", "RETURN", "returnReason", "Which size?");
        assertThat(tasks.getVariable(task("negotiateDeal").getId(), "saleStory").toString())
                .contains("Which size?");
        complete("negotiateDeal", "outcome", "LATER", "laterDate", "2026-12-24", "laterReason", "NO_TIME");
        runJobs();
        complete("negotiateDeal", "outcome", "LATER", "laterDate", "2027-01-24", "laterReason", "NO_TIME");
        nudges.toCase("inquiryRepeated", opportunity);
        complete("negotiateDeal", "outcome", "LOST", "lostReason", "PRICE");
        assertEnded("EndEvent_DealLost", SaleResult.LOST);
    }

    @Test
    void whoCallsAndMeetsReadsWhatResearchAndTheCallFound(@Autowired Opportunities opportunities) {
        companies.learn(
                company,
                Map.of("person", "Anna Smith", "position", "Buyer", "industry", "Film", "fit", "GOOD"),
                "web",
                null);
        String found = opportunities.add(company, "LIST");
        opportunities.note(found, "Came by a friend");
        jdbc.sql("insert into call_attempt (opportunity_number, caller, called, outcome, monthly_volume, interest,"
                        + " decision_maker_known, notes, script, script_version, answers)"
                        + " values (?, 'caller', ?, 'ANSWERED', 4000, 'HIGH', true, ?, 'callCompany', 2, ?)")
                .params(
                        found,
                        OffsetDateTime.ofInstant(MONDAY, ZoneOffset.UTC),
                        "Late deliveries",
                        "Whom do they buy from now?: Smith & Sons")
                .update();
        accept(found, false);
        assertThat(shown("warmUpCall", "saleFacts"))
                .isEqualTo("Contact person: Anna Smith\nPosition: Buyer\nIndustry: Film\nFit: Good\n"
                        + "• Came by a friend\nBuys per month: 4000\nInterest: High\n• Late deliveries\n"
                        + "Whom do they buy from now?: Smith & Sons\n"
                        + "Asked by caller with the script callCompany, version 2");
        complete("warmUpCall", "outcome", "MEETING", "meetingTime", inDays(2));
        assertThat(shown("holdFirstMeeting", "saleFacts")).contains("Anna Smith");
    }

    @Test
    void aProposalIsReadyOnlyWhenItCanBePrintedAndMailed(@Autowired Sellers sellers) {
        String rows = "[{\"sku\":\"BOX-L\",\"quantity\":1}]";
        toProposal();
        jdbc.sql("update sale set email = null where company_number = ?")
                .param(company)
                .update();
        assertThatThrownBy(() ->
                        complete("prepareProposal", "outcome", "READY", "proposalRows", rows, "proposalEmail", ""))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("no e-mail address to send the proposal to");
        assertThatThrownBy(() ->
                        complete("prepareProposal", "outcome", "READY", "proposalRows", rows, "proposalEmail", "anna@"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("anna@ is not an e-mail address");
        Seller seller = sellers.get();
        jdbc.sql("delete from seller").update();
        try {
            assertThatThrownBy(() -> complete(
                            "prepareProposal",
                            "outcome",
                            "READY",
                            "proposalRows",
                            rows,
                            "proposalEmail",
                            "otto@example.com"))
                    .isInstanceOf(BadUserRequestException.class)
                    .hasMessageContaining("/pages/setup");
        } finally {
            sellers.save(seller);
        }
        complete("prepareProposal", "outcome", "READY", "proposalRows", rows, "proposalEmail", "otto@example.com");
        runJobs();
        assertThat(jdbc.sql("select count(*) from mail where recipient = 'otto@example.com' and mail_key = ?")
                        .param("proposal-" + opportunity + "-1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theProposalFormKnowsTheAddress() {
        toProposal();
        assertThat(shown("prepareProposal", "proposalEmail")).isEqualTo("anna@example.com");
    }

    @Test
    void theHeadAloneReadsTheMargin() {
        toProposal();
        propose("[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":20}]");
        assertThat(shown("approveDiscount", "proposalFigures")).isEqualTo("""
                        Highest discount: 20 %
                        Margin: 26.32 %
                        Why you are asked: More than ten percent is the head of sales' own decision.\
                         Discount, %: 20 (threshold 10)""");
        complete("approveDiscount", "outcome", "APPROVE");
        runJobs();
        assertThat(tasks.getVariablesLocal(task("negotiateDeal").getId())).doesNotContainKey("proposalFigures");
    }

    @Test
    void aDiscountThatIsRefusedAgainAndAgainGoesBackToTheManager() {
        String rows = "[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":40}]";
        toProposal();
        for (int time = 1; time <= 5; time++) {
            propose(rows);
            complete("approveDiscount", "outcome", "REJECT", "rejectReason", "too much");
        }
        assertThatThrownBy(() -> propose(rows))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("already refused 5 times");
        complete("prepareProposal", "outcome", "RETURN", "returnReason", "40 percent is too much");
        complete("negotiateDeal", "outcome", "REVISE", "changes", "20 percent");
        propose("[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":20}]");
        assertThat(task("approveDiscount")).isNotNull();
    }

    @Test
    void aRepeatOrderLeavesOutWhatIsNoLongerOffered(@Autowired Products products) {
        toProposal();
        propose("[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":5},{\"sku\":\"TAPE-48\",\"quantity\":10}]");
        runJobs();
        complete("negotiateDeal", "outcome", "WON");
        offer(products, "TAPE-48", false);
        try {
            accept(opportunity + "-R", true);
            assertThat(shown("prepareProposal", "proposalLines"))
                    .contains("BOX-L")
                    .doesNotContain("TAPE-48");
            assertThat(shown("prepareProposal", "saleStory")).contains("no longer offered: Packing tape 48 mm");
            offer(products, "BOX-L", false);
            accept(opportunity + "-R", true);
            assertThat(shown("prepareProposal", "proposalLines")).isEqualTo("[]");
        } finally {
            offer(products, "TAPE-48", true);
            offer(products, "BOX-L", true);
        }
    }

    @Test
    void aRepeatOrderTakesTodaysPricesAndTellsWhichChanged(@Autowired Products products) {
        toProposal();
        propose("[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":5},{\"sku\":\"TAPE-48\",\"quantity\":10}]");
        runJobs();
        complete("negotiateDeal", "outcome", "WON");
        jdbc.sql("update product set price = 2.10 where sku = 'BOX-L'").update();
        try {
            accept(opportunity + "-R", true);
            assertThat(shown("prepareProposal", "proposalLines")).contains("BOX-L", "100", "TAPE-48");
            assertThat(shown("prepareProposal", "saleStory"))
                    .contains("Prices changed since the last order: Shipping box, large: 1.90 → 2.10")
                    .doesNotContain("Packing tape");
            assertThat(jdbc.sql("select l.price from proposal_line l join proposal p on p.id = l.proposal"
                                    + " where p.opportunity_number = ? and l.sku = 'BOX-L'")
                            .param(opportunity)
                            .query(BigDecimal.class)
                            .single())
                    .isEqualByComparingTo("2.10");
        } finally {
            jdbc.sql("update product set price = 1.90 where sku = 'BOX-L'").update();
        }
    }

    @Test
    void aRefusedDiscountIsNeverOrdered() {
        toProposal();
        propose("[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":5}]");
        runJobs();
        complete("negotiateDeal", "outcome", "REVISE", "changes", "40 percent");
        propose("[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":40}]");
        complete("approveDiscount", "outcome", "REJECT", "rejectReason", "too much");
        complete("prepareProposal", "outcome", "RETURN", "returnReason", "5 percent is all we give");
        assertThat(shown("negotiateDeal", "proposalSummary")).contains("180.50").doesNotContain("114.00");
        complete("negotiateDeal", "outcome", "WON");
        assertThat(ordering.lines(ordering.newest(company).orElseThrow()))
                .singleElement()
                .satisfies(line -> assertThat(line.net()).isEqualByComparingTo("180.50"));
    }

    @Test
    void aDealIsNotWonBeforeAProposalWasSent() {
        toProposal();
        complete("prepareProposal", "outcome", "RETURN", "returnReason", "Which size?");
        assertThatThrownBy(() -> complete("negotiateDeal", "outcome", "WON"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("No proposal was sent");
        complete("negotiateDeal", "outcome", "REVISE", "changes", "the large one");
        propose("[{\"sku\":\"BOX-L\",\"quantity\":100,\"discountPercent\":40}]");
        complete("approveDiscount", "outcome", "REJECT", "rejectReason", "too much");
        complete("prepareProposal", "outcome", "RETURN", "returnReason", "the head refused it");
        assertThat(shown("negotiateDeal", "proposalSummary")).isEmpty();
        assertThatThrownBy(() -> complete("negotiateDeal", "outcome", "WON"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("No proposal was sent");
        assertThat(ordering.newest(company)).isEmpty();
    }

    @Test
    void aRepeatOrderStartsWithTheLinesOfTheLastOne() {
        aDealIsWon();
        accept(opportunity + "-R", true);
        assertThat(tasks.getVariable(task("prepareProposal").getId(), "proposalLines")
                        .toString())
                .contains("BOX-L")
                .contains("100");
        propose("[{\"sku\":\"BOX-L\",\"quantity\":200,\"discountPercent\":5}]");
        runJobs();
        assertThat(mails()).as("goes to the address of the last sale").isEqualTo(1);
    }

    @Test
    void whoForbidsContactIsLeftAlone() {
        assertThat(nudges.to("contactForbidden", SellToClient.COMPANY_NUMBER, company))
                .isEqualTo(1);
        assertEnded("EndEvent_SaleSuppressed", SaleResult.SUPPRESSED);
    }

    @Test
    void aCaseMayBeCancelled() {
        toProposal();
        assertThat(nudges.toCase("caseCancelled", opportunity)).isEqualTo(1);
        assertEnded("EndEvent_SaleCancelled", SaleResult.CANCELLED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                                            | has no lines",
                "[{\"sku\":\"NONE\",\"quantity\":1}]                           | Line 1: please choose",
                "[{\"sku\":\"BOX-S\",\"quantity\":0}]                          | Line 1: the quantity",
                "[{\"sku\":\"BOX-S\",\"quantity\":1,\"discountPercent\":120}]  | between 0 and 100",
                "not json                                                      | cannot be read"
            })
    void aWrongProposalIsRefusedAndNothingIsWritten(String rows, String sentence) {
        toProposal();
        assertThatThrownBy(() -> propose(rows))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(sentence);
        assertThat(task("prepareProposal")).isNotNull();
        assertThat(jdbc.sql("select count(*) from proposal where opportunity_number = ?")
                        .param(opportunity)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void adateInThePastAnUnknownOutcomeAndTooManyPostponementsAreRefused() {
        assertRefused("tomorrow", "outcome", "LATER", "laterDate", "2026-11-20", "laterReason", "NO_TIME");
        assertRefused("does not offer", "outcome", "WON");
        assertRefused("fill in", "outcome", "LOST");
        assertRefused("fill in", "saleNotes", "no outcome");
        assertRefused("in the past", "outcome", "MEETING", "meetingTime", "2026-11-20T10:00+01:00");
        assertRefused("366 days ahead", "outcome", "MEETING", "meetingTime", inDays(400));
        for (int time = 1; time <= 3; time++) {
            complete("warmUpCall", "outcome", "LATER", "laterDate", "2026-12-24", "laterReason", "NO_TIME");
            nudges.toCase("inquiryRepeated", opportunity);
        }
        assertRefused(
                "already chosen 3 times", "outcome", "LATER", "laterDate", "2026-12-24", "laterReason", "NO_TIME");
    }

    private void accept(String number, boolean repeat) {
        opportunity = number;
        sale = runtime.startProcessInstanceByKey(
                "sellToClient",
                opportunity,
                Map.of("companyNumber", company, "repeatOrder", repeat, "manager", "manager"));
    }

    private void toProposal() {
        complete("warmUpCall", "outcome", "MEETING", "meetingTime", inDays(2));
        meet();
    }

    private void meet() {
        complete("holdFirstMeeting", "outcome", "PROPOSAL", "need", "100 boxes", "proposalEmail", "anna@example.com");
    }

    private void propose(String rows) {
        complete("prepareProposal", "outcome", "READY", "proposalRows", rows);
    }

    private void assertRefused(String sentence, Object... values) {
        assertThatThrownBy(() -> complete("warmUpCall", values))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(sentence);
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

    private void offer(Products products, String sku, boolean active) {
        jdbc.sql("update product set active = ? where sku = ?")
                .params(active, sku)
                .update();
        assertThat(products.find(sku).orElseThrow().active()).isEqualTo(active);
    }

    private String shown(String station, String variable) {
        return tasks.getVariable(task(station).getId(), variable).toString();
    }

    private void runJobs() {
        management
                .createJobQuery()
                .processInstanceId(sale.getId())
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private int mails() {
        return jdbc.sql("select count(*) from mail where recipient = 'anna@example.com' and subject like ?")
                .param("%" + opportunity + ",%")
                .query(Integer.class)
                .single();
    }

    private void assertEnded(String end, SaleResult result) {
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(sale.getId())
                        .activityId(end)
                        .count())
                .isEqualTo(1);
        assertThat(sales.result(opportunity)).contains(result);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(sale.getId())
                        .variableName("saleResult")
                        .singleResult()
                        .getValue())
                .isEqualTo(result.name());
    }

    private static String inDays(int days) {
        return OffsetDateTime.ofInstant(MONDAY.plus(Duration.ofDays(days)), ZoneOffset.UTC)
                .toString();
    }
}
