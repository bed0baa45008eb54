package salesconveyor.selling;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.mail.Mail;
import salesconveyor.mail.Outbox;
import salesconveyor.shared.Texts;

/** Puts a proposal into the outbox, once for each version. */
@Component
@Transactional
class ProposalSending {
    private final Proposals proposals;
    private final Pricing pricing;
    private final Sales sales;
    private final Outbox outbox;
    private final Texts texts;

    ProposalSending(Proposals proposals, Pricing pricing, Sales sales, Outbox outbox, Texts texts) {
        this.proposals = proposals;
        this.pricing = pricing;
        this.sales = sales;
        this.outbox = outbox;
        this.texts = texts;
    }

    void send(String opportunity) {
        var version = proposals.newest(opportunity).orElseThrow();
        String text = texts.say("Please find our proposal below. All prices are net.")
                + "\n\n"
                + pricing.summary(opportunity)
                + (version.remarks() == null ? "" : "\n\n" + version.remarks());
        String subject = texts.say("Proposal {0}, version {1}", opportunity, version.version());
        outbox.post(
                Mail.of("proposal-" + opportunity + "-" + version.version(), sales.email(opportunity), subject, text));
        proposals.markSent(version.id());
    }
}
