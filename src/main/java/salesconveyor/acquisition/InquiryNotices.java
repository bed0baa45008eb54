package salesconveyor.acquisition;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.Identities;
import salesconveyor.mail.Mail;
import salesconveyor.mail.Outbox;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/** Letters to our own people about inquiries that no task would show them. */
@Component
@Transactional
class InquiryNotices {
    private final Opportunities opportunities;
    private final Identities identities;
    private final Outbox outbox;
    private final Texts texts;

    InquiryNotices(Opportunities opportunities, Identities identities, Outbox outbox, Texts texts) {
        this.opportunities = opportunities;
        this.identities = identities;
        this.outbox = outbox;
        this.texts = texts;
    }

    /** The company is on the suppression list: the heads decide who answers. */
    void forbidden(long id, InquiryCheck.Clean inquiry, String company) {
        post(
                id,
                identities.emails(Role.HEADS.group()),
                texts.say("{0} wrote to us although contact is forbidden", inquiry.company()),
                texts.say(
                        "Nothing was started, because company {0} is on the suppression list. Please decide who answers.",
                        company),
                inquiry);
    }

    /** The case is past selling, or waits in a list: its owner hears of it, else the heads. */
    void elsewhere(long id, InquiryCheck.Clean inquiry, String opportunity) {
        List<String> owner = owner(opportunity);
        post(
                id,
                owner,
                texts.say("{0} wrote to us", inquiry.company()),
                texts.say("Their case {0} runs already, so no other was started. Please answer.", opportunity),
                inquiry);
    }

    private List<String> owner(String opportunity) {
        return opportunities
                .owner(opportunity)
                .flatMap(identities::email)
                .map(List::of)
                .orElseGet(() -> identities.emails(Role.HEADS.group()));
    }

    /** The same for somebody who called or was talked about: what was typed in is the letter. */
    void heard(String opportunity, String company, String why, String words) {
        String subject = texts.say("{0} wrote to us or called", company);
        owner(opportunity)
                .forEach(address -> outbox.post(Mail.of(
                        "heard-" + opportunity + "-" + UUID.randomUUID(), address, subject, why + "\n\n" + words)));
    }

    private void post(long id, List<String> to, String subject, String why, InquiryCheck.Clean inquiry) {
        String text = why + "\n\n" + inquiry.message() + "\n\n" + inquiry.person() + ", " + inquiry.email()
                + (inquiry.phone() == null ? "" : ", " + inquiry.phone());
        to.forEach(address -> outbox.post(Mail.of("inquiry-" + id + "-" + address, address, subject, text)));
    }
}
