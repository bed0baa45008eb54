package salesconveyor.mail;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.Identities;
import salesconveyor.people.Role;

/** A letter to everybody in a role who has an address. */
@Component
public class RoleMail {
    private final Identities identities;
    private final Outbox outbox;

    RoleMail(Identities identities, Outbox outbox) {
        this.identities = identities;
        this.outbox = outbox;
    }

    /** @param key says what the letter is about; each person gets one letter with it, however often it is posted */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Role role, String key, String subject, String text, Mail.Attachment... files) {
        for (String address : identities.emails(role.group())) {
            Mail mail = Mail.of(key + "-" + address, address, subject, text);
            for (Mail.Attachment file : files) {
                mail = mail.with(file);
            }
            outbox.post(mail);
        }
    }
}
