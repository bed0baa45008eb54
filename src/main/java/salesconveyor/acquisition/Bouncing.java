package salesconveyor.acquisition;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Recipients.Recipient;
import salesconveyor.companies.MailSuppressions;
import salesconveyor.mail.MailFailed;
import salesconveyor.mail.RoleMail;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/** Letters of mailings that come back: who keeps writing to dead addresses is taken for a sender of spam. */
@Component
class Bouncing {
    private static final int SOFT_IN_A_ROW = 3;
    private static final int REASON = 150;

    private final Recipients recipients;
    private final MailSuppressions suppressions;
    private final RoleMail mail;
    private final Texts texts;

    Bouncing(Recipients recipients, MailSuppressions suppressions, RoleMail mail, Texts texts) {
        this.recipients = recipients;
        this.suppressions = suppressions;
        this.mail = mail;
        this.texts = texts;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void failed(MailFailed letter) {
        recipients.ofMail(letter.key()).ifPresent(recipient -> {
            switch (letter.cause()) {
                case ADDRESS -> {
                    recipients.bounced(recipient.id(), "HARD");
                    suppress(recipient, letter.reason());
                }
                case MOMENT -> {
                    recipients.bounced(recipient.id(), "SOFT");
                    if (recipients.softInARow(recipient, SOFT_IN_A_ROW)) {
                        suppress(recipient, letter.reason());
                    }
                }
                case LETTER -> {
                    recipients.bounced(recipient.id(), "LETTER");
                    tell(recipient.campaignNumber(), letter.reason());
                }
            }
        });
    }

    private void suppress(Recipient recipient, String reason) {
        String why = "bounced " + recipient.campaignNumber() + ": " + reason;
        suppressions.add(recipient.email(), why.substring(0, Math.min(why.length(), REASON)));
    }

    /** The server refuses us, not the address. One letter for a mailing, however many it refuses. */
    private void tell(String campaign, String reason) {
        mail.post(
                Role.MARKETERS,
                "refused-" + campaign,
                texts.say("The mail server refuses letters of mailing {0}", campaign),
                texts.say("It says: {0}", reason));
    }
}
