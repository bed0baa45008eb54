package salesconveyor.acquisition;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Recipients.Recipient;
import salesconveyor.companies.MailingContacts;
import salesconveyor.mail.LastLook;
import salesconveyor.mail.Mail;

/** Between a batch and its sending may lie a night without a mail server, in which somebody unsubscribes. */
@Component
@Transactional
class MailingLook implements LastLook {
    private final Recipients recipients;
    private final MailingContacts contacts;

    MailingLook(Recipients recipients, MailingContacts contacts) {
        this.recipients = recipients;
        this.contacts = contacts;
    }

    @Override
    public boolean maySend(Mail mail) {
        return recipients.ofMail(mail.key()).map(this::mayGet).orElse(true);
    }

    private boolean mayGet(Recipient recipient) {
        boolean free = contacts.mayGet(recipient.email(), recipient.companyNumber());
        if (!free) {
            recipients.withdrawn(recipient.id());
        }
        return free;
    }
}
