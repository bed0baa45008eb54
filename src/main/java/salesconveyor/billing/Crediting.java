package salesconveyor.billing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Numbering;
import salesconveyor.shared.VatTotals;

/** Writes credit notes: never more than was invoiced. */
@Component
@Transactional
class Crediting {
    private final Invoices invoices;
    private final Numbering numbering;
    private final Clock clock;

    Crediting(Invoices invoices, Numbering numbering, Clock clock) {
        this.invoices = invoices;
        this.numbering = numbering;
        this.clock = clock;
    }

    /** @return the number of the last credit note of the invoice, with which nothing of it is left */
    String creditAll(Invoice invoice, String reason) {
        List<InvoiceLine> left = left(invoice);
        return write(invoice, left, left, reason).orElseGet(() -> last(invoice));
    }

    Optional<String> creditUndelivered(Invoice invoice, Map<Integer, BigDecimal> delivered, String reason) {
        List<InvoiceLine> left = left(invoice);
        List<InvoiceLine> undelivered = new ArrayList<>();
        for (InvoiceLine line : left) {
            BigDecimal open = line.quantity().subtract(delivered.getOrDefault(line.line(), BigDecimal.ZERO));
            if (open.signum() > 0) {
                undelivered.add(line.part(open));
            }
        }
        return write(invoice, left, undelivered, reason);
    }

    /** The lines with what no credit note has taken back. Whoever credits the same invoice meanwhile waits. */
    private List<InvoiceLine> left(Invoice invoice) {
        invoices.lock(invoice.number());
        return without(invoices.lines(invoice.number()), invoices.creditedLines(invoice.number()));
    }

    private static List<InvoiceLine> without(List<InvoiceLine> lines, List<InvoiceLine> taken) {
        List<InvoiceLine> rest = new ArrayList<>();
        for (InvoiceLine line : lines) {
            InvoiceLine still = line;
            for (InvoiceLine part : taken) {
                still = part.line() == line.line() ? still.without(part) : still;
            }
            if (still.quantity().signum() > 0) {
                rest.add(still);
            }
        }
        return rest;
    }

    private Optional<String> write(Invoice invoice, List<InvoiceLine> left, List<InvoiceLine> taken, String reason) {
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        VatTotals totals = InvoiceTotals.of(left, invoice.currency())
                .minus(InvoiceTotals.of(without(left, taken), invoice.currency()));
        LocalDate today = LocalDate.now(clock);
        String number = numbering.ofYear(InvoiceKind.CREDIT_NOTE.series(), Year.from(today));
        invoices.add(
                new Invoice(
                        number,
                        InvoiceKind.CREDIT_NOTE,
                        invoice.orderNumber(),
                        invoice.companyNumber(),
                        totals.net().amount(),
                        totals.tax().amount(),
                        totals.gross().amount(),
                        invoice.currency(),
                        today,
                        today,
                        invoice.number(),
                        null,
                        false),
                taken,
                totals,
                null,
                reason);
        return Optional.of(number);
    }

    private String last(Invoice invoice) {
        return invoices.ofOrder(invoice.orderNumber()).stream()
                .filter(note -> invoice.number().equals(note.corrects()))
                .reduce((first, second) -> second)
                .orElseThrow()
                .number();
    }
}
