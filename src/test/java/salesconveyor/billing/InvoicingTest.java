package salesconveyor.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;
import salesconveyor.shared.Money;
import salesconveyor.shared.Vat;

/** What is invoiced, proformas, and what credit notes take back. */
@ConveyorTest
class InvoicingTest {
    @Autowired
    Invoicing invoicing;

    @Autowired
    Invoices invoices;

    @Autowired
    Sellers sellers;

    @Autowired
    Companies companies;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Orders orders;
    private String order;

    @BeforeEach
    void anOrderIsPlaced() {
        orders = new Orders(jdbc, companies);
        order = orders.place("Billed");
    }

    @Test
    void anInvoiceHasTheTotalsOfTheOrderAndIsWrittenOnce() {
        String number = invoicing.issueInvoice(order, 14);
        assertThat(number).matches("INV-\\d{4}-\\d{6}");
        Invoice invoice = invoices.get(number);
        assertThat(invoice.net()).isEqualByComparingTo("190.00");
        assertThat(invoice.vat()).isEqualByComparingTo("36.10");
        assertThat(invoice.gross()).isEqualByComparingTo("226.10");
        assertThat(invoice.due()).isEqualTo(invoice.issued().plusDays(14));
        assertThat(invoicing.issueInvoice(order, 14)).isEqualTo(number);
    }

    @Test
    void anInvoiceFollowsItsProforma() {
        String proforma = invoicing.issueProforma(order, 7);
        assertThat(invoicing.issueProforma(order, 7)).isEqualTo(proforma);
        assertThat(payable()).contains(proforma);
        String invoice = invoicing.issueInvoice(order, 0);
        assertThat(invoices.get(invoice).proforma()).isEqualTo(proforma);
        assertThat(payable()).contains(invoice).doesNotContain(proforma);
    }

    @Test
    void anOrderThatIsOffIsTakenBack() {
        String proforma = invoicing.issueProforma(order, 7);
        invoicing.withdraw(order, "not paid");
        assertThat(invoices.get(proforma).withdrawn()).isTrue();
        assertThat(payable()).doesNotContain(proforma);
        String invoice = invoicing.issueInvoice(order, 14);
        invoicing.withdraw(order, "cancelled");
        invoicing.withdraw(order, "cancelled twice");
        assertThat(invoices.credited(invoice)).isEqualByComparingTo("226.10");
        assertThat(invoicing.credit(invoice, "again")).startsWith("CN-");
        assertThat(invoices.credited(invoice)).isEqualByComparingTo("226.10");
    }

    @Test
    void onlyWhatWasNotDeliveredIsTakenBack() {
        String invoice = invoicing.issueInvoice(order, 14);
        var note = invoicing.creditUndelivered(order, Map.of(1, new BigDecimal("60")), "sold out");
        assertThat(invoices.get(note.orElseThrow()).gross()).isEqualByComparingTo("90.44");
        assertThat(invoices.get(note.orElseThrow()).corrects()).isEqualTo(invoice);
        assertThat(invoicing.creditUndelivered(order, Map.of(1, new BigDecimal("100")), "sold out"))
                .isEmpty();
        invoicing.credit(invoice, "a gift");
        assertThat(invoices.credited(invoice)).isEqualByComparingTo("226.10");
    }

    @Test
    void whoeverIsToldTwiceAtOnceBillsOnce() throws Exception {
        long before = last();
        List<Callable<String>> same = Collections.nCopies(8, () -> {
            try {
                return invoicing.issueInvoice(order, 14);
            } catch (DuplicateKeyException e) {
                return invoicing.issueInvoice(order, 14); // as the engine does: the step is repeated
            }
        });
        assertThat(together(same)).hasSize(1);
        assertThat(last() - before).isEqualTo(1);
        invoicing.issueInvoice(orders.place("Billed"), 14);
        assertThat(noGaps()).isTrue();
    }

    @Test
    void creditNotesThatAreWrittenAtOnceNeverTakeBackMoreThanTheInvoice() throws Exception {
        String invoice = invoicing.issueInvoice(order, 14);
        together(Collections.nCopies(8, () -> invoicing.credit(invoice, "at once")));
        assertThat(invoices.credited(invoice)).isEqualByComparingTo("226.10");
    }

