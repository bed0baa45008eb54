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
    private final ProposalPaper paper;
    private final Sales sales;
    private final Outbox outbox;
    private final Texts texts;

    ProposalSending(Proposals proposals, ProposalPaper paper, Sales sales, Outbox outbox, Texts texts) {
        this.proposals = proposals;
        this.paper = paper;
        this.sales = sales;
        this.outbox = outbox;
        this.texts = texts;
    }

    void send(String opportunity) {
        var version = proposals.newest(opportunity).orElseThrow();
        String name = opportunity + "-" + version.version();
        String subject = texts.say("Proposal {0}, version {1}", opportunity, version.version());
        outbox.post(Mail.of(
                        "proposal-" + name,
                        sales.email(opportunity).orElseThrow(),
                        subject,
                        texts.say("Please find our proposal attached."))
                .with(new Mail.Attachment(name + ".pdf", "application/pdf", paper.issue(opportunity))));
        proposals.markSent(version.id());
    }
}
