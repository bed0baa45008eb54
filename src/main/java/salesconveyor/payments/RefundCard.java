package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoices;
import salesconveyor.companies.Companies;
import salesconveyor.shared.Money;
import salesconveyor.shared.Texts;

/** What an accountant reads before paying back. */
@Component
@Transactional(readOnly = true)
class RefundCard {
    private static final int MOST_CHARACTERS = 3500; // of a process variable

    private final Refunds refunds;
    private final Payments payments;
    private final Invoices invoices;
    private final Companies companies;
    private final Texts texts;

    RefundCard(Refunds refunds, Payments payments, Invoices invoices, Companies companies, Texts texts) {
        this.refunds = refunds;
        this.payments = payments;
        this.invoices = invoices;
        this.companies = companies;
        this.texts = texts;
    }

    String sum(String number) {
        Refund refund = refunds.get(number);
        return Money.of(refund.amount(), refund.currency()).text(texts.locale());
    }

    String account(String number) {
        return Objects.requireNonNullElse(refunds.get(number).account(), "");
    }

    String company(String number) {
        return Objects.requireNonNullElse(refunds.get(number).companyNumber(), "");
    }

    /** Why it came to the accountant, who paid, when, from where and for what, and which papers it is about. */
    String facts(String number) {
        Refund refund = refunds.get(number);
        String client = refund.companyNumber();
        Payments.Booked payment = payments.get(refund.payment());
        String lines = Stream.of(
                        why(refund),
                        client == null
                                ? null
                                : texts.say(
                                        "Client: {0}, {1}",
                                        companies.get(client).name(), client),
                        texts.say("Payer: {0}", or(refund.payer())),
                        texts.say("Account: {0}", or(refund.account())),
                        texts.say(
                                "Payment {0} of {1}: {2}",
                                payment.number(), day(payment.paid()), money(payment.amount(), payment.currency())),
                        settled(refund),
                        refund.orderNumber() == null
                                ? null
                                : texts.say("Papers of the order: {0}", papers(refund.orderNumber())),
                        texts.say("Reference of the transfer: {0}", refund.number()),
                        refund.purpose().isBlank() ? null : texts.say("What the payer wrote: {0}", refund.purpose()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return Objects.requireNonNull(Statements.cut(lines, MOST_CHARACTERS));
    }

    private String why(Refund refund) {
        if (refund.orderNumber() != null) {
            return texts.say(
                    "The order {0} was cancelled, all of it or a part: what was paid for it is over.",
                    refund.orderNumber());
        }
        return refund.asked()
                ? texts.say("An accountant said that the payer gets it back.")
                : texts.say("The client paid more than he owed.");
    }

    /** What the same payment paid. */
    private String settled(Refund refund) {
        String parts = payments.parts(refund.payment()).stream()
                .map(part -> part.invoiceNumber() + " " + money(part.amount(), refund.currency()))
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? texts.say("It settles no invoice.") : texts.say("It settles: {0}", parts);
    }

    private String papers(String order) {
        return invoices.ofOrder(order).stream()
                .map(paper -> paper.number() + " " + money(paper.gross(), paper.currency())
                        + (paper.withdrawn() ? " (" + texts.say("withdrawn") + ")" : ""))
                .collect(Collectors.joining(", "));
    }

    private String money(BigDecimal amount, String currency) {
        return Money.of(amount, currency).text(texts.locale());
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .format(day);
    }

    private String or(@Nullable String text) {
        return text == null ? texts.say("not told by the bank") : text;
    }
}
