package salesconveyor.line;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.ClosingPaper;
import salesconveyor.billing.ClosingPapers;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.Invoices;
import salesconveyor.people.Paths;
import salesconveyor.selling.Ordering;
import salesconveyor.selling.ProposalHistory;
import salesconveyor.service.Deliveries;
import salesconveyor.shared.Texts;

/** The papers of a case that somebody may download. */
@Component
@Transactional(readOnly = true)
public class CasePapers {
    /** @param href where it is downloaded from */
    public record Paper(String name, String href) {}

    private final ProposalHistory proposals;
    private final Ordering ordering;
    private final Invoices invoices;
    private final Deliveries deliveries;
    private final ClosingPapers closing;
    private final Texts texts;

    CasePapers(
            ProposalHistory proposals,
            Ordering ordering,
            Invoices invoices,
            Deliveries deliveries,
            ClosingPapers closing,
            Texts texts) {
        this.proposals = proposals;
        this.ordering = ordering;
        this.invoices = invoices;
        this.deliveries = deliveries;
        this.closing = closing;
        this.texts = texts;
    }

    /** In the order in which they were written, as far as the roles of this person open them. */
    public List<Paper> of(CaseFile file, Collection<String> groups) {
        return Stream.concat(
                        proposals.of(file.number()).stream().map(this::paper),
                        orders(file).flatMap(this::papers))
                .filter(paper -> Paths.opens(groups, paper.href()))
                .toList();
    }

    private Stream<Paper> papers(String order) {
        return Stream.of(
                        invoices.ofOrder(order).stream().map(this::paper),
                        deliveries.ofOrder(order).stream()
                                .map(delivery -> new Paper(
                                        texts.say("Delivery note {0}", delivery.number()),
                                        "/api/shipments/" + delivery.number() + ".pdf")),
                        closing.ofOrder(order).stream()
                                .map(paper ->
                                        new Paper(title(paper), "/api/closing-papers/" + paper.number() + ".pdf")))
                .flatMap(papers -> papers);
    }

    String title(ClosingPaper paper) {
        return switch (paper.kind()) {
            case UPD -> texts.say("Transfer document {0}", paper.number());
            case ACT -> texts.say("Act of services {0}", paper.number());
        };
    }

    /** The numbers of the orders of a case; in stage 4 of all orders of the client. */
    Stream<String> orders(CaseFile file) {
        return ordering.ofCompany(file.companyNumber()).stream()
                .filter(order -> order.opportunityNumber().equals(file.number())
                        || file.number().equals(file.companyNumber()))
                .map(Ordering.Order::number);
    }

    private Paper paper(ProposalHistory.Told version) {
        return new Paper(
                texts.say("Proposal {0}, version {1}", version.opportunityNumber(), version.version()),
                "/api/proposals/" + version.opportunityNumber() + "/" + version.version() + ".pdf");
    }

    private Paper paper(Invoice invoice) {
        return new Paper(title(invoice), "/api/invoices/" + invoice.number() + ".pdf");
    }

    String title(Invoice invoice) {
        return switch (invoice.kind()) {
            case INVOICE -> texts.say("Invoice {0}", invoice.number());
            case PROFORMA -> texts.say("Proforma invoice {0}", invoice.number());
            case CREDIT_NOTE -> texts.say("Credit note {0}", invoice.number());
        };
    }
}
