package salesconveyor.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.ClientMail;
import salesconveyor.billing.Invoices;
import salesconveyor.shared.Texts;

/**
 * The days to pay of an order on terms count from its invoice, but not before its last delivery: where the goods come
 * after the invoice, the period begins with them (Directive 2011/7/EU, article 3 (3) (b) (iii)).
 */
@Component
@Transactional
class SettingDueDates {
    private final Deliveries deliveries;
    private final Invoices invoices;
    private final ClientMail mail;
    private final Texts texts;
    private final Clock clock;

    SettingDueDates(Deliveries deliveries, Invoices invoices, ClientMail mail, Texts texts, Clock clock) {
        this.deliveries = deliveries;
        this.invoices = invoices;
        this.mail = mail;
        this.texts = texts;
        this.clock = clock;
    }

    /** Moves the due date to a later day only, and tells the client when it does. */
    void set(String order, String invoiceNumber, int netDays) {
        LocalDate printed = invoices.get(invoiceNumber).due();
        deliveries.ofOrder(order).stream()
                .map(Delivery::shipped)
                .max(Comparator.naturalOrder())
                .map(this::day)
                .filter(delivered -> delivered.plusDays(netDays).isAfter(printed))
                .ifPresent(delivered -> {
                    invoices.extend(invoiceNumber, delivered.plusDays(netDays));
                    tell(order, invoiceNumber, delivered, delivered.plusDays(netDays));
                });
    }

    private void tell(String order, String invoice, LocalDate delivered, LocalDate due) {
        mail.post(
                order,
                "due-" + invoice,
                texts.say("Invoice {0}: more time to pay", invoice),
                texts.say(
                        "Your order {0} was delivered on {1}, so you have longer to pay: the invoice {2} is due on {3}.",
                        order, text(delivered), invoice, text(due)));
    }

    private LocalDate day(OffsetDateTime time) {
        return time.atZoneSameInstant(clock.getZone()).toLocalDate();
    }

    private String text(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(texts.locale())
                .format(day);
    }
}
