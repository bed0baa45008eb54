package salesconveyor.service;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.ClientMail;
import salesconveyor.mail.Mail;
import salesconveyor.shared.Texts;

/** Tells the client what is on its way. */
@Component
@Transactional
class Announcing {
    private final Deliveries deliveries;
    private final DeliveryNotes notes;
    private final ClientMail mail;
    private final Texts texts;

    Announcing(Deliveries deliveries, DeliveryNotes notes, ClientMail mail, Texts texts) {
        this.deliveries = deliveries;
        this.notes = notes;
        this.mail = mail;
        this.texts = texts;
    }

    /** Sends every delivery of the order with its paper, each once. */
    void announce(String order) {
        deliveries.ofOrder(order).forEach(delivery -> tell(order, delivery));
    }

    private void tell(String order, Delivery delivery) {
        Dispatch dispatch = delivery.dispatch();
        String text = what(delivery);
        if (dispatch.trackingNumber() != null) {
            text += "\n\n"
                    + texts.say(
                            "Number of the parcel: {0}",
                            Stream.of(dispatch.carrier(), dispatch.trackingNumber())
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.joining(" ")));
        }
        if (dispatch.tracking() != null) {
            text += "\n\n" + texts.say("Follow the delivery here: {0}", dispatch.tracking());
        }
        if (dispatch.note() != null) {
            text += "\n\n" + dispatch.note();
        }
        mail.post(
                order,
                "delivery-" + delivery.number(),
                texts.say("Delivery {0} for your order {1}", delivery.number(), delivery.orderNumber()),
                text,
                new Mail.Attachment(
                        delivery.number() + ".pdf",
                        "application/pdf",
                        notes.pdf(delivery.number()).orElseThrow()));
    }

    private String what(Delivery delivery) {
        Dispatch dispatch = delivery.dispatch();
        return dispatch.acceptedOn() == null
                ? texts.say("We have sent your order {0}. The delivery note is attached.", delivery.orderNumber())
                : texts.say(
                        "The work of your order {0} is done: {1} accepted it on {2}. The delivery note is attached.",
                        delivery.orderNumber(),
                        String.valueOf(dispatch.acceptedBy()),
                        notes.day(dispatch.acceptedOn()));
    }
}
