package salesconveyor.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
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
import salesconveyor.Modeler;
import salesconveyor.billing.BillingData;
import salesconveyor.billing.Invoicing;
import salesconveyor.companies.SuppressionList;
import salesconveyor.engine.Nudges;
import salesconveyor.payments.Debtors.Debtor;

/**
 * Every path of collecting. The invoice is written on Monday, November 23rd, and due on December 7th; each working
 * morning the process looks again.
 */
@ConveyorTest
class CollectPaymentTest {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String NOTE = "2026-12-04";
    private static final String REMINDER = "2026-12-10";
    private static final String SECOND = "2026-12-21";
    private static final String CALL = "2026-12-28";
    private static final String DECIDE = "2027-01-06";

    @Autowired
    Debtors debtors;

    @Autowired
    Receivables receivables;

    @Autowired
    Invoicing invoicing;

    @Autowired
    InvoiceCollections collections;

    @Autowired
    BillingData data;

    @Autowired
    PaymentMessages messages;

    @Autowired
    SuppressionList suppressions;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RepositoryService repository;

    private final List<String> deployed = new ArrayList<>();
    private Debtor debtor;
    private String invoice;
    private ProcessInstance collecting;

    @BeforeEach
    void anInvoiceIsSent() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-23T09:00:00Z")));
        bankTells("2028-12-31");
        debtor = debtors.orders();
        invoice = debtors.invoice(debtor);
        collecting = debtors.collect(debtor, invoice, false);
    }

    @AfterEach
    void tidy() {
        ClockUtil.reset();
        debtors.runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("collectPayment")
                .list()
                .forEach(left -> debtors.runtime.deleteProcessInstance(left.getId(), "test"));
        deployed.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void whatIsPaidWhileWaitingIsCollected() {
        assertThat(timer().getDuedate()).isEqualTo(Date.from(Instant.parse("2026-11-24T08:00:00Z")));
        pay(invoice, "100.00");
        assertThat(timer()).as("waits for the rest").isNotNull();
        pay(invoice, "126.10");
        assertEnded("EndEvent_InvoicePaid", CollectionResult.PAID);
        assertThat(paidInFull()).isEqualTo(true);
    }

    @Test
    void whatIsPaidBeforeAnybodyWaitsIsFoundInTheTables() {
        Debtor other = debtors.orders();
        String early = debtors.invoice(other);
        pay(early, "226.10");
        messages.paymentReceived(early);
        invoice = early;
        collecting = debtors.collect(other, early, false);
        assertEnded("EndEvent_InvoicePaid", CollectionResult.PAID);
    }

    @Test
    void aMessageWithoutMoneyChangesNothing() {
        messages.paymentReceived(invoice);
        debtors.run(collecting);
        assertThat(receivables.isPaid(invoice)).isFalse();
        assertThat(timer()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aProformaIsPaidOrExpiresWithoutDunning(boolean paid) {
        Debtor other = debtors.orders();
        String proforma = invoicing.issueProforma(other.order(), 7);
        collecting = debtors.collect(other, proforma, true);
        invoice = proforma;
        if (paid) {
            pay(proforma, "226.10");
            assertEnded("EndEvent_InvoicePaid", CollectionResult.PAID);
            String later = invoicing.issueInvoice(other.order(), 0);
            assertThat(receivables.isPaid(later)).as("paid by its proforma").isTrue();
        } else {
            toDay("2026-12-01");
            assertEnded("EndEvent_ProformaExpired", CollectionResult.EXPIRED);
            assertThat(paidInFull()).isEqualTo(false);
        }
        assertThat(letters(other)).isEmpty();
    }

    @Test
    void aProformaDoesNotExpireWhileTheStatementOfItsLastDayIsMissing() {
        Debtor other = debtors.orders();
        String proforma = invoicing.issueProforma(other.order(), 7);
        collecting = debtors.collect(other, proforma, true);
        invoice = proforma;
        bankTells("2026-11-27");
        toDay("2026-12-03");
        assertThat(timer()).isNotNull();
        toDay("2026-12-04");
        assertEnded("EndEvent_ProformaExpired", CollectionResult.EXPIRED);
    }

    @Test
    void aProformaThatWasPaidBeforeEasterDoesNotExpireBeforeTheStatementCanBeTaken() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-03-18T09:00:00Z")));
        Debtor other = debtors.orders();
        invoice = invoicing.issueProforma(other.order(), 7);
        collecting = debtors.collect(other, invoice, true);
        bankTells("2027-03-24");
        toDay("2027-03-30");
        assertThat(timer()).as("the first working day after the last one").isNotNull();
        toDay("2027-04-01");
        assertThat(timer()).as("the third one").isNotNull();
        pay(invoice, "226.10");
        assertEnded("EndEvent_InvoicePaid", CollectionResult.PAID);
    }

    @Test
    void aProformaThatIsDueOnASundayMayBePaidOnMonday() {
        Debtor other = debtors.orders();
        invoice = invoicing.issueProforma(other.order(), 6);
        collecting = debtors.collect(other, invoice, true);
        toDay("2026-11-30");
        assertThat(timer()).isNotNull();
        toDay("2026-12-01");
        assertEnded("EndEvent_ProformaExpired", CollectionResult.EXPIRED);
    }

    @Test
    void dunningGoesThroughAllItsLevels() {
        toDay("2026-12-03");
        assertThat(letters(debtor)).isEmpty();
        toDay("2026-12-09");
        assertThat(letters(debtor)).containsExactly("Your invoices with us: a friendly note");
        toDay("2026-12-18");
        assertThat(letters(debtor)).hasSize(2).contains("Payment reminder");
        toDay("2026-12-23");
        assertThat(letters(debtor)).hasSize(3).contains("Second notice: your payment is overdue");
        toDay(CALL);
        assertThat(task("callDebtor").getAssignee()).isEqualTo("manager");
        assertThat(debtors.tasks
                        .getVariable(task("callDebtor").getId(), "debtStory")
                        .toString())
                .contains("Second notice sent");
        call("NO_ANSWER");
        assertThat(task("callDebtor")).as("not twice on a day").isNull();
        toDay("2026-12-29");
        call("NO_ANSWER");
        toDay("2026-12-30");
        call("NO_ANSWER");
        assertThat(task("decideOverdue")).as("after three calls").isNotNull();
        assertThat(whyDecided())
                .isEqualTo("Why it came to you: calls and promises brought nothing."
                        + " Letters did not help: the manager calls. Days overdue: 23 (from 21 to 29)");
        assertThat(letters(debtor)).hasSize(3);
    }

    @Test
    void theNextLetterSaysWhatTheOwnerWroteIntoTheTable(@Autowired TestRestTemplate browser) {
        var modeler = new Modeler(browser);
        String table = Modeler.shipped("processes/reminderLetter.dmn");
        toDay(NOTE);
        assertThat(body("Your invoices with us: a friendly note"))
                .contains("what is to be paid soon", invoice, "regard this letter as settled");
        try {
            assertThat(modeler.deploys(
                                    "reminderLetter.dmn",
                                    table.replace("\"Payment reminder\"", "\"Have you forgotten us?\"")
                                            .replace("It may have escaped you", "We know that you are busy"))
                            .getStatusCode()
                            .value())
                    .isEqualTo(200);
            toDay(REMINDER);
            assertThat(letters(debtor)).contains("Have you forgotten us?").doesNotContain("Payment reminder");
            assertThat(body("Have you forgotten us?"))
                    .startsWith("We know that you are busy")
                    .contains(invoice);
        } finally {
            modeler.posts("/api/models/reminderLetter.dmn/shipped", Map.of());
        }
    }

    @Test
    void aClientGetsOneLetterADayInTheWordsOfTheHighestLevel() {
        Debtor again = debtors.ordersAgain(debtor.company(), debtor.email());
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-26T09:00:00Z")));
        String second = debtors.invoice(again);
        ProcessInstance first = collecting;
        ProcessInstance other = debtors.collect(again, second, false);
        for (String day : List.of(NOTE, REMINDER)) {
            for (ProcessInstance instance : List.of(first, other)) {
                collecting = instance;
                walkTo(day);
            }
            debtors.run(other);
            debtors.run(first);
        }
        assertThat(letters(debtor))
                .as("the friendly note for the second came with the reminder of the first")
                .containsExactly("Your invoices with us: a friendly note", "Payment reminder");
        assertThat(body("Payment reminder")).contains(invoice).contains(second).contains("€452.20");
    }

    @Test
    void nobodyIsAskedForGoodsThatAreStillOnTheWay() {
        String onTheWay = debtors.invoice(debtors.ordersAgain(debtor.company(), debtor.email()));
        toDay(NOTE);
        assertThat(body("Your invoices with us: a friendly note"))
                .contains(invoice)
                .doesNotContain(onTheWay);
        toDay(CALL);
        assertThat(debtors.tasks
                        .getVariable(task("callDebtor").getId(), "debtInvoices")
                        .toString())
                .contains(invoice)
                .doesNotContain(onTheWay);
    }

    @Test
    void nobodyIsRemindedBeforeTheStatementOfTheDayBeforeButForThreeDaysAtMost() {
        bankTells("2026-12-02");
        toDay(NOTE);
        assertThat(letters(debtor)).isEmpty();
        toDay("2026-12-07");
        assertThat(letters(debtor)).hasSize(1);
        toDay(REMINDER);
        assertThat(letters(debtor)).hasSize(1);
        bankTells("2026-12-10");
        toDay("2026-12-11");
        assertThat(letters(debtor)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-03, 2026-12-03T14:00:00+01:00, 0",
        "2026-12-31, 2026-12-03T23:59:00+01:00, 0",
        "2026-12-31, 2026-12-04T00:01:00+01:00, 1"
    })
    void aStatementTellsOnlyOfDaysThatWereOverWhenItWasTaken(String lastDay, String taken, int letters) {
        bankTells(lastDay, taken);
        toDay(NOTE);
        assertThat(letters(debtor)).hasSize(letters);
    }

    @Test
    void nobodyIsRemindedWhileAStatementIsNotPlacedYet() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-12-04T07:30:00Z")));
        ProcessInstance taken = debtors.takeStatement(CamtFile.upTo("2026-12-03")
                .in(ref(), "6.66", "DE-UNKNOWN", "for something")
                .bytes());
        toDay(NOTE);
        assertThat(letters(debtor)).isEmpty();
        debtors.run(taken);
        debtors.run(collecting);
        assertThat(letters(debtor)).as("at once, not the next morning").hasSize(1);
    }

    @Test
    void whatWasHeldBackIsDoneAsSoonAsTheStatementIsPlaced() {
        Debtor other = debtors.orders();
        String proforma = invoicing.issueProforma(other.order(), 10);
        ProcessInstance ofInvoice = collecting;
        bankTells("2026-12-02");
        toDay(NOTE);
        collecting = debtors.collect(other, proforma, true);
        assertThat(timer()).as("due the day before, and the bank is unclear").isNotNull();
        debtors.importStatement(CamtFile.upTo("2026-12-03").bytes());
        debtors.run(ofInvoice);
        assertThat(letters(debtor)).hasSize(1);
        debtors.run(collecting);
        invoice = proforma;
        assertEnded("EndEvent_ProformaExpired", CollectionResult.EXPIRED);
    }

    @Test
    void theStatementThatWasWaitedForPaysWhatWasHeldBack() {
        bankTells("2026-12-02");
        toDay(NOTE);
        debtors.importStatement(CamtFile.upTo("2026-12-03")
                .in(ref(), "226.10", "DE-" + debtor.company(), invoice)
                .bytes());
        debtors.run(collecting);
        assertEnded("EndEvent_InvoicePaid", CollectionResult.PAID);
        assertThat(letters(debtor)).isEmpty();
    }

    @Test
    void aPaymentThatComesBackInTheSameFileLeavesItsInvoiceOpen() {
        debtors.importStatement(CamtFile.upTo("2026-11-23")
                .in(ref(), "226.10", "DE-" + debtor.company(), invoice)
                .returned(ref(), "226.10", "DE-" + debtor.company())
                .bytes());
        debtors.run(collecting);
        assertThat(receivables.open(invoice)).isEqualByComparingTo("226.10");
        assertThat(timer()).as("waits for the money").isNotNull();
    }

    @Test
    void whatAnAccountantAssignsInPartIsSetOffAgainstTheSameInvoice() {
        ProcessInstance unknown = debtors.importStatement(CamtFile.upTo("2026-11-23")
                .in(ref(), "300.00", "DE-NEW-" + debtor.company(), "for something")
                .bytes());
        debtors.complete(
                debtors.task(unknown, "resolvePayment"),
                "accountant",
                "accountants",
                "outcome",
                "ASSIGN",
                "allocations",
                "[{\"invoice\":\"" + invoice + "\",\"amount\":\"100.00\"}]");
        debtors.run(collecting);
        assertEnded("EndEvent_InvoicePaid", CollectionResult.PAID);
    }

    @Test
    void aStatementLeavesACallAloneThatBegan() {
        bankTells("2026-12-02");
        toDay("2026-12-31");
        String call = task("callDebtor").getId();
        debtors.importStatement(CamtFile.upTo("2026-12-30").bytes());
        debtors.run(collecting);
        assertThat(task("callDebtor").getId()).isEqualTo(call);
    }

    /** By an account that paid before, or by a new one with the exact rest. */
    @ParameterizedTest
    @CsvSource({"1.00, 7.77, DE-", "3.21, 222.89, DE-NEW-"})
    void nobodyIsRemindedWhileAnEntryMayBeHis(String before, String amount, String account) {
        pay(invoice, before);
        ProcessInstance unknown = debtors.importStatement(CamtFile.upTo("2026-11-23")
                .in(ref(), amount, account + debtor.company(), "for something")
                .bytes());
        toDay(NOTE);
        assertThat(letters(debtor)).isEmpty();
        debtors.complete(debtors.task(unknown, "resolvePayment"), "accountant", "accountants", "outcome", "NOT_OURS");
        toDay("2026-12-07");
        assertThat(letters(debtor)).hasSize(1);
    }

    @Test
    void aPromiseIsWaitedForAndABrokenOneCalledAbout() {
        toDay(CALL);
        assertRefused(
                "callDebtor", "manager", "managers", "from today", "outcome", "PROMISED", "promisedDate", "2026-12-01");
        assertRefused("callDebtor", "manager", "managers", "fill in", "outcome", "PROMISED");
        call("PROMISED", "promisedDate", "2026-12-30");
        toDay("2026-12-30");
        assertThat(task("callDebtor")).isNull();
        toDay("2026-12-31");
        call("PROMISED", "promisedDate", "2027-01-04");
        toDay("2027-01-05");
        assertThat(task("decideOverdue")).as("broken twice").isNotNull();
    }

    @Test
    void aDisputeIsDecidedAndNoLetterGoesMeanwhile() {
        toDay(CALL);
        assertRefused("callDebtor", "manager", "managers", "fill in", "outcome", "DISPUTED");
        call("DISPUTED", "disputeReason", "half was broken");
        assertThat(debtors.tasks
                        .getVariable(task("decideOverdue").getId(), "debtStory")
                        .toString())
                .contains("half was broken");
        assertThat(whyDecided()).isEqualTo("Why it came to you: the client disputes the invoice.");
        pay(invoice, "100.00");
        assertThat(task("decideOverdue")).as("still disputed").isNotNull();
        int letters = letters(debtor).size();
        decide("STOP");
        assertThat(receivables.deliveriesStopped(debtor.company())).isTrue();
        toDay("2027-01-08");
        assertThat(letters(debtor)).hasSize(letters);
        toDay("2027-01-11");
        decide("RELEASE");
        assertThat(receivables.deliveriesStopped(debtor.company())).isFalse();
    }

    @Test
    void whatTheClientWritesAgainstAnInvoiceIsEnteredAtAnyTime(
            @Autowired Disputing disputing, @Autowired TestRestTemplate browser) {
        toDay("2026-11-30");
        assertThat(dispute(browser, "manager", invoice, "broken")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(dispute(browser, "accountant", "INV-1999-000001", "broken")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(dispute(browser, "accountant", invoice, " ").getBody()).contains("Please say in at most 1,000");
        assertThat(task("decideOverdue")).isNull();
        assertThat(disputing.isPossible(debtors.invoices().get(invoice))).isTrue();
        assertThat(dispute(browser, "accountant", invoice, "The goods were broken")
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        debtors.run(collecting);
        assertThat(debtors.tasks
                        .getVariable(task("decideOverdue").getId(), "debtStory")
                        .toString())
                .contains("The goods were broken", "accountant");
        assertThat(dispute(browser, "head", invoice, "again").getBody()).contains("disputed already");
        int letters = letters(debtor).size();
        toDay(REMINDER);
        assertThat(letters(debtor)).hasSize(letters);
        decide("EXTEND", "newDueDate", "2027-01-20");
        assertThat(disputing.isPossible(debtors.invoices().get(invoice))).isTrue();
    }

    @Test
    void aDisputeThatIsEnteredWhileTheLetterWaitsStopsIt(@Autowired Disputing disputing) {
        walkTo(NOTE);
        disputing.dispute(invoice, "The goods were broken", "accountant");
        debtors.run(collecting);
        assertThat(letters(debtor)).isEmpty();
        assertThat(task("decideOverdue")).isNotNull();
    }

    private static ResponseEntity<String> dispute(
            TestRestTemplate browser, String login, String invoice, String reason) {
        return browser.withBasicAuth(login, login)
                .postForEntity("/api/disputes/" + invoice, Map.of("reason", reason), String.class);
    }

    @Test
    void whoDoesNotWantToBeCalledIsNotCalledAgain() {
        toDay(CALL);
        call("DO_NOT_CALL");
        assertThat(suppressions.contains(debtor.company())).isTrue();
        toDay("2027-01-05");
        assertThat(task("callDebtor")).isNull();
        toDay(DECIDE);
        assertThat(whyDecided())
                .startsWith("Why it came to you: After thirty days the head of sales decides. Days overdue: 30");
    }

    @Test
    void aPaymentEndsTheCallAndTheDecision() {
        toDay(CALL);
        pay(invoice, "100.00");
        assertThat(task("callDebtor"))
                .as("the rest is still to be called about")
                .isNotNull();
        pay(invoice, "126.10");
        assertEnded("EndEvent_InvoicePaid", CollectionResult.PAID);
    }

    @Test
    void aCallThatNobodyMakesGoesToTheHeadWhoIsReminded() {
        toDay(CALL);
        fire("BoundaryEvent_CallLate");
        assertThat(task("decideOverdue")).isNotNull();
        fire("BoundaryEvent_DecisionLate");
        assertThat(jdbc.sql("select count(*) from mail where recipient = 'head@example.com' and subject like ?")
                        .param("%" + invoice + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(task("decideOverdue")).as("the task stays").isNotNull();
        pay(invoice, "226.10");
        assertEnded("EndEvent_InvoicePaid", CollectionResult.PAID);
    }

    @Test
    void beingPaidReleasesDeliveriesWhenNothingElseIsOverdue() {
        Debtor again = debtors.ordersAgain(debtor.company(), debtor.email());
        String second = debtors.invoice(again);
        ProcessInstance other = debtors.collect(again, second, false);
        toDecision();
        decide("STOP");
        pay(invoice, "226.10");
        assertThat(receivables.hasOverdue(debtor.company())).isTrue();
        assertThat(receivables.deliveriesStopped(debtor.company()))
                .as("a head may stop them for another one, too")
                .isTrue();
        collecting = other;
        pay(second, "226.10");
        assertThat(receivables.hasOverdue(debtor.company())).isFalse();
        assertThat(receivables.deliveriesStopped(debtor.company())).isFalse();
    }

    @Test
    void aNewDueDateStartsDunningAnew() {
        toDecision();
        assertRefused(
                "decideOverdue", "head", "heads", "from tomorrow", "outcome", "EXTEND", "newDueDate", "2026-12-28");
        decide("EXTEND", "newDueDate", "2027-01-20");
        assertThat(debtors.invoices().get(invoice).due()).isEqualTo(LocalDate.parse("2027-01-20"));
        int letters = letters(debtor).size();
        toDay("2027-01-15");
        assertThat(letters(debtor)).hasSize(letters);
        toDay("2027-01-18");
        assertThat(letters(debtor)).hasSize(letters + 1);
    }

    @Test
    void theDueDateIsMovedAFewTimesAndNotFar(@Autowired DunningLog log) {
        toDecision();
        assertRefused("decideOverdue", "head", "heads", "92 days", "outcome", "EXTEND", "newDueDate", "2027-06-01");
        var today = LocalDate.parse("2026-12-28");
        for (int time = 1; time <= 3; time++) {
            log.add(
                    debtors.invoices().get(invoice),
                    new DunningEntry("DECIDE", "EXTEND", today, today.plusDays(7), "head", null));
        }
        assertRefused(
                "decideOverdue", "head", "heads", "moved 3 times", "outcome", "EXTEND", "newDueDate", "2027-01-20");
        decide("WRITE_OFF", "decisionReason", "insolvent");
        assertEnded("EndEvent_InvoiceWrittenOff", CollectionResult.WRITTEN_OFF);
    }

    @Test
    void anInvoiceIsCredited() {
        toDecision();
        assertRefused("decideOverdue", "head", "heads", "fill in", "outcome", "CREDIT");
        decide("CREDIT", "decisionReason", "goods came back");
        assertEnded("EndEvent_InvoiceCredited", CollectionResult.CREDITED);
        assertThat(receivables.open(invoice)).isZero();
        assertThat(receivables.hasOverdue(debtor.company())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"CREDIT, goods came back", "WRITE_OFF, insolvent"})
    void deliveriesGoOnWhenTheInvoiceTheyWereStoppedForIsSettledWithoutMoney(String outcome, String reason) {
        Debtor again = debtors.ordersAgain(debtor.company(), debtor.email());
        debtors.invoice(again); // held back with its goods, and past its day: no reason to hold them back
        toDecision();
        decide("STOP");
        assertThat(receivables.deliveriesStopped(debtor.company())).isTrue();
        toDay("2027-01-11");
        decide(outcome, "decisionReason", reason);
        assertThat(receivables.deliveriesStopped(debtor.company())).isFalse();
    }

    @Test
    void theClientGetsTheCreditNoteByMail() {
        toDecision();
        decide("CREDIT", "decisionReason", "goods came back");
        assertThat(letters(debtor)).anyMatch(subject -> subject.startsWith("Credit note CN-"));
    }

    @Test
    void aClientWhoGetsPapersByPostIsRemindedByPost() {
        data.byPost(debtor.order(), true);
        toDay(CALL);
        assertThat(letters(debtor)).as("the address was given up").isEmpty();
        assertThat(jdbc.sql("select body from mail where recipient = 'accountant@example.com' and mail_key like ?")
                        .param("dunning-" + debtor.company() + "-%")
                        .query(String.class)
                        .list())
                .as("both reminders and the friendly note")
                .hasSize(3)
                .allSatisfy(letter -> assertThat(letter).contains("by post", invoice));
    }

    @Test
    void anInvoiceIsWrittenOff() {
        toDecision();
        decide("WRITE_OFF", "decisionReason", "insolvent");
        assertEnded("EndEvent_InvoiceWrittenOff", CollectionResult.WRITTEN_OFF);
        assertThat(receivables.hasOverdue(debtor.company())).isFalse();
        assertThat(paidInFull()).isEqualTo(false);
    }

    @Test
    void whatABankTakesBackAfterAWriteOffIsWrittenOffToo() {
        pay(invoice, "100.00");
        toDecision();
        decide("WRITE_OFF", "decisionReason", "insolvent");
        debtors.importStatement(CamtFile.upTo("2026-11-23")
                .returned(ref(), "100.00", "DE-" + debtor.company())
                .bytes());
        assertThat(receivables.open(invoice)).isEqualByComparingTo("100.00");
        collecting = running(debtor);
        debtors.run(collecting);
        toDay("2027-01-11");
        if (task("callDebtor") != null) {
            call("DISPUTED", "disputeReason", "broken");
        }
        decide("WRITE_OFF", "decisionReason", "still insolvent");
        assertEnded("EndEvent_InvoiceWrittenOff", CollectionResult.WRITTEN_OFF);
        assertThat(receivables.open(invoice)).isZero();
        assertThat(writtenOff()).isEqualByComparingTo("226.10");
    }

    @Test
    void whatWasWrittenOffAndIsPaidAfterAllIsPaidAndNoCredit(@Autowired Credits credits) {
        toDecision();
        decide("WRITE_OFF", "decisionReason", "insolvent");
        pay(invoice, "100.00");
        assertThat(receivables.open(invoice)).as("the rest stays written off").isZero();
        assertThat(writtenOff()).isEqualByComparingTo("126.10");
        pay(invoice, "126.10");
        assertThat(writtenOff()).isZero();
        assertThat(credits.total(debtor.company(), "EUR")).isZero();
        debtors.importStatement(CamtFile.upTo("2026-11-23")
                .returned(ref(), "126.10", "DE-" + debtor.company())
                .bytes());
        assertThat(receivables.open(invoice)).as("owed again").isEqualByComparingTo("126.10");
    }

    @Test
    void anAccountantAssignsMoneyToWhatWasWrittenOff(@Autowired Candidates candidates) {
        pay(invoice, "1.00");
        toDecision();
        decide("WRITE_OFF", "decisionReason", "insolvent");
        ProcessInstance imported = debtors.importStatement(CamtFile.upTo("2026-11-23")
                .in(ref(), "225.10", "DE-" + debtor.company(), "for the boxes")
                .bytes());
        Task resolve = debtors.task(imported, "resolvePayment");
        long entry = Long.parseLong(
                debtors.tasks.getVariableLocal(resolve.getId(), "bankEntry").toString());
        assertThat(candidates.of(entry).candidates()).anySatisfy(row -> {
            assertThat(row.invoiceNumber()).isEqualTo(invoice);
            assertThat(row.reasons())
                    .containsExactly(
                            "the same amount",
                            "the payer's account or tax number",
                            "written off; a payment takes that back");
        });
        assertThat(candidates.search(invoice, false)).singleElement().satisfies(row -> assertThat(row.reasons())
                .containsExactly("written off; a payment takes that back"));
        debtors.complete(
                resolve,
                "accountant",
                "accountants",
                "outcome",
                "ASSIGN",
                "allocations",
                "[{\"invoice\":\"" + invoice + "\",\"amount\":\"225.10\"}]");
        assertThat(receivables.isCovered(invoice)).isTrue();
        assertThat(writtenOff()).isZero();
    }

    private BigDecimal writtenOff() {
        return jdbc.sql("select amount from write_off where invoice_number = ?")
                .param(invoice)
                .query(BigDecimal.class)
                .single();
    }

    @Test
    void aReturnedPaymentOpensTheInvoiceAgain() {
        pay(invoice, "226.10");
        assertEnded("EndEvent_InvoicePaid", CollectionResult.PAID);
        debtors.importStatement(CamtFile.upTo("2026-11-23")
                .returned(ref(), "226.10", "DE-" + debtor.company())
                .bytes());
        collecting = debtors.runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("collectPayment")
                .processInstanceBusinessKey(debtor.opportunity())
                .singleResult();
        debtors.run(collecting);
        assertThat(timer()).isNotNull();
        assertThat(collections.find(invoice).orElseThrow().result()).isNull();
        messages.paymentReturned(invoice);
        assertThat(debtors.runtime
                        .createProcessInstanceQuery()
                        .processDefinitionKey("collectPayment")
                        .processInstanceBusinessKey(debtor.opportunity())
                        .count())
                .as("once")
                .isEqualTo(1);
        debtors.run(collecting);
        toDay(CALL);
        assertThat(task("callDebtor").getAssignee()).isEqualTo("manager");
        pay(invoice, "226.10");
        assertEnded("EndEvent_InvoicePaid", CollectionResult.PAID);
    }

    @Test
    void aCollectionThatWasOpenedAgainIsCancelledWithItsCase(@Autowired Nudges nudges) {
        pay(invoice, "226.10");
        debtors.importStatement(CamtFile.upTo("2026-11-23")
                .returned(ref(), "226.10", "DE-" + debtor.company())
                .bytes());
        collecting = running(debtor);
        debtors.run(collecting);
        toDecision();
        decide("STOP");
        assertThat(nudges.toCase("collectionCancelled", debtor.opportunity())).isEqualTo(1);
        debtors.run(collecting);
        assertEnded("EndEvent_CollectionCancelled", CollectionResult.CREDITED);
        assertThat(receivables.open(invoice)).isZero();
        assertThat(receivables.deliveriesStopped(debtor.company())).isFalse();
        assertThat(letters(debtor)).anyMatch(subject -> subject.startsWith("Credit note CN-"));
        assertThat(nudges.toCase("collectionCancelled", debtor.opportunity())).isZero();
    }

    @Test
    void aProformaThatIsCollectedIsWithdrawnWithItsCase(@Autowired Nudges nudges) {
        Debtor other = debtors.orders();
        invoice = invoicing.issueProforma(other.order(), 7);
        collecting = debtors.collect(other, invoice, true);
        nudges.toCase("collectionCancelled", other.opportunity());
        debtors.run(collecting);
        assertEnded("EndEvent_CollectionCancelled", CollectionResult.CREDITED);
        assertThat(debtors.invoices().get(invoice).withdrawn()).isTrue();
    }

    @Test
    void whatIsOwedAfterAnOrderWasCancelledIsCollectedOnItsOwn() {
        debtors.runtime.deleteProcessInstance(collecting.getId(), "its order was cancelled");
        messages.orderCancelled(debtor.order(), debtor.opportunity(), "manager");
        messages.orderCancelled(debtor.order(), debtor.opportunity(), "manager");
        collecting = running(debtor);
        debtors.run(collecting);
        toDay(CALL);
        assertThat(task("callDebtor").getAssignee()).isEqualTo("manager");
        pay(invoice, "226.10");
        assertEnded("EndEvent_InvoicePaid", CollectionResult.PAID);
        messages.orderCancelled(debtor.order(), debtor.opportunity(), "manager");
        assertThat(debtors.runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(debtor.opportunity())
                        .count())
                .as("nothing is owed")
                .isZero();
    }

    private ProcessInstance running(Debtor client) {
        return debtors.runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("collectPayment")
                .processInstanceBusinessKey(client.opportunity())
                .singleResult();
    }

    @Test
    void aReturnedPrepaymentMakesTheInvoiceOwed() {
        Debtor other = debtors.orders();
        String proforma = invoicing.issueProforma(other.order(), 7);
        collecting = debtors.collect(other, proforma, true);
        invoice = proforma;
        debtor = other;
        pay(proforma, "226.10");
        assertEnded("EndEvent_InvoicePaid", CollectionResult.PAID);
        String later = invoicing.issueInvoice(other.order(), 0);
        String shipping = waitsFor("deliveriesStopped", other.opportunity());
        debtors.importStatement(CamtFile.upTo("2026-11-23")
                .returned(ref(), "226.10", "DE-" + other.company())
                .bytes());
        collecting = debtors.runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("collectPayment")
                .processInstanceBusinessKey(other.opportunity())
                .singleResult();
        assertThat(debtors.runtime.getVariable(collecting.getId(), "invoiceNumber"))
                .isEqualTo(later);
        assertThat(receivables.open(later)).isEqualByComparingTo("226.10");
        assertThat(waits(shipping)).as("its delivery asks again").isFalse();
        shipping = waitsFor("deliveriesReleased", other.opportunity());
        pay(later, "226.10");
        assertThat(waits(shipping)).isFalse();
    }

    /** A case of stage 3 that waits for this message. */
    private String waitsFor(String message, String opportunity) {
        String process = "w" + message; // longer than this and the id of its definition has no name in it
        deployed.add(repository
                .createDeployment()
                .addModelInstance(
                        process + ".bpmn",
                        Bpmn.createExecutableProcess(process)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .intermediateCatchEvent()
                                .message(message)
                                .endEvent()
                                .done())
                .deploy()
                .getId());
        return debtors.runtime.startProcessInstanceByKey(process, opportunity).getId();
    }

    private boolean waits(String instance) {
        return debtors.runtime
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                > 0;
    }

    @Test
    void nothingOfAFormStaysInTheProcess() {
        toDay(CALL);
        call("PROMISED", "promisedDate", "2026-12-30", "callNotes", "private");
        assertThat(debtors.runtime.getVariables(collecting.getId()))
                .doesNotContainKeys("outcome", "promisedDate", "callNotes");
    }

    private void toDecision() {
        toDay(CALL);
        call("DISPUTED", "disputeReason", "broken");
    }

    private void call(String outcome, Object... more) {
        debtors.complete(task("callDebtor"), "manager", "managers", with(outcome, more));
        debtors.run(collecting);
    }

    private String whyDecided() {
        return debtors.tasks
                .getVariable(task("decideOverdue").getId(), "debtStory")
                .toString()
                .lines()
                .findFirst()
                .orElse("");
    }

    private void decide(String outcome, Object... more) {
        debtors.complete(task("decideOverdue"), "head", "heads", with(outcome, more));
        debtors.run(collecting);
    }

    private static Object[] with(String outcome, Object... more) {
        Object[] all = new Object[more.length + 2];
        all[0] = "outcome";
        all[1] = outcome;
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }

    private void assertRefused(String station, String who, String group, String sentence, Object... pairs) {
        assertThatThrownBy(() -> debtors.complete(task(station), who, group, pairs))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(sentence);
    }

    private void pay(String number, String amount) {
        String company = debtors.invoices().get(number).companyNumber();
        debtors.importStatement(CamtFile.upTo("2026-11-23")
                .in(ref(), amount, "DE-" + company, number)
                .bytes());
        debtors.run(collecting);
    }

    /** Goes through every working morning up to this day. */
    private void toDay(String day) {
        walkTo(day);
        debtors.run(collecting);
    }

    /** The same, but the steps of the last morning are not run yet. */
    private void walkTo(String day) {
        LocalDate last = LocalDate.parse(day);
        for (Job timer = timer(); timer != null && !date(timer).isAfter(last); timer = timer()) {
            debtors.run(collecting);
            timer = timer();
            ClockUtil.setCurrentTime(timer.getDuedate());
            debtors.management.executeJob(timer.getId());
            if (date(timer).equals(last)) {
                check();
                return;
            }
            debtors.run(collecting);
        }
        ClockUtil.setCurrentTime(Date.from(last.atTime(10, 0).atZone(BERLIN).toInstant()));
    }

    /** Runs checkPayment up to the letter, which stays to be written. */
    private void check() {
        debtors.management.createJobQuery().processInstanceId(collecting.getId()).messages().list().stream()
                .map(Job::getId)
                .forEach(debtors.management::executeJob);
    }

    private static LocalDate date(Job timer) {
        return timer.getDuedate().toInstant().atZone(BERLIN).toLocalDate();
    }

    private Job timer() {
        return debtors.management
                .createJobQuery()
                .processInstanceId(collecting.getId())
                .activityId("Event_NextCheckReached")
                .singleResult();
    }

    private void fire(String event) {
        debtors.management.executeJob(debtors.management
                .createJobQuery()
                .processInstanceId(collecting.getId())
                .activityId(event)
                .singleResult()
                .getId());
        debtors.run(collecting);
    }

    private Task task(String station) {
        return debtors.task(collecting, station);
    }

    private List<String> letters(Debtor client) {
        return jdbc.sql("select subject from mail where recipient = ? order by id")
                .param(client.email())
                .query(String.class)
                .list();
    }

    private String body(String subject) {
        return jdbc.sql("select body from mail where recipient = ? and subject = ?")
                .params(debtor.email(), subject)
                .query(String.class)
                .single();
    }

    private void bankTells(String lastDay) {
        bankTells(lastDay, LocalDate.parse(lastDay).plusDays(1) + "T09:30:00+01:00");
    }

    private void bankTells(String lastDay, String taken) {
        jdbc.sql("update statement set last_day = null").update();
        jdbc.sql("insert into statement (file_hash, position_in_file, bank_number, account, last_day, imported,"
                        + " imported_by) values (?, 1, 'x', ?, ?, ?, 'test')")
                .params(ref(), CamtFile.OURS, LocalDate.parse(lastDay), OffsetDateTime.parse(taken))
                .update();
    }

    private void assertEnded(String end, CollectionResult result) {
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(collecting.getId())
                        .activityId(end)
                        .count())
                .isEqualTo(1);
        assertThat(collections.find(invoice).orElseThrow().result()).isEqualTo(result.name());
        assertThat(variable("collectionResult")).isEqualTo(result.name());
    }

    private Object paidInFull() {
        return variable("paidInFull");
    }

    private Object variable(String name) {
        return history.createHistoricVariableInstanceQuery()
                .processInstanceId(collecting.getId())
                .variableName(name)
                .singleResult()
                .getValue();
    }

    private static String ref() {
        return "COLLECT-" + LAST.incrementAndGet();
    }
}
