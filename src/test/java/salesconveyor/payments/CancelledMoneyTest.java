package salesconveyor.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import salesconveyor.ConveyorTest;
import salesconveyor.billing.Invoicing;
import salesconveyor.companies.ClientLanguages;
import salesconveyor.payments.Debtors.Debtor;

/** What was paid for an order that is cancelled is decided on once, and the client reads what becomes of it. */
@ConveyorTest
class CancelledMoneyTest {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final String DAY = "2026-11-20";

    @Autowired
    Debtors debtors;

    @Autowired
    CancelledMoney money;

    @Autowired
    DecidingOverdue deciding;

    @Autowired
    Receivables receivables;

    @Autowired
    Credits credits;

    @Autowired
    Invoicing invoicing;

    @Autowired
    ClientLanguages languages;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Debtor debtor;
    private String iban;

    @BeforeEach
    void aClientOrders() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-23T09:00:00Z")));
        debtor = debtors.orders();
        iban = "NL-OFF-" + LAST.incrementAndGet();
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

    @Test
    void whatIsSmallStaysHisCreditAndIsSettledOnce() {
        String proforma = invoicing.issueProforma(debtor.order(), 7);
        pay(proforma, "100.00");
        expires();
        assertThat(settled()).containsExactly("100.00 CREDIT");
        assertThat(credit()).isEqualByComparingTo("100.00");
        assertThat(letters("The proforma invoice " + proforma + " has expired"))
                .singleElement()
                .asString()
                .contains(
                        "valid until Nov 30, 2026", debtor.order(), "You have paid €100.00", "€100.00 is your credit");
        expires();
        assertThat(settled()).hasSize(1);
        assertThat(letters("%")).hasSize(1);
    }

    @Test
    void whatIsMuchGoesBackAndTheAccountantReadsWhy() {
        large();
        String proforma = invoicing.issueProforma(debtor.order(), 7);
        pay(proforma, "900.00");
        pay(proforma, "700.00");
        money.settle(debtor.order(), () -> invoicing.withdraw(debtor.order(), "cancelled"));
        assertThat(settled()).containsExactly("900.00 OPEN", "700.00 OPEN");
        assertThat(credit()).as("kept for the refunds").isZero();
        assertThat(letters("The proforma invoice " + proforma + " is withdrawn"))
                .singleElement()
                .asString()
                .contains("You have paid €1,600.00", "We pay €1,600.00 back to the account");
        assertThat(refunds()).hasSize(2).allSatisfy(task -> assertThat(shown(task, "refundFacts"))
                .contains(
                        "The order " + debtor.order() + " was cancelled",
                        debtor.company(),
                        "Payer: Payer " + iban,
                        "Account: " + iban,
                        "of Nov 20, 2026",
                        "It settles no invoice.",
                        proforma + " €2,261.00 (withdrawn)"));
    }

    @Test
    void whoOwesOnOtherInvoicesHasItSetOff() {
        String other = debtors.invoice(debtors.ordersAgain(debtor.company(), debtor.email()));
        String proforma = invoicing.issueProforma(debtor.order(), 7);
        pay(proforma, "200.00");
        expires();
        assertThat(receivables.open(other)).isEqualByComparingTo("26.10");
        assertThat(credit()).isZero();
        assertThat(letters("The proforma%")).singleElement().asString().contains("€200.00 is set off against other");
    }

    @Test
    void whoPaidNothingIsToldNotToPayInHisOwnLanguage() {
        languages.choose(debtor.company(), "ru");
        String proforma = invoicing.issueProforma(debtor.order(), 7);
        expires();
        assertThat(letters("Срок счёта на предоплату " + proforma + " истёк"))
                .singleElement()
                .asString()
                .contains("больше не оплачивайте", "ничего не оплачено");
        assertThat(settled()).isEmpty();
    }

