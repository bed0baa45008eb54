package salesconveyor.acquisition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Campaigns.Campaign;
import salesconveyor.acquisition.Recipients.Recipient;
import salesconveyor.companies.MailingContact;
import salesconveyor.companies.MailingContacts;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;
import salesconveyor.mail.Mail;
import salesconveyor.mail.Outbox;

/** The marketer's craft: one letter to many who want it, and only to them. */
@Component
@Transactional
class Campaigning {
    private static final int MOST_TRIES = 3;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 3000;

    private final Campaigns campaigns;
    private final Recipients recipients;
    private final MailingPlan plan;
    private final MailingLetter letter;
    private final MailingContacts contacts;
    private final Outbox outbox;
    private final int batch;

    Campaigning(
            Campaigns campaigns,
            Recipients recipients,
            MailingPlan plan,
            MailingLetter letter,
            MailingContacts contacts,
            Outbox outbox,
            @Value("${conveyor.acquisition.mailing-batch:100}") int batch) {
        this.campaigns = campaigns;
        this.recipients = recipients;
        this.plan = plan;
        this.letter = letter;
        this.contacts = contacts;
        this.outbox = outbox;
        this.batch = Math.max(1, batch);
    }

    /** @return the number of the new mailing */
    String open(FormValues form) {
        return campaigns.open(form.required("campaignName"));
    }

    /** @return whether the mailing is ready to be approved; else it is discarded */
    boolean prepare(String number, FormValues form, @Nullable String author) {
        boolean ready = outcome(form);
        String segment = form.text("segment");
        String clientClass = form.text("mailingClass");
        String industry = form.text("mailingIndustry");
        String region = form.text("mailingRegion");
        String subject = form.text("mailingSubject");
        String text = form.text("mailingText");
        if (ready) {
            Segment chosen = Segment.of(segment);
            String title = written(subject, "Please write a subject of at most {0} characters.", LONGEST_SUBJECT);
            String body = written(text, "Please write a text of at most {0} characters.", LONGEST_TEXT);
            MailingLetter.check(title);
            MailingLetter.check(body);
            List<MailingContact> list = plan.recipients(chosen, clientClass, industry, region);
            if (list.isEmpty()) {
                throw new Refused(
                        "Nobody of these recipients may get a mailing now; please choose others, or wait until somebody agrees to get news.");
            }
            campaigns.write(number, new Campaigns.Content(chosen, clientClass, industry, region, title, body), author);
            recipients.list(number, list);
        }
        return ready;
    }

    private static boolean outcome(FormValues form) {
        return switch (form.required("outcome")) {
            case "READY" -> true;
            case "DISCARD" -> false;
            default -> throw new Refused("Please choose what to do with the mailing.");
        };
    }

    private static String written(@Nullable String text, String sentence, int longest) {
        if (text == null || text.length() > longest) {
            throw new Refused(sentence, longest);
        }
        return text;
    }

    /** The letter as its first recipient will read it, without the secret of the links: a form is no place for it. */
    String preview(String number) {
        return letter.read(
                write(campaigns.get(number), recipients.open(number, 1).get(0).specimen()));
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
        Campaign campaign = campaigns.get(number);
        for (Recipient recipient : recipients.open(number, batch)) {
            if (contacts.mayGet(recipient.email(), recipient.companyNumber())) {
                outbox.post(write(campaign, recipient));
                recipients.sent(recipient.id());
            } else {
                recipients.skipped(recipient.id());
            }
        }
        return !recipients.open(number, 1).isEmpty();
    }

    private Mail write(Campaign campaign, Recipient recipient) {
        return letter.write(String.valueOf(campaign.subject()), String.valueOf(campaign.body()), recipient);
    }
}
