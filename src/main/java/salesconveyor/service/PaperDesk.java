package salesconveyor.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.ClosingPapers;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.InvoiceKind;
import salesconveyor.billing.Invoices;
import salesconveyor.billing.PaperTrace;
import salesconveyor.companies.Companies;
import salesconveyor.payments.Disputing;
import salesconveyor.payments.Receivables;

/** The papers that went to clients, with what is open on them and what was done with each. */
@Component
@Transactional(readOnly = true)
public class PaperDesk {
    /**
     * A paper that can be downloaded and sent again.
     *
     * @param path where it is: with {@code .pdf} for download, with {@code /send} to mail it again
     * @param title what it is, an English key of the texts
     * @param sendable not when its client must not get it any more
     */
    public record Paper(String number, String path, String title, boolean sendable, List<PaperTrace.Entry> trace) {}

    /**
     * An invoice, proforma or credit note.
     *
     * @param open what is still to be paid
     * @param state OPEN, PART_PAID, OVERDUE, DISPUTED, PAID, CREDITED, WRITTEN_OFF, WITHDRAWN, FOLLOWED (a proforma that became an
     *     invoice), or
     *     null of a credit note
     * @param disputable whether it can be entered that its client disputes it
     * @param others the delivery notes and closing papers of its order
     */
    public record Row(
            Paper paper,
            Invoice invoice,
            String client,
            BigDecimal open,
            @Nullable String state,
            boolean disputable,
            List<Paper> others) {}

    private final Invoices invoices;
    private final Receivables receivables;
    private final Disputing disputing;
    private final Deliveries deliveries;
    private final ClosingPapers closing;
    private final Companies companies;
    private final PaperTrace trace;
    private final Clock clock;

    PaperDesk(
            Invoices invoices,
            Receivables receivables,
            Disputing disputing,
            Deliveries deliveries,
            ClosingPapers closing,
            Companies companies,
            PaperTrace trace,
            Clock clock) {
        this.invoices = invoices;
        this.receivables = receivables;
        this.disputing = disputing;
        this.deliveries = deliveries;
        this.closing = closing;
        this.companies = companies;
        this.trace = trace;
        this.clock = clock;
    }

    /** The newest papers that these words are in; {@code openOnly}: those that are not paid, the longest due first. */
    public List<Row> rows(String words, boolean openOnly, int atMost) {
        Map<String, BigDecimal> open = receivables.allOpen();
        Map<String, String> names = new HashMap<>();
        Stream<Invoice> found = openOnly
                ? invoices.payable().stream().filter(invoice -> open.containsKey(invoice.number()))
                : invoices.search(words, atMost).stream();
        return found.filter(invoice -> !openOnly || contains(invoice, name(invoice, names), words))
                .limit(atMost)
                .map(invoice ->
                        row(invoice, name(invoice, names), open.getOrDefault(invoice.number(), BigDecimal.ZERO)))
                .toList();
    }

    private String name(Invoice invoice, Map<String, String> names) {
        return names.computeIfAbsent(
                invoice.companyNumber(), number -> companies.get(number).name());
    }

    private static boolean contains(Invoice invoice, String client, String words) {
        String wanted = words.strip().toLowerCase(java.util.Locale.ROOT);
        return Stream.of(invoice.number(), invoice.orderNumber(), invoice.companyNumber(), client)
                .anyMatch(text -> text.toLowerCase(java.util.Locale.ROOT).contains(wanted));
    }

    private Row row(Invoice invoice, String client, BigDecimal open) {
        String title =
                switch (invoice.kind()) {
                    case INVOICE -> "Invoice";
                    case PROFORMA -> "Proforma invoice";
                    case CREDIT_NOTE -> "Credit note";
                };
        return new Row(
                paper(invoice.number(), "/api/invoices/", title, !invoice.withdrawn()),
                invoice,
                client,
                open,
                state(invoice, open),
                open.signum() > 0 && disputing.isPossible(invoice),
                invoice.kind() == InvoiceKind.INVOICE ? others(invoice.orderNumber()) : List.of());
    }

    private @Nullable String state(Invoice invoice, BigDecimal open) {
        if (invoice.kind() == InvoiceKind.CREDIT_NOTE) {
            return null;
        }
        if (invoice.withdrawn()) {
            return "WITHDRAWN";
        }
        if (open.signum() > 0) {
            if (disputing.isDisputed(invoice)) {
                return "DISPUTED";
            }
            boolean late = invoice.due().isBefore(LocalDate.now(clock));
            return late ? "OVERDUE" : open.compareTo(invoice.gross()) < 0 ? "PART_PAID" : "OPEN";
        }
        boolean followed = invoice.kind() == InvoiceKind.PROFORMA
                && invoices.ofOrder(invoice.orderNumber()).stream()
                        .anyMatch(later -> invoice.number().equals(later.proforma()));
        if (followed) {
            return "FOLLOWED";
        }
        if (invoices.credited(invoice.number()).compareTo(invoice.gross()) >= 0) {
            return "CREDITED";
        }
        return receivables.isWrittenOff(invoice.number()) ? "WRITTEN_OFF" : "PAID";
    }

    private List<Paper> others(String order) {
        List<Paper> papers = new ArrayList<>();
        deliveries
                .ofOrder(order)
                .forEach(delivery -> papers.add(paper(delivery.number(), "/api/shipments/", "Delivery note", true)));
        closing.ofOrder(order)
                .forEach(paper -> papers.add(paper(
                        paper.number(),
                        "/api/closing-papers/",
                        switch (paper.kind()) {
                            case UPD -> "Transfer document";
                            case ACT -> "Act";
                        },
                        true)));
        return papers;
    }

    private Paper paper(String number, String path, String title, boolean sendable) {
        return new Paper(number, path + number, title, sendable, trace.of(number));
    }
}
