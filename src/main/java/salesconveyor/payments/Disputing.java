package salesconveyor.payments;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.Invoices;
import salesconveyor.engine.Refused;

/** What a client writes against an invoice at any time: no reminder goes out, and a head of sales decides. */
@Component
@Transactional
public class Disputing {
    private static final int MOST_CHARACTERS = 1000;

    private final DunningLog log;
    private final Invoices invoices;
    private final InvoiceCollections collections;
    private final Receivables receivables;
    private final PaymentMessages messages;
    private final Clock clock;

    Disputing(
            DunningLog log,
            Invoices invoices,
            InvoiceCollections collections,
            Receivables receivables,
            PaymentMessages messages,
            Clock clock) {
        this.log = log;
        this.invoices = invoices;
        this.collections = collections;
        this.receivables = receivables;
        this.messages = messages;
        this.clock = clock;
    }

    public boolean isDisputed(Invoice invoice) {
        return log.isDisputed(invoice);
    }

    /** Whether it is collected, so that there is something to stop. */
    public boolean isPossible(Invoice invoice) {
        boolean collected = collections
                .find(invoice.number())
                .filter(found -> found.result() == null && !found.prepayment())
                .isPresent();
        return collected && !receivables.isPaid(invoice.number()) && !isDisputed(invoice);
    }

    public void dispute(String number, @Nullable String reason, @Nullable String author) {
        Invoice invoice = invoices.get(number);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > MOST_CHARACTERS) {
            throw new Refused(
                    "Please say in at most {0} characters why the client disputes the invoice.", MOST_CHARACTERS);
        }
        if (!isPossible(invoice)) {
            throw new Refused("{0} is not collected now, or is disputed already.", number);
        }
        log.add(invoice, new DunningEntry("DISPUTE", DunningEntry.DISPUTED, LocalDate.now(clock), null, author, why));
        messages.paymentReceived(number); // who collects it looks again
    }
}
