package salesconveyor.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.ClientMail;
import salesconveyor.billing.ClosingSending;
import salesconveyor.billing.PaperTrace;
import salesconveyor.mail.Mail;
import salesconveyor.shared.Texts;

/** Tells the client what is on its way. */
@Component
@Transactional
public class Announcing {
    private final Deliveries deliveries;
    private final DeliveryNotes notes;
    private final ClientMail mail;
    private final ClosingSending closing;
    private final PaperTrace trace;
    private final Clock clock;
    private final Texts texts;

    Announcing(
            Deliveries deliveries,
            DeliveryNotes notes,
            ClientMail mail,
            ClosingSending closing,
            PaperTrace trace,
            Clock clock,
            Texts texts) {
        this.deliveries = deliveries;
        this.notes = notes;
        this.mail = mail;
        this.closing = closing;
        this.trace = trace;
        this.clock = clock;
        this.texts = texts;
    }

    /** Sends every delivery of the order with its paper, each once. */
    void announce(String order) {
        deliveries.ofOrder(order).forEach(delivery -> {
            tell(delivery, "delivery-" + delivery.number());
            trace.once(delivery.number(), PaperTrace.SENT);
        });
    }

    /** The same letter once more. @param who asks for it */
    public void announceAgain(Delivery delivery, String who) {
        String number = delivery.number();
        trace.add(number, PaperTrace.SENT_AGAIN, who);
        tell(delivery, "delivery-" + number + "-" + trace.count(number, PaperTrace.SENT_AGAIN));
    }

    private void tell(Delivery delivery, String key) {
        List<Mail.Attachment> files = new ArrayList<>();
        files.add(new Mail.Attachment(
                delivery.number() + ".pdf",
                "application/pdf",
                notes.pdf(delivery.number()).orElseThrow()));
        files.addAll(closing.attach(
                delivery.orderNumber(),
                delivery.number(),
                delivery.shipped().atZoneSameInstant(clock.getZone()).toLocalDate(),
                delivery.lines().stream()
                        .collect(Collectors.toMap(Delivery.Line::line, Delivery.Line::quantity, BigDecimal::add))));
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
        if (files.size() > 1) {
            text += "\n\n"
                    + texts.say("The closing papers are attached, too. Please sign them and send one copy back.");
        }
        mail.post(
                delivery.orderNumber(),
                key,
                texts.say("Delivery {0} for your order {1}", delivery.number(), delivery.orderNumber()),
                text,
                files.toArray(Mail.Attachment[]::new));
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
