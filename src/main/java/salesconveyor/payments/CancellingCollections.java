package salesconveyor.payments;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.InvoiceKind;
import salesconveyor.billing.InvoiceSending;
import salesconveyor.billing.Invoices;
import salesconveyor.billing.Invoicing;
import salesconveyor.selling.CancelledLines;
import salesconveyor.shared.Texts;

/** Ends the collecting of a case that was cancelled after its service had ended: nobody asks for the money any more. */
@Component
@Transactional
class CancellingCollections {
    private final Invoices invoices;
    private final Invoicing invoicing;
    private final InvoiceSending sending;
    private final CancelledMoney money;
    private final CancelledLines cancelled;
    private final Texts texts;

    CancellingCollections(
            Invoices invoices,
            Invoicing invoicing,
            InvoiceSending sending,
            CancelledMoney money,
            CancelledLines cancelled,
            Texts texts) {
        this.invoices = invoices;
        this.invoicing = invoicing;
        this.sending = sending;
        this.money = money;
        this.cancelled = cancelled;
        this.texts = texts;
    }

    /** Withdraws the proforma, or credits all that was not credited yet and mails the note; what was paid on it is settled. */
    void cancel(String invoiceNumber) {
        Invoice invoice = invoices.get(invoiceNumber);
        String reason = texts.say("The order {0} was cancelled.", invoice.orderNumber());
        money.settle(invoice.orderNumber(), () -> {
            if (invoice.kind() == InvoiceKind.PROFORMA) {
                invoicing.withdraw(invoice.orderNumber(), reason);
            } else {
                sending.send(invoicing.credit(invoiceNumber, reason));
            }
        });
        cancelled.keepOnly(invoice.orderNumber(), Map.of());
    }
}
