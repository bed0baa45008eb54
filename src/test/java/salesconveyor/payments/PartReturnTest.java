package salesconveyor.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.payments.Debtors.Debtor;

/** A bank takes back a part of a payment: what we still have stays the client's. */
@ConveyorTest
class PartReturnTest {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final String DAY = "2026-11-20";
    private static final BigDecimal PAID = new BigDecimal("276.10"); // 50 more than the invoice

    @Autowired
    Debtors debtors;

    @Autowired
    Receivables receivables;

    @Autowired
    Credits credits;

    @Autowired
    Offsetting offsetting;

    @Autowired
    Candidates candidates;

    @Autowired
    JdbcClient jdbc;

    private Debtor debtor;
    private String invoice;
    private String iban;

    @BeforeEach
    void aClientPaysFiftyTooMuch() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-23T09:00:00Z")));
        debtor = debtors.orders();
        invoice = debtors.invoice(debtor);
        iban = "NL-PART-" + LAST.incrementAndGet();
        upload(CamtFile.upTo(DAY).in(ref(), PAID.toPlainString(), iban, invoice));
        assertThat(credit()).isEqualByComparingTo("50");
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
    @CsvSource({
        "20, 0, 30",
        "50, 0, 0",
        "100, 50, 0",
        "226.10, 176.10, 0",
        "276.09, 226.09, 0",
        "276.10, 226.10, 0",
    })
    void whatIsLeftOfThePaymentIsStillTheClients(BigDecimal back, BigDecimal open, BigDecimal credit) {
        takeBackByHand(back);
        assertThat(receivables.open(invoice)).isEqualByComparingTo(open);
        assertThat(credit()).isEqualByComparingTo(credit);
    }

