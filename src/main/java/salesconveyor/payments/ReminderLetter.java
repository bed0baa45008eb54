package salesconveyor.payments;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;
import salesconveyor.shared.Money;
import salesconveyor.shared.Texts;

/** The words of a reminder. */
@Component
class ReminderLetter {
    private final Sellers sellers;
    private final Texts texts;

    ReminderLetter(Sellers sellers, Texts texts) {
        this.sellers = sellers;
        this.texts = texts;
    }

    String subject(String level) {
        return switch (level) {
            case "PRE_REMINDER" -> texts.say("Your invoices with us: a friendly note");
            case "REMINDER" -> texts.say("Payment reminder");
            default -> texts.say("Second notice: your payment is overdue");
        };
    }

    String text(String level, List<OpenInvoice> due) {
        Seller seller = sellers.get();
        return String.join(
                "\n\n",
                opening(level),
                due.stream().map(this::line).collect(Collectors.joining("\n")),
                texts.say("In total: {0}", total(due)),
                texts.say(
                        "Please pay to {0}, IBAN {1}, and name the number of the invoice.",
                        seller.name(), seller.iban()),
                texts.say("If you have paid in the last days, please regard this letter as settled."),
                seller.name());
    }

    private String opening(String level) {
        return switch (level) {
            case "PRE_REMINDER" -> texts.say("This is a friendly note on what is to be paid soon:");
            case "REMINDER" -> texts.say("It may have escaped you that these invoices are not paid yet:");
            default ->
                texts.say(
                        "In spite of our reminder these invoices are not paid. Please pay, or tell us what stands against it:");
        };
    }

    private String line(OpenInvoice invoice) {
        return texts.say(
                "{0}, due on {1}: {2}",
                invoice.number(),
                day(invoice.due()),
                Money.of(invoice.open(), invoice.currency()).text(texts.locale()));
    }

    private String total(List<OpenInvoice> due) {
        Map<String, Money> totals = new TreeMap<>();
        due.forEach(
                invoice -> totals.merge(invoice.currency(), Money.of(invoice.open(), invoice.currency()), Money::plus));
        return totals.values().stream().map(money -> money.text(texts.locale())).collect(Collectors.joining(" + "));
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .format(day);
    }
}
