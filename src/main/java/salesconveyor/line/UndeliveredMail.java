package salesconveyor.line;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.acquisition.Opportunity;
import salesconveyor.engine.Identities;
import salesconveyor.mail.Mail;
import salesconveyor.mail.MailFailed;
import salesconveyor.mail.Outbox;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/**
 * A paper did not reach the client: a person must know, for the case waits for an answer that cannot come. Who owns the
 * case hears of it, else the role whose paper it is. Mailings mind their own letters.
 */
@Component
class UndeliveredMail {
    private static final Map<String, Role> WHOSE = Map.of(
            "invoice-", Role.ACCOUNTANTS,
            "dunning-", Role.ACCOUNTANTS,
            "due-", Role.ACCOUNTANTS,
            "proposal-", Role.HEADS,
            "delivery-", Role.HEADS,
            "survey-", Role.HEADS);
    private static final Pattern CASE = Pattern.compile("L-\\d{4}-\\d{6}");

    private final Opportunities opportunities;
    private final Identities identities;
    private final Outbox outbox;
    private final Texts texts;

    UndeliveredMail(Opportunities opportunities, Identities identities, Outbox outbox, Texts texts) {
        this.opportunities = opportunities;
        this.identities = identities;
        this.outbox = outbox;
        this.texts = texts;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void failed(MailFailed letter) {
        WHOSE.entrySet().stream()
                .filter(whose -> letter.key().startsWith(whose.getKey()))
                .findFirst()
                .ifPresent(whose -> tell(letter, whose.getValue()));
    }

    private void tell(MailFailed letter, Role role) {
        String subject = texts.say("Did not arrive: {0}", letter.subject());
        String text =
                texts.say("The letter to {0} did not arrive. The mail server says: {1}", letter.to(), letter.reason())
                        + "\n"
                        + texts.say(
                                "Please find out the right address and send the letter by hand. The next letters go to the address that is entered in the task Prepare proposal, field \"Send the proposal to (e-mail)\", or in the task Complete billing data, field \"E-mail address for invoices\": that task comes by itself before the next invoice.");
        for (String address : owner(letter.key()).map(List::of).orElseGet(() -> identities.emails(role.group()))) {
            outbox.post(Mail.of("undelivered-" + letter.key() + "-" + address, address, subject, text));
        }
    }

    private Optional<String> owner(String key) {
        Matcher number = CASE.matcher(key);
        return number.find()
                ? opportunities.find(number.group()).map(Opportunity::owner).flatMap(identities::email)
                : Optional.empty();
    }
}
