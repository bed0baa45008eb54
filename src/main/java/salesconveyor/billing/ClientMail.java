package salesconveyor.billing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.mail.Mail;
import salesconveyor.mail.Outbox;
import salesconveyor.mail.RoleMail;
import salesconveyor.people.Role;
import salesconveyor.selling.Ordering;
import salesconveyor.shared.Texts;

/**
 * A letter to the client of an order. Who gets papers by post gets this one so too: the accountants are sent it to
 * print.
 */
@Component
@Transactional
public class ClientMail {
    private final BillingData data;
    private final Ordering ordering;
    private final Companies companies;
    private final Outbox outbox;
    private final RoleMail roleMail;
    private final Texts texts;

    ClientMail(
            BillingData data, Ordering ordering, Companies companies, Outbox outbox, RoleMail roleMail, Texts texts) {
        this.data = data;
        this.ordering = ordering;
        this.companies = companies;
        this.outbox = outbox;
        this.roleMail = roleMail;
        this.texts = texts;
    }

    /** @param key says what the letter is about; it goes out once, however often it is posted */
    public void post(String order, String key, String subject, String text, Mail.Attachment... files) {
        data.recipient(order)
                .ifPresentOrElse(
                        address -> mail(key, address, subject, text, files),
                        () -> roleMail.post(
                                Role.ACCOUNTANTS,
                                key,
                                texts.say("Please post: {0}", subject),
                                toPrint(order, text),
                                files));
    }

    private void mail(String key, String address, String subject, String text, Mail.Attachment... files) {
        Mail mail = Mail.of(key, address, subject, text).withHeader("Auto-Submitted", "auto-generated");
        for (Mail.Attachment file : files) {
            mail = mail.with(file);
        }
        outbox.post(mail);
    }

    private String toPrint(String order, String text) {
        String company = ordering.get(order).companyNumber();
        String client = companies.get(company).name();
        return String.join(
                "\n\n",
                texts.say("{0} gets this paper by post. Please print and send it.", client),
                data.address(company).map(address -> client + "\n" + address).orElse(client),
                text);
    }
}
