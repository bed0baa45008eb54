package salesconveyor.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.billing.InvoiceSending;
import salesconveyor.billing.Invoicing;
import salesconveyor.payments.Debtors.Debtor;

/** A client's credit is set off against his next invoice of 226.10, once, in its own currency. */
@ConveyorTest
class OffsettingTest {
    private static final AtomicInteger LAST = new AtomicInteger();

    @Autowired
    Debtors debtors;

    @Autowired
    Offsetting offsetting;

    @Autowired
    Credits credits;

    @Autowired
    Receivables receivables;

    @Autowired
    Invoicing invoicing;

    @Autowired
    InvoiceSending sending;

    @Autowired
    JdbcClient jdbc;

    private Debtor debtor;

    @BeforeEach
    void aClientOrders() {
        debtor = debtors.orders();
    }

    @ParameterizedTest
    @CsvSource({"300.00, 73.90, 152.20, 0.00", "452.20, 226.10, 0.00, 0.00", "500.00, 226.10, 0.00, 47.80"})
    void whatWasPaidTooMuchIsSetOffOnce(String paid, String used, String open, String left) {
        pay(debtors.invoice(debtor), paid);
        String next = next();
        offsetting.offset(next);
        offsetting.offset(next);
        assertThat(debtors.invoices().creditUsed(next)).isEqualByComparingTo(used);
        assertThat(receivables.open(next)).isEqualByComparingTo(open);
        assertThat(credit()).isEqualByComparingTo(left);
        String third = next();
        offsetting.offset(third);
        assertThat(debtors.invoices().creditUsed(third)).isEqualByComparingTo(left);
    }

    @Test
    void theClientReadsItInTheLetter() {
        pay(debtors.invoice(debtor), "300.00");
        String next = next();
        offsetting.offset(next);
        sending.send(next);
        assertThat(jdbc.sql("select body from mail where mail_key = ?")
                        .param("invoice-" + next)
                        .query(String.class)
                        .single())
                .contains("Your credit of €73.90 is set off against it; €152.20 is left to pay.");
    }

    @Test
    void creditOfAnotherCurrencyIsLeftAlone() {
        jdbc.sql("insert into payment (number, company_number, amount, currency, paid) values (?, ?, 100, 'USD', ?)")
                .params("P-USD-" + debtor.company(), debtor.company(), LocalDate.parse("2026-11-23"))
                .update();
        String invoice = debtors.invoice(debtor);
        offsetting.offset(invoice);
        assertThat(receivables.open(invoice)).isEqualByComparingTo("226.10");
        assertThat(credits.total(debtor.company(), "USD")).isEqualByComparingTo("100");
    }

    @Test
    void creditOfAnotherClientIsLeftAlone() {
        pay(debtors.invoice(debtor), "300.00");
        Debtor other = debtors.orders();
        String invoice = debtors.invoice(other);
        offsetting.offset(invoice);
        assertThat(receivables.open(invoice)).isEqualByComparingTo("226.10");
    }

    @Test
    void whatWasPaidOnAnInvoiceThatIsCreditedLaterPaysTheNextOne() {
        String first = debtors.invoice(debtor);
        pay(first, "226.10");
        invoicing.credit(first, "came back");
        assertThat(credit()).isEqualByComparingTo("226.10");
        String next = next();
        offsetting.offset(next);
        assertThat(receivables.isPaid(next)).isTrue();
        assertThat(receivables.open(first)).isZero();
        assertThat(credit()).isZero();
    }

    @Test
    void whatWasPaidOnAProformaThatIsWithdrawnPaysTheNextOne() {
        String proforma = invoicing.issueProforma(debtor.order(), 7);
        pay(proforma, "100.00");
        invoicing.withdraw(debtor.order(), "expired");
        String again = debtors.ordersAgain(debtor.company(), debtor.email()).order();
        String next = invoicing.issueProforma(again, 7);
        offsetting.offset(next);
        assertThat(receivables.open(next)).isEqualByComparingTo("126.10");
        pay(next, "126.10");
        String invoice = invoicing.issueInvoice(again, 0);
        offsetting.offset(invoice);
        assertThat(receivables.isPaid(invoice)).isTrue();
        assertThat(debtors.invoices().creditUsed(invoice)).isZero();
        assertThat(credit()).isZero();
    }

    @Test
    void aPaymentThatItsBankTakesBackIsNoCreditAndOpensWhatItPaid() {
        String first = debtors.invoice(debtor);
        pay(first, "300.00");
        String next = next();
        offsetting.offset(next);
        debtors.importStatement(CamtFile.upTo("2026-11-24")
                .returned(ref(), "300.00", "DE-" + debtor.company())
                .bytes());
        assertThat(receivables.open(first)).isEqualByComparingTo("226.10");
        assertThat(receivables.open(next)).isEqualByComparingTo("226.10");
        assertThat(credit()).isZero();
    }

    @Test
    void theClientReadsOfEachTimeThatItIsSetOffThoughTheSameIsLeft() {
        String first = debtors.invoice(debtor);
        String next = next();
        sending.send(next);
        pay(first, "300.00");
        debtors.importStatement(CamtFile.upTo("2026-11-24")
                .returned(ref(), "300.00", "DE-" + debtor.company())
                .bytes());
        pay(first, "300.00");
        assertThat(receivables.open(next)).isEqualByComparingTo("152.20");
        assertThat(jdbc.sql("select body from mail where mail_key like ?")
                        .param("credit-" + next + "-%")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter).contains("€152.20 is left to pay"));
    }

    @ParameterizedTest
    @CsvSource({"73.90, 0.00", "50.00, 73.90"})
    void creditThatIsPaidBackIsNotSetOffAgain(String back, String left) {
        pay(debtors.invoice(debtor), "300.00");
        debtors.importStatement(CamtFile.upTo("2026-11-24")
                .paidTo(ref(), back, "DE-" + debtor.company())
                .bytes());
        assertThat(credit()).isEqualByComparingTo(left);
    }

    private String next() {
        return debtors.invoice(debtors.ordersAgain(debtor.company(), debtor.email()));
    }

    private BigDecimal credit() {
        return credits.total(debtor.company(), "EUR");
    }

    private void pay(String number, String amount) {
        debtors.importStatement(CamtFile.upTo("2026-11-23")
                .in(ref(), amount, "DE-" + debtor.company(), number)
                .bytes());
    }

    private static String ref() {
        return "OFFSET-" + LAST.incrementAndGet();
    }
}
