package salesconveyor.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.InvoiceKind;
import salesconveyor.billing.InvoiceSending;
import salesconveyor.billing.Invoices;
import salesconveyor.billing.Invoicing;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;
import salesconveyor.payments.CancelledMoney;
import salesconveyor.payments.Receivables;
import salesconveyor.selling.CancelledLines;
import salesconveyor.shared.Texts;

/** What becomes of an order that cannot be shipped: it waits, something else is sent, or the rest is cancelled. */
@Component
@Transactional
class ShipmentDeciding {
    /** @param waitUntil with WAIT: when the shipper is asked again */
    record Decision(String outcome, @Nullable OffsetDateTime waitUntil) {}

    private static final String STATION = "decideShipment";
    private static final int WAIT_AT_MOST_DAYS = 366;

    private final ServedOrders orders;
    private final Deliveries deliveries;
    private final Invoicing invoicing;
    private final Invoices invoices;
    private final InvoiceSending sending;
    private final Receivables receivables;
    private final CancelledMoney money;
    private final CancelledLines cancelled;
    private final Texts texts;
    private final Clock clock;
    private final Map<String, Integer> limits;
    private final int mostDaysHeld;

    ShipmentDeciding(
            ServedOrders orders,
            Deliveries deliveries,
            Invoicing invoicing,
            Invoices invoices,
            InvoiceSending sending,
            Receivables receivables,
            CancelledMoney money,
            CancelledLines cancelled,
            Texts texts,
            Clock clock,
            @Value("${conveyor.service.max-waits:5}") int maxWaits,
            @Value("${conveyor.service.max-replacements:5}") int maxReplacements,
            @Value("${conveyor.service.max-days-held:30}") int mostDaysHeld) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.invoicing = invoicing;
        this.invoices = invoices;
        this.sending = sending;
        this.receivables = receivables;
        this.money = money;
        this.cancelled = cancelled;
        this.texts = texts;
        this.clock = clock;
        this.limits = Map.of("WAIT", maxWaits, "REPLACE", maxReplacements);
        this.mostDaysHeld = mostDaysHeld;
    }

    /**
     * @param prepaid the invoice that must be paid before anything leaves: its payer may have taken the money back, and
     *     nobody gets the goods as a gift because the invoice was credited or written off then
     * @return until when deliveries may stay stopped before the manager decides; null: they are not stopped
     */
    @Nullable
    OffsetDateTime heldUntil(String order, String company, @Nullable String prepaid) {
        boolean unpaid = prepaid != null && !receivables.isCovered(prepaid);
        OffsetDateTime since = orders.hold(order, unpaid || receivables.deliveriesStopped(company));
        return since == null ? null : since.plusDays(mostDaysHeld);
    }

    Decision record(String order, FormValues form, @Nullable String manager) {
        String outcome = form.required("outcome");
        int limit = limits.getOrDefault(outcome, Integer.MAX_VALUE);
        if (orders.count(order, STATION, outcome) >= limit) {
            throw new Refused("This outcome was already chosen {0} times; please decide for another one.", limit);
        }
        LocalDate day = form.date("waitDate");
        String replacement = form.text("replacement");
        String reason = form.text("cancelReason");
        orders.note(order, STATION, outcome, manager, replacement == null ? reason : replacement);
        return new Decision(outcome, outcome.equals("WAIT") ? morningOf(day) : null);
    }

    /**
     * Credits what will not be delivered; what was delivered stays owed. @return whether anything was delivered; else
     * the order is withdrawn: nothing is asked for any more, and what was paid too much is settled
     */
    boolean settle(String order) {
        var delivered = deliveries.delivered(order);
        cancelled.keepOnly(order, delivered);
        money.settle(order, () -> {
            if (delivered.isEmpty()) {
                withdraw(order);
            } else {
                invoicing
                        .creditUndelivered(order, delivered, texts.say("The order {0} was cancelled in part.", order))
                        .ifPresent(sending::send);
            }
        });
        return !delivered.isEmpty();
    }

    /** The proforma is withdrawn, the invoice credited, and the client told. */
    private void withdraw(String order) {
        invoicing.withdraw(order, texts.say("The order {0} was cancelled.", order));
        invoices.ofOrder(order).stream()
                .filter(invoice -> invoice.kind() == InvoiceKind.CREDIT_NOTE)
                .forEach(note -> sending.send(note.number()));
    }

    private OffsetDateTime morningOf(@Nullable LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        if (day == null || !day.isAfter(today) || day.isAfter(today.plusDays(WAIT_AT_MOST_DAYS))) {
            throw new Refused("\"Wait until\" must be a day from tomorrow to a year from now.");
        }
        return day.atTime(9, 0).atZone(clock.getZone()).toOffsetDateTime();
    }
}