    @ParameterizedTest
    @CsvSource({"100, 1, 0.03, 0", "7, 3, 0.01, 50", "5, 2, 3.33, 33.33", "3, 1, 10.03, 0", "10, 9.5, 0.99, 7.5"})
    void partsOfAnInvoiceAddUpToIt(BigDecimal quantity, BigDecimal part, BigDecimal price, BigDecimal discount) {
        String odd = orders.place("Odd", quantity, price, discount);
        Invoice invoice = invoices.get(invoicing.issueInvoice(odd, 14));
        BigDecimal delivered = quantity;
        while (delivered.signum() > 0) {
            delivered = delivered.subtract(part).max(BigDecimal.ZERO);
            invoicing.creditUndelivered(odd, Map.of(1, delivered), "returned");
            assertThat(invoices.credited(invoice.number())).isLessThanOrEqualTo(invoice.gross());
        }
        List<Invoice> notes = invoices.ofOrder(odd).stream()
                .filter(note -> note.kind() == InvoiceKind.CREDIT_NOTE)
                .toList();
        assertThat(sum(notes, Invoice::net)).isEqualByComparingTo(invoice.net());
        assertThat(sum(notes, Invoice::vat)).isEqualByComparingTo(invoice.vat());
        assertThat(sum(notes, Invoice::gross)).isEqualByComparingTo(invoice.gross());
        assertThat(invoicing.creditUndelivered(odd, Map.of(), "again")).isEmpty();
    }

    @Test
    void aPaperKeepsItsTaxByRate() {
        Invoice invoice = invoices.get(invoicing.issueInvoice(order, 14));
        assertThat(invoices.totals(invoice).parts()).singleElement().satisfies(part -> {
            assertThat(part.vat()).isEqualTo(Vat.standard("19"));
            assertThat(part.basis()).isEqualTo(Money.of("190.00", "EUR"));
            assertThat(part.tax()).isEqualTo(Money.of("36.10", "EUR"));
        });
    }

    @Test
    void aClientMayGetMoreTime() {
        String invoice = invoicing.issueInvoice(order, 14);
        invoices.extend(invoice, LocalDate.of(2027, 1, 31));
        assertThat(invoices.get(invoice).due()).isEqualTo("2027-01-31");
    }

    @Test
    void withoutASellerNothingIsBilledAndNothingIsLost() {
        Seller seller = sellers.get();
        jdbc.sql("delete from seller").update();
        assertThat(sellers.missing()).contains("name", "iban", "taxNumber");
        assertThatThrownBy(() -> invoicing.issueInvoice(order, 14)).hasMessageContaining("/pages/setup");
        sellers.save(seller);
        assertThat(sellers.missing()).isEmpty();
        assertThat(invoicing.issueInvoice(order, 14)).startsWith("INV-");
    }

    @Test
    void numbersHaveNoGapsAndNoDoubles() throws Exception {
        long before = last();
        List<String> placed =
                IntStream.range(0, 400).mapToObj(i -> orders.place("Billed")).toList();
        assertThat(together(placed.stream().map(this::billing).toList())).hasSize(400);
        assertThat(last() - before).isEqualTo(400);
        assertThat(noGaps()).isTrue();
    }

    private boolean noGaps() {
        List<Long> numbers = jdbc.sql(
                        "select cast(substring(number, 10) as bigint) from invoice where number like 'INV-2026-0_____' order by 1")
                .query(Long.class)
                .list();
        assertThat(numbers).doesNotHaveDuplicates();
        return numbers.get(numbers.size() - 1) - numbers.get(0) == numbers.size() - 1;
    }

    /** In eight threads. @return what they answered, each answer once */
    private static Set<String> together(List<Callable<String>> tasks) throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            Set<String> answers = new HashSet<>();
            for (var done : pool.invokeAll(tasks)) {
                answers.add(done.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }

    private static BigDecimal sum(List<Invoice> notes, Function<Invoice, BigDecimal> amount) {
        return notes.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Each third attempt is rolled back and tried again. */
    private Callable<String> billing(String one) {
        return () -> {
            if (one.hashCode() % 3 == 0) {
                transaction.executeWithoutResult(status -> {
                    invoicing.issueInvoice(one, 14);
                    status.setRollbackOnly();
                });
            }
            return invoicing.issueInvoice(one, 14);
        };
    }

    private long last() {
        return jdbc.sql("select count(*) from invoice where kind = 'INVOICE'")
                .query(Long.class)
                .single();
    }

    private List<String> payable() {
        return invoices.payable().stream().map(Invoice::number).toList();
    }
}
