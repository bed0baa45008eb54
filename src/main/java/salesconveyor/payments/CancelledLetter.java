package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.ClientMail;
import salesconveyor.billing.Invoice;
import salesconveyor.companies.ClientLanguages;
import salesconveyor.shared.Dates;
import salesconveyor.shared.Money;
import salesconveyor.shared.Texts;

/** Tells a client, in his language, that an order is cancelled and what becomes of the money that he paid for it. */
@Component
@Transactional
class CancelledLetter {
    private final ClientMail mail;
    private final ClientLanguages languages;
    private final Texts texts;
    private final Dates dates;
    private final Clock clock;

    CancelledLetter(ClientMail mail, ClientLanguages languages, Texts texts, Dates dates, Clock clock) {
        this.mail = mail;
        this.languages = languages;
        this.texts = texts;
        this.dates = dates;
        this.clock = clock;
    }

    /** He must not pay the proforma any more. */
    void withdrawn(Invoice proforma, CancelledMoney.Use use) {
        Locale language = language(proforma);
        String number = proforma.number();
        String order = proforma.orderNumber();
        boolean expired =
                proforma.due().isBefore(LocalDate.now(clock)) && use.paid().compareTo(proforma.gross()) < 0;
        String opening = expired
                ? texts.say(
                        language,
                        "The proforma invoice {0} was valid until {1} and was not paid in full, so we have cancelled the order {2}. Please do not pay it any more.",
                        number,
                        dates.day(proforma.due(), language),
                        order)
                : texts.say(
                        language,
                        "We have cancelled the order {0} and withdrawn the proforma invoice {1}. Please do not pay it any more.",
                        order,
                        number);
        String paid = use.paid().signum() == 0
                ? texts.say(language, "You have paid nothing on it, and nothing is owed on either side.")
                : texts.say(language, "You have paid {0} on it.", money(use.paid(), proforma, language));
        mail.post(
                order,
                "withdrawn-" + number,
                expired
                        ? texts.say(language, "The proforma invoice {0} has expired", number)
                        : texts.say(language, "The proforma invoice {0} is withdrawn", number),
                letter(opening, paid, uses(use, proforma, language)));
    }

    /** @param freed all that came off the papers of this order so far: it tells one letter from the next */
    void credited(Invoice paper, CancelledMoney.Use use, BigDecimal freed) {
        Locale language = language(paper);
        mail.post(
                paper.orderNumber(),
                "over-" + paper.orderNumber() + "-" + freed.toPlainString(),
                texts.say(language, "Order {0}: what you paid too much", paper.orderNumber()),
                letter(
                        texts.say(
                                language,
                                "With the credit note for the order {0} you have paid us {1} more than you owe.",
                                paper.orderNumber(),
                                money(use.paid(), paper, language)),
                        uses(use, paper, language)));
    }

    /** He paid when it was too late. */
    void late(Invoice proforma, long payment, CancelledMoney.Use use) {
        Locale language = language(proforma);
        mail.post(
                proforma.orderNumber(),
                "late-" + payment,
                texts.say(language, "Your payment for the proforma invoice {0} came too late", proforma.number()),
                letter(
                        texts.say(
                                language,
                                "Your payment of {0} came when the proforma invoice {1} was not valid any more and the order {2} was cancelled.",
                                money(use.paid(), proforma, language),
                                proforma.number(),
                                proforma.orderNumber()),
                        uses(use, proforma, language),
                        texts.say(language, "If you still want what you ordered, please tell us.")));
    }

    private @Nullable String uses(CancelledMoney.Use use, Invoice paper, Locale language) {
        String lines = Stream.of(
                        say(use.back(), "We pay {0} back to the account from which it came.", paper, language),
                        say(
                                use.kept(),
                                "{0} is your credit: we set it off against your next invoice. If you would rather have it back, please tell us.",
                                paper,
                                language),
                        say(use.setOff(), "{0} is set off against other invoices of yours.", paper, language))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    private @Nullable String say(BigDecimal amount, String english, Invoice paper, Locale language) {
        return amount.signum() <= 0 ? null : texts.say(language, english, money(amount, paper, language));
    }

    private static String letter(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("\n\n"));
    }

    private Locale language(Invoice paper) {
        return languages.of(paper.companyNumber());
    }

    private static String money(BigDecimal amount, Invoice paper, Locale language) {
        return Money.of(amount, paper.currency()).text(language);
    }
}
