package salesconveyor.payments;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;
import salesconveyor.engine.Decisions;
import salesconveyor.shared.Money;
import salesconveyor.shared.Texts;

/** The letter about unpaid invoices: its words stand in the table reminderLetter, its figures come from the books. */
@Component
class ReminderLetter {
    private final Sellers sellers;
    private final Decisions decisions;
    private final Texts texts;

    ReminderLetter(Sellers sellers, Decisions decisions, Texts texts) {
        this.sellers = sellers;
        this.decisions = decisions;
        this.texts = texts;
    }

    /** What goes to the client. */
    record Words(String subject, String text) {}

    /** The letter for the highest level among these invoices, in the words of the owner's table. */
    Words words(String level, List<OpenInvoice> due) {
        Seller seller = sellers.get();
        Map<String, String> said = decisions.row(
                "reminderLetter",
                Map.of("dunningStep", level, "language", texts.locale().getLanguage()));
        return new Words(
                said.getOrDefault("subject", ""),
                String.join(
                        "\n\n",
                        said.getOrDefault("opening", ""),
                        due.stream().map(this::line).collect(Collectors.joining("\n")),
                        texts.say("In total: {0}", total(due)),
                        texts.say(
                                        "Please pay to {0}, IBAN {1}, and name the number of the invoice.",
                                        seller.name(), seller.iban())
                                + bank(seller),
                        said.getOrDefault("closing", ""),
                        seller.name()));
    }

    /** A Russian account is found by the code of its bank alone. */
    private String bank(Seller seller) {
        return seller.profile().equals("RU") && seller.bic() != null
                ? "\n" + texts.say("Bank of the payee: {0}, BIC {1}", Objects.toString(seller.bank(), ""), seller.bic())
                : "";
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
