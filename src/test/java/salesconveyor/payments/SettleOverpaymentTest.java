package salesconveyor.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
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
import salesconveyor.ConveyorTest;
import salesconveyor.billing.InvoiceSending;
import salesconveyor.payments.Debtors.Debtor;

/** Money that settles no invoice: a credit for the next one, or an accountant pays it back. Every path of the model. */
@ConveyorTest
class SettleOverpaymentTest {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final String DAY = "2026-11-20";

    @Autowired
    Debtors debtors;

    @Autowired
    Offsetting offsetting;

    @Autowired
    Credits credits;

    @Autowired
    Receivables receivables;

    @Autowired
    DunningLog log;

    @Autowired
    InvoiceSending sending;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    private Debtor debtor;
    private String iban;

    @BeforeEach
    void aClientOrders() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-23T09:00:00Z")));
        debtor = debtors.orders();
        iban = "NL-BACK-" + LAST.incrementAndGet();
    }

    @AfterEach
    void tidy() {
        ClockUtil.reset();
        for (String process : new String[] {"importStatement", "settleOverpayment"}) {
            debtors.runtime
                    .createProcessInstanceQuery()
                    .processDefinitionKey(process)
                    .list()
                    .forEach(left -> debtors.runtime.deleteProcessInstance(left.getId(), "test"));
        }
    }

    @ParameterizedTest
    @CsvSource({"300.00", "726.09"})
    void whatIsSmallStaysHisCredit(String paid) {
        pay(debtors.invoice(debtor), paid);
        assertThat(refund()).isNull();
        assertThat(lastEnded()).isEqualTo("EndEvent_LeftAsCredit");
        assertThat(credit()).isEqualByComparingTo(new BigDecimal(paid).subtract(new BigDecimal("226.10")));
    }

    @Test
    void whoOwesMoreIsNotAskedForWhatWeHaveOfHis() {
        String first = debtors.invoice(debtor);
        String disputed = next();
        String second = next();
        String third = next();
        sending.send(second);
        log.add(
                debtors.invoices().get(disputed),
                new DunningEntry("CALL", "DISPUTED", LocalDate.parse(DAY), null, "manager", "broken"));
        pay(first, "552.20");
        assertThat(receivables.isPaid(second)).as("the oldest").isTrue();
        assertThat(receivables.open(third)).isEqualByComparingTo("126.10");
        assertThat(debtors.invoices().creditUsed(third)).as("not printed yet").isEqualByComparingTo("100.00");
        assertThat(receivables.open(disputed)).isEqualByComparingTo("226.10");
        assertThat(credit()).isZero();
        assertThat(jdbc.sql("select body from mail where recipient = ? and subject like ?")
                        .params(debtor.email(), "Invoice " + second + ": your credit%")
                        .query(String.class)
                        .single())
                .contains("€226.10", "€0.00 is left to pay");
    }

    @Test
    void whatIsLeftAfterThatIsDecidedAnew() {
        String first = debtors.invoice(debtor);
        String second = next();
        pay(first, "5226.10");
        assertThat(receivables.isPaid(second)).isTrue();
        assertThat(shown(refund(), "refundSum")).isEqualTo("€4,773.90");
        assertThat(credit()).as("kept for the refund").isZero();
    }

    @Test
    void whatAnotherPaymentOfTheStatementNamesIsNotSetOff() {
        String first = debtors.invoice(debtor);
        String second = next();
        debtors.importStatement(CamtFile.upTo(DAY)
                .in(ref(), "300.00", iban, first)
                .in(ref(), "226.10", iban, second)
                .bytes());
        assertThat(receivables.isPaid(second)).isTrue();
        assertThat(credit()).isEqualByComparingTo("73.90");
        assertThat(refund()).isNull();
    }

    @Test
    void whatAPersonKeepsAsCreditPaysWhatIsOpenToo() {
        String invoice = debtors.invoice(debtor);
        ProcessInstance imported = debtors.importStatement(
                CamtFile.upTo(DAY).in(ref(), "100.00", iban, "for whatever").bytes());
        debtors.complete(
                debtors.task(imported, "resolvePayment"),
                "accountant",
                "accountants",
                "outcome",
                "KEEP_AS_CREDIT",
                "creditCompany",
                debtor.company());
        assertThat(receivables.open(invoice)).isEqualByComparingTo("126.10");
        assertThat(credit()).isZero();
    }

    @Test
    void whatIsMuchAndOwedByNobodyIsPaidBackAndNotSetOffMeanwhile() {
        pay(debtors.invoice(debtor), "1226.10");
        Task task = refund();
        assertThat(task.getDueDate()).isEqualTo(Date.from(Instant.parse("2026-11-25T09:00:00Z")));
        assertThat(shown(task, "refundSum")).isEqualTo("€1,000.00");
        assertThat(shown(task, "refundAccount")).isEqualTo(iban);
        assertThat(shown(task, "creditCompany")).isEqualTo(debtor.company());
        assertThat(shown(task, "refundFacts"))
                .contains("paid more than he owed", iban, shown(task, "refundNumber"), debtor.company());
        assertThat(credit()).as("kept for the refund").isZero();
        String next = next();
        offsetting.offset(next);
        assertThat(receivables.open(next)).isEqualByComparingTo("226.10");

        assertRefused(task, "account to which", "outcome", "DONE", "refundAccount", "DE1", "refundDate", "2026-11-23");
        assertRefused(task, "Please fill in", "outcome", "DONE", "refundAccount", null, "refundDate", "2026-11-23");
        assertRefused(task, "Paid on", "outcome", "DONE", "refundAccount", iban, "refundDate", "2026-11-19");
        assertRefused(task, "Paid on", "outcome", "DONE", "refundAccount", iban, "refundDate", "2027-11-23");
        assertRefused(task, "Please fill in", "outcome", "DONE", "refundAccount", iban);
        assertRefused(task, "does not offer the answer", "outcome", "BURN");
        complete(task, "outcome", "DONE", "refundAccount", iban, "refundDate", "2026-11-23", "refundNotes", "by hand");
        assertThat(lastEnded()).isEqualTo("EndEvent_PaidBack");
        assertThat(credit()).isZero();

        debtors.importStatement(
                CamtFile.upTo("2026-11-24").paidTo(ref(), "1000.00", iban).bytes());
        assertThat(resolutionOfLast()).isEqualTo("REFUND");
        debtors.importStatement(
                CamtFile.upTo("2026-11-24").paidTo(ref(), "1000.00", iban).bytes());
        assertThat(resolutionOfLast()).as("another payment to him").isEqualTo("OUTGOING");
        assertThat(credit()).isZero();
    }

    @Test
    void aClientMayRatherKeepItForHisNextInvoice() {
        pay(debtors.invoice(debtor), "1226.10");
        assertRefused(refund(), "Please fill in", "outcome", "KEEP_AS_CREDIT", "creditCompany", null);
        assertRefused(refund(), "no client with", "outcome", "KEEP_AS_CREDIT", "creditCompany", "C-999999");
        String other = debtors.orders().company();
        assertRefused(refund(), "that client alone", "outcome", "KEEP_AS_CREDIT", "creditCompany", other);
        complete(refund(), "outcome", "KEEP_AS_CREDIT", "creditCompany", debtor.company());
        assertThat(lastEnded()).isEqualTo("EndEvent_KeptAsCredit");
        String next = next();
        offsetting.offset(next);
        assertThat(receivables.isPaid(next)).isTrue();
        assertThat(credit()).isEqualByComparingTo("773.90");
    }

    @Test
    void theLineOfTheStatementEndsTheTask() {
        pay(debtors.invoice(debtor), "1226.10");
        debtors.importStatement(CamtFile.upTo("2026-11-24")
                .paidTo(ref(), "999.99", iban)
                .paidTo(ref(), "1000.00", "OTHER-" + iban)
                .bytes());
        assertThat(refund()).as("another amount or another account").isNotNull();
        debtors.importStatement(
                CamtFile.upTo("2026-11-24").paidTo(ref(), "1000.00", iban).bytes());
        assertThat(refund()).isNull();
        assertThat(lastEnded()).isEqualTo("EndEvent_RefundSettledOtherwise");
        assertThat(resolutionOfLast()).isEqualTo("REFUND");
        assertThat(credit()).isZero();
    }

    @Test
    void whatThePayersBankTakesBackIsNotRefunded() {
        String invoice = debtors.invoice(debtor);
        pay(invoice, "1226.10");
        debtors.importStatement(
                CamtFile.upTo("2026-11-24").returned(ref(), "1226.10", iban).bytes());
        assertThat(refund()).isNull();
        assertThat(lastEnded()).isEqualTo("EndEvent_RefundSettledOtherwise");
        assertThat(receivables.open(invoice)).isEqualByComparingTo("226.10");
        assertThat(credit()).isZero();
    }

    /** He has it twice: that must not vanish in a payment of which less than nothing is left. */
    @Test
    void whatThePayersBankTakesBackAfterItWasRefundedIsLeftToAPerson(@Autowired Candidates candidates) {
        String invoice = debtors.invoice(debtor);
        pay(invoice, "1226.10");
        complete(refund(), "outcome", "DONE", "refundAccount", iban, "refundDate", "2026-11-23");
        ProcessInstance imported = debtors.importStatement(
                CamtFile.upTo("2026-11-24").returned(ref(), "1226.10", iban).bytes());
        Task task = debtors.task(imported, "resolvePayment");
        assertThat(task).isNotNull();
        var card = candidates.of(Long.parseLong(shown(task, "bankEntry")));
        assertThat(card.paidBack()).isEqualByComparingTo("1000.00");
        assertThat(card.candidates()).anySatisfy(row -> {
            assertThat(row.invoiceNumber()).isEqualTo(invoice);
            assertThat(row.most()).isEqualByComparingTo("226.10");
        });
        complete(task, "outcome", "ASSIGN", "allocations", "[{\"invoice\":\"" + invoice + "\",\"amount\":\"226.10\"}]");
        assertThat(receivables.open(invoice)).isEqualByComparingTo("226.10");
        assertThat(credit()).isZero();
    }

    @Test
    void anAccountantWhoSaysRefundGetsTheTaskAndTheHeadHearsWhenItWaits() {
        ProcessInstance imported = debtors.importStatement(
                CamtFile.upTo(DAY).in(ref(), "12.34", iban, "by mistake").bytes());
        Task resolve = debtors.task(imported, "resolvePayment");
        debtors.complete(resolve, "accountant", "accountants", "outcome", "REFUND");
        Task task = refund();
        assertThat(shown(task, "refundFacts")).contains("An accountant said", "by mistake");
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-12-01T09:00:00Z")));
        ProcessInstance refunding = debtors.runtime
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        debtors.management.executeJob(debtors.management
                .createJobQuery()
                .processInstanceId(refunding.getId())
                .timers()
                .singleResult()
                .getId());
        debtors.run(refunding);
        assertThat(jdbc.sql("select count(*) from mail where recipient = 'head@example.com' and subject like ?")
                        .param("%" + shown(task, "refundNumber") + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        complete(refund(), "outcome", "KEEP_AS_CREDIT", "creditCompany", debtor.company());
        assertThat(credit()).isEqualByComparingTo("12.34");
    }

    @Test
    void whatAnAccountantLeavesOverIsSettledTheSameWay() {
        String invoice = debtors.invoice(debtor);
        ProcessInstance imported = debtors.importStatement(
                CamtFile.upTo(DAY).in(ref(), "1226.10", iban, "for the boxes").bytes());
        debtors.complete(
                debtors.task(imported, "resolvePayment"),
                "accountant",
                "accountants",
                "outcome",
                "ASSIGN",
                "allocations",
                "[{\"invoice\":\"" + invoice + "\",\"amount\":\"226.10\"}]");
        assertThat(shown(refund(), "refundSum")).isEqualTo("€1,000.00");
    }

    private void pay(String invoice, String amount) {
        debtors.importStatement(
                CamtFile.upTo(DAY).in(ref(), amount, iban, invoice).bytes());
    }

    private String next() {
        return debtors.invoice(debtors.ordersAgain(debtor.company(), debtor.email()));
    }

    private Task refund() {
        return debtors.tasks.createTaskQuery().taskDefinitionKey("refundPayment").list().stream()
                .filter(task -> shown(task, "refundAccount").equals(iban))
                .findFirst()
                .orElse(null);
    }

    private String shown(Task task, String variable) {
        return String.valueOf(debtors.tasks.getVariableLocal(task.getId(), variable));
    }

    private void complete(Task task, Object... values) {
        debtors.complete(task, "accountant", "accountants", values);
    }

    private void assertRefused(Task task, String sentence, Object... values) {
        assertThatThrownBy(() -> complete(task, values))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(sentence);
    }

    /** How the refund of this client's newest payment ended. */
    private String lastEnded() {
        String number =
                jdbc.sql("select max(number) from refund").query(String.class).single();
        return history.createHistoricActivityInstanceQuery()
                .activityType("noneEndEvent")
                .processInstanceId(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getId())
                .singleResult()
                .getActivityId();
    }

    private String resolutionOfLast() {
        return jdbc.sql("select resolution from bank_entry where id = (select max(id) from bank_entry)")
                .query(String.class)
                .single();
    }

    private BigDecimal credit() {
        return credits.total(debtor.company(), "EUR");
    }

    private static String ref() {
        return "BACK-" + LAST.incrementAndGet();
    }
}
