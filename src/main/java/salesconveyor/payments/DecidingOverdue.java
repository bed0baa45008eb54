package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.InvoiceSending;
import salesconveyor.billing.Invoices;
import salesconveyor.billing.Invoicing;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;

/** What a head of sales decides about an invoice that letters and calls did not bring in. */
@Component
@Transactional
class DecidingOverdue {
    /** @param result how the collecting ends by this decision; null when it goes on */
    record Decision(String outcome, @Nullable CollectionResult result) {}

    private static final int EXTEND_AT_MOST_DAYS = 92;

    private final DunningLog log;
    private final Invoices invoices;
    private final Invoicing invoicing;
    private final InvoiceSending sending;
    private final CancelledMoney money;
    private final Receivables receivables;
    private final DeliveryStops stops;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final int maxExtensions;

    DecidingOverdue(
            DunningLog log,
            Invoices invoices,
            Invoicing invoicing,
            InvoiceSending sending,
            CancelledMoney money,
            Receivables receivables,
            DeliveryStops stops,
            JdbcClient jdbc,
            Clock clock,
            @Value("${conveyor.payments.max-extensions:3}") int maxExtensions) {
        this.log = log;
        this.invoices = invoices;
        this.invoicing = invoicing;
        this.sending = sending;
        this.money = money;
        this.receivables = receivables;
        this.stops = stops;
        this.jdbc = jdbc;
        this.clock = clock;
        this.maxExtensions = maxExtensions;
    }

    Decision record(String invoiceNumber, FormValues form, @Nullable String head) {
        String outcome = form.required("outcome");
        LocalDate newDue = form.date("newDueDate");
        String reason = form.text("decisionReason");
        String notes = form.text("decisionNotes");
        Invoice invoice = invoices.get(invoiceNumber);
        LocalDate promised = outcome.equals("EXTEND") ? checked(invoiceNumber, newDue) : null;
        log.add(
                invoice,
                new DunningEntry(
                        "DECIDE", outcome, LocalDate.now(clock), promised, head, reason == null ? notes : reason));
        switch (outcome) {
            case "EXTEND" -> invoices.extend(invoiceNumber, Objects.requireNonNull(promised));
            case "STOP" -> stops.stop(invoice.companyNumber(), invoiceNumber, head);
            case "RELEASE" -> stops.release(invoice.companyNumber(), head);
            case "WRITE_OFF" -> writeOff(invoiceNumber, form.required("decisionReason"), head);
            default -> {}
        }
        return new Decision(
                outcome,
                switch (outcome) {
                    case "CREDIT" -> CollectionResult.CREDITED;
                    case "WRITE_OFF" -> CollectionResult.WRITTEN_OFF;
                    default -> null;
                });
    }

    /** The credit note for what the head of sales decided to credit, by mail. What was paid on it is settled. */
    void credit(String invoiceNumber) {
        String reason = log.lastReason(invoiceNumber);
        money.settle(
                invoices.get(invoiceNumber).orderNumber(),
                () -> sending.send(invoicing.credit(invoiceNumber, reason == null ? "" : reason)));
    }

    /**
     * Lets deliveries go on when nothing that is collected of the client is overdue any more: it was paid, credited,
     * written off or cancelled. A head of sales may release them before. @return whether they were stopped
     */
    boolean releaseWhenSettled(String company) {
        boolean release = stops.isStopped(company) && !receivables.hasOverdue(company);
        if (release) {
            stops.release(company, null);
        }
        return release;
    }

    /** A payment that a bank takes back later opens a part again: that is written off on top of the first. */
    private void writeOff(String invoice, String reason, @Nullable String head) {
        BigDecimal open = receivables.open(invoice);
        OffsetDateTime now = OffsetDateTime.now(clock);
        int again = jdbc.sql("update write_off set amount = amount + ?, reason = ?, decided = ?, decided_by = ?"
                        + " where invoice_number = ?")
                .params(open, reason, now, head, invoice)
                .update();
        if (again == 0) {
            jdbc.sql("insert into write_off (invoice_number, amount, reason, decided, decided_by)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(invoice, open, reason, now, head)
                    .update();
        }
    }

    private LocalDate checked(String invoice, @Nullable LocalDate newDue) {
        long extended = log.story(invoice).stream()
                .filter(entry -> entry.outcome().equals("EXTEND"))
                .count();
        if (extended >= maxExtensions) {
            throw new Refused(
                    "The due date was already moved {0} times; please stop deliveries, credit the invoice or write it off.",
                    maxExtensions);
        }
        LocalDate today = LocalDate.now(clock);
        if (newDue == null || !newDue.isAfter(today) || newDue.isAfter(today.plusDays(EXTEND_AT_MOST_DAYS))) {
            throw new Refused(
                    "\"New due date\" must be a day from tomorrow to {0} days from now.", EXTEND_AT_MOST_DAYS);
        }
        return newDue;
    }
}
