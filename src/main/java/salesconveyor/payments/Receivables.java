package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.InvoiceKind;
import salesconveyor.billing.Invoices;
import salesconveyor.companies.Companies;

/** What clients still owe. */
@Component
@Transactional
public class Receivables {
    private final Invoices invoices;
    private final Payments payments;
    private final DeliveryStops stops;
    private final Companies companies;
    private final JdbcClient jdbc;
    private final Clock clock;

    Receivables(
            Invoices invoices,
            Payments payments,
            DeliveryStops stops,
            Companies companies,
            JdbcClient jdbc,
            Clock clock) {
        this.invoices = invoices;
        this.payments = payments;
        this.stops = stops;
        this.companies = companies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is still to be paid on an invoice or a proforma: gross less credit notes, payments, those on its proforma
     * too, and what was written off. Never negative: what was paid too much is the client's credit.
     */
    public BigDecimal open(String invoiceNumber) {
        Invoice invoice = invoices.get(invoiceNumber);
        if (invoice.withdrawn() || invoice.kind() == InvoiceKind.CREDIT_NOTE) {
            return BigDecimal.ZERO;
        }
        return open(invoice, paid(invoice).add(writtenOff(invoiceNumber)));
    }

    /** What is open, by the number of each invoice and proforma that is not paid in full. */
    public Map<String, BigDecimal> allOpen() {
        return books().openAmounts();
    }

    /** Whether nothing is left to be paid. */
    public boolean isPaid(String invoiceNumber) {
        return open(invoiceNumber).signum() <= 0;
    }

    /** What a payment may settle: what is open, and what was written off. */
    BigDecimal payable(String invoiceNumber) {
        return open(invoiceNumber).add(owedThough(invoices.get(invoiceNumber), writtenOff(invoiceNumber)));
    }

    /** Whether a part of it was given up, and not paid after all. */
    public boolean isWrittenOff(String invoiceNumber) {
        return writtenOff(invoiceNumber).signum() > 0;
    }

    /** Before a payment is placed: what it has over what is open takes back what was written off. */
    void takeBackWriteOff(String invoiceNumber, BigDecimal share) {
        BigDecimal given = writtenOff(invoiceNumber);
        BigDecimal back =
                given.signum() > 0 ? share.subtract(open(invoiceNumber)).min(given) : BigDecimal.ZERO;
        if (back.signum() > 0) {
            jdbc.sql("update write_off set amount = amount - ? where invoice_number = ?")
                    .params(back, invoiceNumber)
                    .update();
        }
    }

    /**
     * Whether money is there for all of it, on the invoice or on its proforma. A credit note or a write-off asks for no
     * more money, but is none.
     */
    public boolean isCovered(String invoiceNumber) {
        Invoice invoice = invoices.get(invoiceNumber);
        return paid(invoice).compareTo(invoice.gross()) >= 0;
    }

    /** The money on it and on its proforma. */
    private BigDecimal paid(Invoice invoice) {
        BigDecimal paid = payments.allocated(invoice.number());
        return invoice.proforma() == null ? paid : paid.add(payments.allocated(invoice.proforma()));
    }

    /**
     * Whether an invoice of the client that is collected is past its due date and not paid. Whose goods are still on
     * the way, or held back, owes nothing yet: that invoice must not be the reason to hold them back.
     */
    public boolean hasOverdue(String company) {
        return !overdue(company).isEmpty();
    }

    /** Those invoices, the oldest first. */
    public List<OpenInvoice> overdue(String company) {
        return collectedOf(company).stream()
                .filter(invoice -> invoice.due().isBefore(LocalDate.now(clock)))
                .toList();
    }

    /** What the client is asked for: his open invoices but for those of goods that are still on the way. */
    List<OpenInvoice> collectedOf(String company) {
        return openOf(company).stream()
                .filter(invoice -> isCollected(invoice.number()))
                .toList();
    }

    private boolean isCollected(String invoice) {
        return jdbc.sql("select count(*) from collection where invoice_number = ? and result is null")
                        .param(invoice)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether the client still owes something, due or not. */
    public boolean hasOpen(String company) {
        return !openOf(company).isEmpty();
    }

    /** Whether a head of sales stopped the deliveries to the client. */
    public boolean deliveriesStopped(String company) {
        return stops.isStopped(company);
    }

    String companyOf(String invoiceNumber) {
        return invoices.get(invoiceNumber).companyNumber();
    }

    /** The client's invoices that are not paid, without proformas: those oblige nobody. */
    List<OpenInvoice> openOf(String company) {
        return invoices.ofCompany(company).stream()
                .filter(invoice -> invoice.kind() == InvoiceKind.INVOICE)
                .filter(invoice -> !isPaid(invoice.number()))
                .map(invoice -> owed(invoice, open(invoice.number())))
                .sorted(OpenInvoice.OLDEST_FIRST)
                .toList();
    }

    /** What matching must know before a payment comes. */
    Books books() {
        Map<String, BigDecimal> allocated = payments.allocated();
        Map<String, BigDecimal> writtenOff = writtenOff();
        List<OpenInvoice> open = new ArrayList<>();
        List<OpenInvoice> givenUp = new ArrayList<>();
        Map<String, String> settled = new HashMap<>();
        for (Invoice invoice : invoices.payable()) {
            BigDecimal given = writtenOff.getOrDefault(invoice.number(), BigDecimal.ZERO);
            BigDecimal paid = allocated.getOrDefault(invoice.number(), BigDecimal.ZERO);
            if (invoice.proforma() != null) {
                paid = paid.add(allocated.getOrDefault(invoice.proforma(), BigDecimal.ZERO));
            }
            BigDecimal owedThough = given.signum() > 0 ? open(invoice, paid).min(given) : BigDecimal.ZERO;
            if (owedThough.signum() > 0) {
                givenUp.add(owed(invoice, owedThough));
            }
            BigDecimal left = open(invoice, paid.add(given));
            if (left.signum() > 0) {
                open.add(owed(invoice, left));
            } else {
                settled.put(invoice.number(), invoice.companyNumber());
            }
            if (invoice.proforma() != null) {
                settled.put(invoice.proforma(), invoice.companyNumber());
            }
        }
        Set<String> owing = open.stream().map(OpenInvoice::companyNumber).collect(Collectors.toSet());
        Map<String, String> withdrawn =
                invoices.withdrawn().stream().collect(Collectors.toMap(Invoice::number, Invoice::companyNumber));
        return new Books(
                List.copyOf(open),
                List.copyOf(givenUp),
                Map.copyOf(settled),
                withdrawn,
                payments.payers(),
                companies.byTaxNumber(owing));
    }

    private static OpenInvoice owed(Invoice invoice, BigDecimal amount) {
        return new OpenInvoice(invoice.number(), invoice.companyNumber(), amount, invoice.currency(), invoice.due());
    }

    /** What was given up and is neither paid nor credited. */
    private BigDecimal owedThough(Invoice invoice, BigDecimal given) {
        return given.signum() > 0 ? open(invoice, paid(invoice)).min(given) : BigDecimal.ZERO;
    }

    private BigDecimal open(Invoice invoice, BigDecimal paid) {
        BigDecimal left = invoice.gross().subtract(paid);
        // Most invoices are paid: only for the others is it worth asking for credit notes.
        return left.signum() <= 0
                ? BigDecimal.ZERO
                : left.subtract(invoices.credited(invoice.number())).max(BigDecimal.ZERO);
    }

    private BigDecimal writtenOff(String invoice) {
        return jdbc.sql("select coalesce(sum(amount), 0) from write_off where invoice_number = ?")
                .param(invoice)
                .query(BigDecimal.class)
                .single();
    }

    private Map<String, BigDecimal> writtenOff() {
        Map<String, BigDecimal> all = new HashMap<>();
        jdbc.sql("select invoice_number, amount from write_off").query(rows -> {
            all.put(rows.getString("invoice_number"), rows.getBigDecimal("amount"));
        });
        return all;
    }
}
