package salesconveyor.billing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;
import salesconveyor.selling.Ordering;
import salesconveyor.shared.Numbering;

/**
 * Writes invoices, proformas and credit notes. What was asked for an order before is not written again: a step may be
 * repeated. Numbers have no gaps: the counter is a row of the same transaction.
 */
@Component
@Transactional
public class Invoicing {
    private final Invoices invoices;
    private final Sellers sellers;
    private final Ordering ordering;
    private final Crediting crediting;
    private final Numbering numbering;
    private final Clock clock;

    Invoicing(
            Invoices invoices,
            Sellers sellers,
            Ordering ordering,
            Crediting crediting,
            Numbering numbering,
            Clock clock) {
        this.invoices = invoices;
        this.sellers = sellers;
        this.ordering = ordering;
        this.crediting = crediting;
        this.numbering = numbering;
        this.clock = clock;
    }

    /** @return the number of the order's proforma, valid for so many days */
    public String issueProforma(String order, int validDays) {
        return find(order, InvoiceKind.PROFORMA).orElseGet(() -> issue(order, InvoiceKind.PROFORMA, validDays, null));
    }

    /** @return the number of the order's invoice, to be paid in so many days; it follows the proforma, if there is one */
    public String issueInvoice(String order, int netDays) {
        return find(order, InvoiceKind.INVOICE).orElseGet(() -> {
            String proforma = find(order, InvoiceKind.PROFORMA).orElse(null);
            return issue(order, InvoiceKind.INVOICE, netDays, proforma);
        });
    }

    /** Takes back all of an invoice that was not taken back yet. @return the number of its last credit note */
    public String credit(String invoiceNumber, String reason) {
        return crediting.creditAll(invoices.get(invoiceNumber), reason);
    }

    /**
     * Takes back what was invoiced and not delivered.
     *
     * @param delivered the quantity that was delivered, by line; a line that is missing was not delivered at all
     * @return the number of the credit note; empty when there is nothing to take back
     */
    public Optional<String> creditUndelivered(String order, Map<Integer, BigDecimal> delivered, String reason) {
        return find(order, InvoiceKind.INVOICE)
                .flatMap(number -> crediting.creditUndelivered(invoices.get(number), delivered, reason));
    }

    /** The order is off: its proforma counts no more, its invoice is taken back. */
    public void withdraw(String order, String reason) {
        find(order, InvoiceKind.PROFORMA).ifPresent(invoices::withdraw);
        find(order, InvoiceKind.INVOICE).ifPresent(number -> crediting.creditAll(invoices.get(number), reason));
    }

    private Optional<String> find(String order, InvoiceKind kind) {
        return invoices.ofOrder(order).stream()
                .filter(invoice -> invoice.kind() == kind && !invoice.withdrawn())
                .map(Invoice::number)
                .findFirst();
    }

    private String issue(String order, InvoiceKind kind, int days, @Nullable String proforma) {
        Seller seller = sellers.get();
        List<InvoiceLine> lines =
                ordering.lines(order).stream().map(InvoiceLine::of).toList();
        var totals = InvoiceTotals.of(lines, seller.currency());
        LocalDate today = LocalDate.now(clock);
        String number = numbering.ofYear(kind.series(), Year.from(today));
        invoices.add(
                new Invoice(
                        number,
                        kind,
                        order,
                        ordering.get(order).companyNumber(),
                        totals.net().amount(),
                        totals.tax().amount(),
                        totals.gross().amount(),
                        seller.currency(),
                        today,
                        today.plusDays(days),
                        null,
                        proforma,
                        false),
                lines,
                totals,
                kind + "-" + order,
                null);
        return number;
    }
}
