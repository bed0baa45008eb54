package salesconveyor.service;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.InvoiceKind;
import salesconveyor.billing.Invoices;
import salesconveyor.billing.Prepayments;
import salesconveyor.payments.Receivables;
import salesconveyor.shared.Money;
import salesconveyor.shared.Texts;

/** What a manager must know to decide about an order that cannot be shipped. */
@Component
@Transactional(readOnly = true)
class ShipmentCard {
    private static final int MOST_LINES = 25;
    private static final int MOST_CHARACTERS = 3500; // of a process variable

    private final Shipping shipping;
    private final Invoices invoices;
    private final Prepayments prepayments;
    private final Receivables receivables;
    private final Texts texts;

    ShipmentCard(Shipping shipping, Invoices invoices, Prepayments prepayments, Receivables receivables, Texts texts) {
        this.shipping = shipping;
        this.invoices = invoices;
        this.prepayments = prepayments;
        this.receivables = receivables;
        this.texts = texts;
    }

    /** What is ordered, shipped and left to ship, what of it is paid, and whether deliveries are stopped; a line each. */
    String of(String order, String company) {
        List<String> facts = new ArrayList<>(lines(shipping.lines(order)));
        paid(order, facts);
        if (receivables.deliveriesStopped(company)) {
            facts.add(texts.say("Deliveries to this client are stopped."));
        }
        String text = String.join("\n", facts);
        return text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
    }

    /** All of a short order; of a long one what is left to ship. */
    private List<String> lines(List<OpenLine> all) {
        List<OpenLine> shown = all.size() <= MOST_LINES
                ? all
                : all.stream().filter(OpenLine::isOpen).limit(MOST_LINES).toList();
        List<String> lines = new ArrayList<>(shown.stream().map(this::words).toList());
        if (shown.size() < all.size()) {
            lines.add(texts.count(all.size() - shown.size(), "and {0} more line|and {0} more lines"));
        }
        return lines;
    }

    private String words(OpenLine line) {
        return texts.say(
                "{0}. {1}: ordered {2} {3}, shipped {4}, left to ship {5}",
                String.valueOf(line.line()),
                line.name(),
                number(line.ordered()),
                line.unit(),
                number(line.delivered()),
                number(line.rest().max(BigDecimal.ZERO)));
    }

    private void paid(String order, List<String> facts) {
        List<Invoice> asked = invoices.ofOrder(order).stream()
                .filter(paper -> paper.kind() != InvoiceKind.CREDIT_NOTE)
                .toList();
        BigDecimal paid =
                asked.stream().map(paper -> prepayments.sum(paper.number())).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!asked.isEmpty()) {
            facts.add(texts.say(
                    "Paid for it so far: {0}",
                    Money.of(paid, asked.get(0).currency()).text(texts.locale())));
        }
    }

    private String number(BigDecimal quantity) {
        return NumberFormat.getNumberInstance(texts.locale()).format(quantity);
    }
}