    @Test
    void theRestIsTakenBackByHandInItsTurn() {
        takeBackByHand(new BigDecimal("100"));
        ProcessInstance tooMuch = byHand(new BigDecimal("176.11"));
        assertThatThrownBy(() -> assign(tooMuch, "176.11"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(invoice + ": only 176.10 was paid on it");
        assertThat(receivables.open(invoice)).as("nothing is half done").isEqualByComparingTo("50");
        assign(tooMuch, "176.10");
        assertThat(receivables.open(invoice)).isEqualByComparingTo("226.10");
        assertThat(credit()).isZero();
        ProcessInstance again = byHand(new BigDecimal("0.01"));
        assertThatThrownBy(() -> assign(again, "0.01")).hasMessageContaining("only 0.00 was paid");
    }

    @Test
    void theRestIsTakenBackByItselfWhenTheAccountIsThePayers() {
        takeBackByHand(new BigDecimal("100"));
        upload(CamtFile.upTo(DAY).returned(ref(), PAID.toPlainString(), iban));
        assertThat(receivables.open(invoice)).as("there is not so much").isEqualByComparingTo("50");
        upload(CamtFile.upTo(DAY).returned(ref(), "176.10", iban));
        assertThat(receivables.open(invoice)).isEqualByComparingTo("226.10");
        assertThat(returned()).isEqualByComparingTo(PAID);
    }

    @Test
    void moreThanWasPaidIsRefused() {
        ProcessInstance imported = byHand(new BigDecimal("300"));
        assertThatThrownBy(() -> assign(imported, "276.11")).hasMessageContaining("only 276.10 was paid");
        assertThat(credit()).isEqualByComparingTo("50");
        assertThat(returned()).isZero();
    }

    @Test
    void whatTheCreditPaidMeanwhileIsNotTakenTwice() {
        String next = debtors.invoice(debtors.ordersAgain(debtor.company(), debtor.email()));
        offsetting.offset(next);
        takeBackByHand(new BigDecimal("100"));
        assertThat(receivables.open(invoice)).isEqualByComparingTo("100");
        assertThat(receivables.open(next)).as("still has its 50").isEqualByComparingTo("176.10");
        assertThat(credit()).isZero();
    }

    @Test
    void thePaymentOfThatAmountIsMeantAndNotTheNewest() {
        Debtor other = debtors.orders();
        String paper = debtors.invoice(other);
        upload(CamtFile.upTo(DAY).in(ref(), "100", iban + "A", paper));
        upload(CamtFile.upTo(DAY).in(ref(), "126.10", iban + "B", paper));
        ProcessInstance imported = byHand(new BigDecimal("100"));
        debtors.complete(
                task(imported),
                "accountant",
                "accountants",
                "outcome",
                "ASSIGN",
                "allocations",
                "[{\"invoice\":\"" + paper + "\",\"amount\":\"100\"}]");
        assertThat(jdbc.sql("select p.payer_iban from payment_return r join payment p on p.id = r.payment"
                                + " where p.company_number = ?")
                        .param(other.company())
                        .query(String.class)
                        .list())
                .containsExactly(iban + "A");
    }

    @Test
    void theFormShowsWhatCanBeTakenBack() {
        takeBackByHand(new BigDecimal("100"));
        assertThat(candidates.search(invoice, true)).singleElement().satisfies(shown -> assertThat(shown.most())
                .isEqualByComparingTo("176.10"));
    }

    @ParameterizedTest
    @CsvSource({"400, 600", "1000, 0", "1100, 0"})
    void aRefundThatWaitsIsForWhatIsLeft(BigDecimal back, BigDecimal rest) {
        Debtor rich = debtors.orders();
        String paper = debtors.invoice(rich);
        upload(CamtFile.upTo(DAY).in(ref(), "1226.10", iban + "R", paper));
        assertThat(refunds(rich)).containsExactly("1000.00");
        ProcessInstance imported = byHand(back);
        debtors.complete(
                task(imported),
                "accountant",
                "accountants",
                "outcome",
                "ASSIGN",
                "allocations",
                "[{\"invoice\":\"" + paper + "\",\"amount\":\"" + back + "\"}]");
        assertThat(jdbc.sql("select coalesce(sum(amount), 0) from refund where company_number = ? and state <> 'VOID'")
                        .param(rich.company())
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo(rest);
        assertThat(receivables.open(paper))
                .isEqualByComparingTo(back.subtract(new BigDecimal("1000")).max(BigDecimal.ZERO));
    }

    private java.util.List<String> refunds(Debtor of) {
        return jdbc.sql("select amount from refund where company_number = ? and state = 'OPEN'")
                .param(of.company())
                .query(String.class)
                .list();
    }

    private void takeBackByHand(BigDecimal back) {
        assign(byHand(back), back.toPlainString());
    }

    /** From an account that we do not know: a person looks. */
    private ProcessInstance byHand(BigDecimal back) {
        return upload(CamtFile.upTo(DAY).returned(ref(), back.toPlainString(), "OTHER-" + iban));
    }

    private void assign(ProcessInstance imported, String amount) {
        debtors.complete(
                task(imported),
                "accountant",
                "accountants",
                "outcome",
                "ASSIGN",
                "allocations",
                "[{\"invoice\":\"" + invoice + "\",\"amount\":\"" + amount + "\"}]");
    }

    private org.camunda.bpm.engine.task.Task task(ProcessInstance imported) {
        return debtors.task(imported, "resolvePayment");
    }

    private ProcessInstance upload(CamtFile file) {
        return debtors.importStatement(file.bytes());
    }

    private BigDecimal credit() {
        return credits.total(debtor.company(), "EUR");
    }

    private BigDecimal returned() {
        return jdbc.sql("select coalesce(sum(r.amount), 0) from payment_return r join payment p on p.id = r.payment"
                        + " where p.company_number = ?")
                .param(debtor.company())
                .query(BigDecimal.class)
                .single();
    }

    private static String ref() {
        return "PART-" + LAST.incrementAndGet();
    }
}
