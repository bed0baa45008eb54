package salesconveyor.selling;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.mail.Mail;
import salesconveyor.mail.Outbox;
import salesconveyor.shared.Texts;

/** Puts a proposal into the outbox, once for each version, if it may go as it stands. */
@Component
@Transactional
class ProposalSending {
    private final Proposals proposals;
    private final ProposalPaper paper;
    private final Clearance clearance;
    private final Sales sales;
    private final Outbox outbox;
    private final Texts texts;

    ProposalSending(
            Proposals proposals, ProposalPaper paper, Clearance clearance, Sales sales, Outbox outbox, Texts texts) {
        this.proposals = proposals;
        this.paper = paper;
        this.clearance = clearance;
        this.sales = sales;
        this.outbox = outbox;
        this.texts = texts;
    }

    /**
     * Sends the newest version; one that was sent already stays as it is.
     *
     * @param known what the case knows
     * @return whether it was sent; else the case's story says why not
     */
    boolean send(String opportunity, Map<String, @Nullable Object> known) {
        var version = proposals.newest(opportunity).orElseThrow();
        var obstacle = version.sent() == null ? clearance.obstacle(version, known) : java.util.Optional.<String>empty();
        obstacle.ifPresent(why -> sales.note(opportunity, "sendProposal", "NOT_SENT", null, why));
        if (obstacle.isEmpty()) {
            post(opportunity, version);
        }
        return obstacle.isEmpty();
    }

    private void post(String opportunity, Proposals.Version version) {
        String name = opportunity + "-" + version.version();
        Locale language = paper.language(version);
        outbox.post(Mail.of(
                        "proposal-" + name,
                        sales.email(opportunity).orElseThrow(),
                        texts.say(language, "Proposal {0}, version {1}", opportunity, version.version()),
                        texts.say(language, "Please find our proposal attached."))
                .with(new Mail.Attachment(name + ".pdf", "application/pdf", paper.issue(opportunity))));
        proposals.markSent(version.id(), Seal.of(version, proposals.linesOf(version.id())));
    }
}