    @Test
    void aTryThatFailsLeavesNothingBehind() {
        String proforma = invoicing.issueProforma(debtor.order(), 7);
        pay(proforma, "100.00");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    money.settle(debtor.order(), () -> invoicing.withdraw(debtor.order(), "expired"));
                    throw new IllegalStateException("the machine stops");
                }))
                .hasMessageContaining("stops");
        assertThat(settled()).isEmpty();
        assertThat(letters("%")).isEmpty();
        expires();
        assertThat(settled()).hasSize(1);
        assertThat(letters("%")).hasSize(1);
    }

    @Test
    void whatAHeadCreditsAfterAPartWasPaidIsSettled() {
        String invoice = debtors.invoice(debtor);
        pay(invoice, "100.00");
        deciding.credit(invoice);
        deciding.credit(invoice);
        assertThat(settled()).containsExactly("100.00 CREDIT");
        assertThat(receivables.open(invoice)).isZero();
        assertThat(letters("Order " + debtor.order() + "%"))
                .singleElement()
                .asString()
                .contains("€100.00 more than you owe");
    }

    @Test
    void anEarlierRefundOfTheSamePaymentIsNotGivenTwice() {
        String invoice = debtors.invoice(debtor);
        String second = debtors.invoice(debtors.ordersAgain(debtor.company(), debtor.email()));
        receivablesPaid(second);
        pay(invoice, "1226.10");
        assertThat(refunds()).hasSize(1);
        String open = debtors.invoice(debtors.ordersAgain(debtor.company(), debtor.email()));
        deciding.credit(invoice);
        assertThat(receivables.open(open)).isZero();
        assertThat(refunds()).as("the 1,000.00 alone").hasSize(1);
        assertThat(credit()).isZero();
    }

    @Test
    void whatIsPaidTooLateIsDecidedOnLikeTheRest() {
        large();
        String proforma = invoicing.issueProforma(debtor.order(), 7);
        expires();
        late(proforma, "100.00");
        assertThat(settled()).containsExactly("100.00 CREDIT");
        late(proforma, "600.00");
        assertThat(settled()).containsExactly("100.00 CREDIT", "600.00 OPEN");
        assertThat(letters("Your payment for the proforma invoice " + proforma + " came too late"))
                .hasSize(2)
                .anySatisfy(letter -> assertThat(letter).contains("€100.00 is your credit", "still want"))
                .anySatisfy(letter -> assertThat(letter).contains("We pay €600.00 back"));
    }

    private void receivablesPaid(String invoice) {
        pay(invoice, "226.10");
    }

    private void late(String proforma, String amount) {
        ProcessInstance imported = debtors.importStatement(
                CamtFile.upTo("2026-12-01").in(ref(), amount, iban, proforma).bytes());
        debtors.complete(
                debtors.task(imported, "resolvePayment"),
                "accountant",
                "accountants",
                "outcome",
                "KEEP_AS_CREDIT",
                "creditCompany",
                debtor.company());
    }

    private void expires() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-12-02T09:00:00Z")));
        money.settle(debtor.order(), () -> invoicing.withdraw(debtor.order(), "expired"));
    }

    /** Ten times as much: 2,261.00 gross. */
    private void large() {
        jdbc.sql("update proposal_line set quantity = 1000, net = 1900 where proposal ="
                        + " (select id from proposal where opportunity_number = ?)")
                .param(debtor.opportunity())
                .update();
    }

    private void pay(String paper, String amount) {
        debtors.importStatement(
                CamtFile.upTo(DAY).in(ref(), amount, iban, paper).bytes());
    }

    private List<String> settled() {
        return jdbc.sql("select amount, state from refund where order_number = ? order by number")
                .param(debtor.order())
                .query((row, n) -> row.getBigDecimal("amount") + " " + row.getString("state"))
                .list();
    }

    private List<String> letters(String subject) {
        return jdbc.sql(
                        "select body from mail where recipient = ? and subject like ? and subject not like 'Credit note%'")
                .params(debtor.email(), subject)
                .query(String.class)
                .list();
    }

    private List<Task> refunds() {
        return debtors.tasks.createTaskQuery().taskDefinitionKey("refundPayment").list().stream()
                .filter(task -> shown(task, "refundAccount").equals(iban))
                .toList();
    }

    private String shown(Task task, String variable) {
        return String.valueOf(debtors.tasks.getVariableLocal(task.getId(), variable));
    }

    private BigDecimal credit() {
        return credits.total(debtor.company(), "EUR");
    }

    private static String ref() {
        return "OFF-" + LAST.incrementAndGet();
    }
}
