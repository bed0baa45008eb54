package salesconveyor.acquisition;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.MailSuppressions;

/** A recipient of a mailing wants no more of them. Calls, proposals and invoices are not concerned. */
@Component
@Transactional
public class Unsubscribing {
    private final Recipients recipients;
    private final MailSuppressions suppressions;

    Unsubscribing(Recipients recipients, MailSuppressions suppressions) {
        this.recipients = recipients;
        this.suppressions = suppressions;
    }

    /** The address that this token of a letter belongs to. */
    public Optional<String> address(String token) {
        return recipients.find(token).map(Recipients.Recipient::email);
    }

    /** @return the address that gets no more mailings; empty when no letter has this token */
    public Optional<String> unsubscribe(String token) {
        return recipients.find(token).map(recipient -> {
            // First the recipient's row: two clicks at once wait for each other here.
            recipients.unsubscribed(recipient.id());
            suppressions.add(recipient.email(), "unsubscribed from " + recipient.campaignNumber());
            return recipient.email();
        });
    }
}
