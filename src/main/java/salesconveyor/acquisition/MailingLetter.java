package salesconveyor.acquisition;

import java.util.Map;
import org.springframework.stereotype.Component;
import salesconveyor.acquisition.Recipients.Recipient;
import salesconveyor.companies.Companies;
import salesconveyor.engine.Refused;
import salesconveyor.mail.Mail;
import salesconveyor.shared.PublicAddress;
import salesconveyor.shared.Texts;

/** Writes the letter of a mailing to one recipient, with their personal links. */
@Component
class MailingLetter {
    private final Companies companies;
    private final PublicAddress address;
    private final Texts texts;

    MailingLetter(Companies companies, PublicAddress address, Texts texts) {
        this.companies = companies;
        this.address = address;
        this.texts = texts;
    }

    /** A merge field that nothing can be filled in for is refused by its name. */
    static void check(String text) {
        new MergeText(text).unknown().ifPresent(field -> {
            throw new Refused("{0} is not a merge field; there are {1}.", field, "{company}, {name}, {link}");
        });
    }

    Mail write(String subject, String body, Recipient recipient) {
        String company = companies.get(recipient.companyNumber()).name();
        String person = recipient.person();
        String link = address.link("/public/inquiry?m=" + recipient.token());
        String unsubscribe = address.link("/public/unsubscribe/" + recipient.token());
        Map<String, String> values =
                Map.of("company", company, "name", person == null ? company : person, "link", link);
        String text = new MergeText(body).filled(values)
                + (new MergeText(body).names("link") ? "" : "\n\n" + texts.say("Write to us: {0}", link))
                + "\n\n-- \n"
                + texts.say(
                        "You get this letter because you agreed to it or are our client. No more letters: {0}",
                        unsubscribe);
        return Mail.of(Recipients.mailKey(recipient), recipient.email(), new MergeText(subject).filled(values), text)
                .withHeader("List-Unsubscribe", "<" + unsubscribe + ">")
                .withHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /** What the person reads. */
    String read(Mail letter) {
        return texts.say("Subject") + ": " + letter.subject() + "\n\n" + letter.text();
    }
}
