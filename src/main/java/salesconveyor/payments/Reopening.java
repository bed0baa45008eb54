package salesconveyor.payments;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.InvoiceKind;
import salesconveyor.billing.Invoices;
import salesconveyor.selling.Ordering;

/** Finds what must be collected again when a payment was returned. */
@Component
@Transactional
class Reopening {
    record Again(
            String opportunityNumber,
            String invoiceNumber,
            String companyNumber,
            @Nullable String manager,
            boolean prepayment) {}

    private final Invoices invoices;
    private final InvoiceCollections collections;
    private final Receivables receivables;
    private final Ordering ordering;

    Reopening(Invoices invoices, InvoiceCollections collections, Receivables receivables, Ordering ordering) {
        this.invoices = invoices;
        this.collections = collections;
        this.receivables = receivables;
        this.ordering = ordering;
    }

    /**
     * What is left to collect of an order that was cancelled after a part of it had been delivered. Its collecting, if
     * it ran, ended with the order.
     */
    Optional<Again> afterCancelling(String order) {
        var placed = ordering.get(order);
        invoices.ofOrder(order).stream()
                .flatMap(paper -> collections.find(paper.number()).stream())
                .filter(collected -> collected.result() == null)
                .forEach(collected -> collections.close(collected.invoiceNumber(), CollectionResult.CREDITED));
        return invoices.ofOrder(order).stream()
                .filter(paper -> paper.kind() == InvoiceKind.INVOICE && !receivables.isPaid(paper.number()))
                .map(paper -> new Again(placed.opportunityNumber(), paper.number(), paper.companyNumber(), null, false))
                .findFirst();
    }

    /** Empty while it is still collected, and when nothing is open. */
    Optional<Again> of(String paid) {
        Invoice invoice = owed(paid);
        boolean runs = collections
                .find(invoice.number())
                .filter(collected -> collected.result() == null)
                .isPresent();
        return collections
                .find(paid)
                .filter(collected -> collected.result() != null)
                .filter(collected -> !runs && !receivables.isPaid(invoice.number()))
                .map(collected -> new Again(
                        ordering.get(invoice.orderNumber()).opportunityNumber(),
                        invoice.number(),
                        invoice.companyNumber(),
                        collected.manager(),
                        invoice.kind() == InvoiceKind.PROFORMA));
    }

    /** The case of an order that is delivered only when it is paid: its deliveries ask again. */
    Optional<String> prepaidCase(String paid) {
        Invoice invoice = owed(paid);
        return invoice.proforma() == null
                ? Optional.empty()
                : Optional.of(ordering.get(invoice.orderNumber()).opportunityNumber());
    }

    /** After a proforma that was paid comes the invoice: it is owed now. */
    private Invoice owed(String paid) {
        return invoices.ofOrder(invoices.get(paid).orderNumber()).stream()
                .filter(invoice -> paid.equals(invoice.proforma()))
                .findFirst()
                .orElseGet(() -> invoices.get(paid));
    }
}
