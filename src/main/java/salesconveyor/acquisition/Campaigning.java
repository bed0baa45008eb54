package salesconveyor.acquisition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Recipients.Recipient;
import salesconveyor.companies.Companies;
import salesconveyor.companies.MailingContact;
import salesconveyor.companies.MailingContacts;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;
import salesconveyor.mail.Mail;
import salesconveyor.mail.Outbox;
import salesconveyor.shared.PublicAddress;
import salesconveyor.shared.Texts;

/** The marketer's craft: one letter to many who want it, and only to them. */
@Component
@Transactional
class Campaigning {
    private static final int BATCH = 100;
    private static final int MOST_TRIES = 3;

    private final Campaigns campaigns;
    private final Recipients recipients;
    private final MailingContacts contacts;
    private final Opportunities opportunities;
    private final Companies companies;
    private final Outbox outbox;
    private final PublicAddress address;
    private final Texts texts;

    Campaigning(
            Campaigns campaigns,
            Recipients recipients,
            MailingContacts contacts,
            Opportunities opportunities,
            Companies companies,
            Outbox outbox,
            PublicAddress address,
            Texts texts) {
        this.campaigns = campaigns;
        this.recipients = recipients;
        this.contacts = contacts;
        this.opportunities = opportunities;
        this.companies = companies;
        this.outbox = outbox;
        this.address = address;
        this.texts = texts;
    }

    /** @return the number of the new mailing */
    String open(FormValues form) {
        return campaigns.open(form.required("campaignName"));
    }

    /** @return whether the mailing is ready to be approved; else it is discarded */
    boolean prepare(String number, FormValues form, @Nullable String author) {
        boolean ready = form.required("outcome").equals("READY");
        String segment = form.text("segment");
        String subject = form.text("mailingSubject");
        String body = form.text("mailingText");
        if (ready && segment != null && subject != null && body != null) {
            check(subject);
            check(body);
            List<MailingContact> list = select(Segment.valueOf(segment));
            if (list.isEmpty()) {
                throw new Refused(
                        "Nobody of these recipients may get a mailing now; please choose others, or wait until somebody agrees to get news.");
            }
            campaigns.write(number, Segment.valueOf(segment), subject, body, author);
            recipients.list(number, list);
        }
        return ready;
    }

    private static void check(String text) {
        new MergeText(text).unknown().ifPresent(field -> {
            throw new Refused("{0} is not a merge field; there are {1}.", field, "{company}, {name}, {link}");
        });
    }

    private List<MailingContact> select(Segment segment) {
        return switch (segment) {
            case CONSENTING -> contacts.consenting();
            case CLIENTS -> contacts.clients();
            case NURTURE -> {
                Set<String> undecided = opportunities.companiesInNurture();
                yield contacts.consenting().stream()
                        .filter(contact -> undecided.contains(contact.companyNumber()))
                        .toList();
            }
        };
    }

    /** The letter as its first recipient will read it, without the secret of the links: a form is no place for it. */
    String preview(String number) {
        Mail letter =
                letter(campaigns.get(number), recipients.open(number, 1).get(0).specimen());
        return texts.say("Subject") + ": " + letter.subject() + "\n\n" + letter.text();
    }

    boolean decide(String number, FormValues form, @Nullable String head) {
        boolean approved = form.required("outcome").equals("APPROVE");
        String reason = form.text("rejectReason");
        if (approved) {
            campaigns.approved(number, head);
        } else {
            campaigns.rejected(number, reason == null ? "" : reason);
        }
        return approved;
    }

    boolean mayTryAgain(String number) {
        return campaigns.get(number).rejections() < MOST_TRIES;
    }

    /** @return whether somebody is left for the next batch */
    boolean sendBatch(String number) {
        var campaign = campaigns.get(number);
        for (Recipient recipient : recipients.open(number, BATCH)) {
            if (contacts.mayGet(recipient.email(), recipient.companyNumber())) {
                outbox.post(letter(campaign, recipient));
                recipients.sent(recipient.id());
            } else {
                recipients.skipped(recipient.id());
            }
        }
        return !recipients.open(number, 1).isEmpty();
    }

    private Mail letter(Campaigns.Campaign campaign, Recipient recipient) {
        String company = companies.get(recipient.companyNumber()).name();
        String person = recipient.person();
        String link = address.link("/public/inquiry?m=" + recipient.token());
        String unsubscribe = address.link("/public/unsubscribe/" + recipient.token());
        Map<String, String> values =
                Map.of("company", company, "name", person == null ? company : person, "link", link);
        String body = String.valueOf(campaign.body());
        String text = new MergeText(body).filled(values)
                + (new MergeText(body).names("link") ? "" : "\n\n" + texts.say("Write to us: {0}", link))
                + "\n\n-- \n"
                + texts.say(
                        "You get this letter because you agreed to it or are our client. No more letters: {0}",
                        unsubscribe);
        String subject = new MergeText(String.valueOf(campaign.subject())).filled(values);
        return Mail.of(Recipients.mailKey(recipient), recipient.email(), subject, text)
                .withHeader("List-Unsubscribe", "<" + unsubscribe + ">")
                .withHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
}
