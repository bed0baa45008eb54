package salesconveyor.payments;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.shared.Money;
import salesconveyor.shared.Texts;

/** What an accountant reads before paying back. */
@Component
@Transactional(readOnly = true)
class RefundCard {
    private static final int MOST_CHARACTERS = 3500; // of a process variable

    private final Refunds refunds;
    private final Companies companies;
    private final Texts texts;

    RefundCard(Refunds refunds, Companies companies, Texts texts) {
        this.refunds = refunds;
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

    /** Why it came to the accountant, who paid, when, from where and for what. */
    String facts(String number) {
        Refund refund = refunds.get(number);
        String client = refund.companyNumber();
        String lines = Stream.of(
                        refund.asked()
                                ? texts.say("An accountant said that the payer gets it back.")
                                : texts.say("The client paid more than he owed."),
                        client == null
                                ? null
                                : texts.say(
                                        "Client: {0}, {1}",
                                        companies.get(client).name(), client),
                        texts.say("Payer: {0}", or(refund.payer())),
                        texts.say("Account: {0}", or(refund.account())),
                        texts.say("Reference of the transfer: {0}", refund.number()),
                        refund.purpose().isBlank() ? null : texts.say("What the payer wrote: {0}", refund.purpose()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return Objects.requireNonNull(Statements.cut(lines, MOST_CHARACTERS));
    }

    private String or(@org.jspecify.annotations.Nullable String text) {
        return text == null ? texts.say("not told by the bank") : text;
    }
}
