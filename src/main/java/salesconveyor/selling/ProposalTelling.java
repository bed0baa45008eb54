package salesconveyor.selling;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;
import salesconveyor.engine.Variable;
import salesconveyor.shared.Texts;
import salesconveyor.shared.pdf.PaperNumbers;
import salesconveyor.work.DecisionHistory;

/** Proposals as plain text, for the forms of whoever approves and negotiates them. */
@Component
@Transactional(readOnly = true)
class ProposalTelling {
    private final Proposals proposals;
    private final ProposalVersions versions;
    private final Clearance clearance;
    private final DecisionHistory decisions;
    private final Sellers sellers;
    private final Texts texts;

    ProposalTelling(
            Proposals proposals,
            ProposalVersions versions,
            Clearance clearance,
            DecisionHistory decisions,
            Sellers sellers,
            Texts texts) {
        this.proposals = proposals;
        this.versions = versions;
        this.clearance = clearance;
        this.decisions = decisions;
        this.sellers = sellers;
        this.texts = texts;
    }

    /** The newest version, and what is different in it. */
    String newest(String opportunity) {
        return proposals
                .newest(opportunity)
                .map(version -> summary(version) + changes(opportunity, version))
                .orElse("");
    }

    /** What was sent to the client last; empty when nothing was sent. */
    String sent(String opportunity) {
        return proposals.sent(opportunity).map(this::summary).orElse("");
    }

    /** What a head of sales decides by, and why the decision table asks for it. */
    String figures(String opportunity) {
        Totals totals = Totals.of(proposals.lines(opportunity));
        String why = decisions
                .last(opportunity, "discountApproval")
                .map(decided -> "\n" + texts.say("Why you are asked: {0}", decided.explanation()))
                .orElse("");
        return texts.say("Highest discount: {0} %", totals.discountPercent())
                + "\n"
                + texts.say("Margin: {0} %", totals.marginPercent())
                + why;
    }

    private String summary(Proposals.Version version) {
        List<ProposalLine> lines = proposals.linesOf(version.id());
        String currency = sellers.find().map(Seller::currency).orElse("");
        var print = new PaperNumbers(texts.locale(), currency);
        String whole = version.discountPercent().signum() == 0
                ? ""
                : "\n" + texts.say("Discount on the whole: {0} %", version.discountPercent());
        String text = lines.stream().map(line -> line(line, print)).collect(Collectors.joining("\n"))
                + whole
                + "\nΣ " + print.price(Totals.of(lines).netAmount()) + " " + currency
                + until(version, print);
        return Variable.fitting(text);
    }

    private String until(Proposals.Version version, PaperNumbers print) {
        if (version.validUntil() == null) {
            return "";
        }
        return "\n"
                + (clearance.isExpired(version)
                        ? texts.say(
                                "Expired: it was valid until {0}. A deal needs a new version.",
                                print.day(version.validUntil()))
                        : texts.say("Valid until {0}", print.day(version.validUntil())));
    }

    private String changes(String opportunity, Proposals.Version version) {
        String changes = versions.changes(opportunity, version);
        return changes.isEmpty() ? "" : "\n" + texts.say("Changed: {0}", changes);
    }

    private static String line(ProposalLine line, PaperNumbers print) {
        return "%d. %s  %s %s × %s  %s= %s"
                .formatted(
                        line.line(),
                        line.name(),
                        print.number(line.quantity()),
                        line.unit(),
                        print.price(line.price()),
                        line.ownDiscount().signum() == 0 ? "" : "−" + print.number(line.ownDiscount()) + " %  ",
                        print.price(line.ownNet()));
    }
}
