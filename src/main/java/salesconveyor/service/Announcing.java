package salesconveyor.service;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.mail.Mail;
import salesconveyor.mail.Outbox;
import salesconveyor.selling.Ordering;
import salesconveyor.shared.Texts;

/** Tells the client what is on its way. */
@Component
@Transactional
class Announcing {
    private final Deliveries deliveries;
    private final DeliveryNotes notes;
    private final Ordering ordering;
    private final Outbox outbox;
    private final Texts texts;

    Announcing(Deliveries deliveries, DeliveryNotes notes, Ordering ordering, Outbox outbox, Texts texts) {
        this.deliveries = deliveries;
        this.notes = notes;
        this.ordering = ordering;
        this.outbox = outbox;
        this.texts = texts;
    }

    /** Mails every delivery of the order with its paper, each once. */
    void announce(String order) {
        String email = ordering.get(order).email();
        if (email != null) {
            deliveries.ofOrder(order).forEach(delivery -> outbox.post(letter(delivery, email)));
        }
    }

    private Mail letter(Delivery delivery, String email) {
        String text = texts.say("We have sent your order {0}. The delivery note is attached.", delivery.orderNumber());
        if (delivery.tracking() != null) {
            text += "\n\n" + texts.say("Follow the delivery here: {0}", delivery.tracking());
        }
        if (delivery.note() != null) {
            text += "\n\n" + delivery.note();
        }
        String subject = texts.say("Delivery {0} for your order {1}", delivery.number(), delivery.orderNumber());
        byte[] paper = notes.pdf(delivery.number()).orElseThrow();
        return Mail.of("delivery-" + delivery.number(), email, subject, text)
                .withHeader("Auto-Submitted", "auto-generated")
                .with(new Mail.Attachment(delivery.number() + ".pdf", "application/pdf", paper));
    }
}
