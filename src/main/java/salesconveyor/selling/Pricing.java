package salesconveyor.selling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Sellers;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;
import salesconveyor.engine.Variable;
import salesconveyor.shared.Texts;
import salesconveyor.work.DecisionHistory;

/** What assistants and heads of sales enter about a proposal. */
@Component
@Transactional
class Pricing {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Proposals proposals;
    private final ProposalReading reading;
    private final Ordering ordering;
    private final Sales sales;
    private final Sellers sellers;
    private final Companies companies;
    private final DecisionHistory decisions;
    private final Texts texts;
    private final int maxRejections;

    Pricing(
            Proposals proposals,
            ProposalReading reading,
            Ordering ordering,
            Sales sales,
            Sellers sellers,
            Companies companies,
            DecisionHistory decisions,
            Texts texts,
            @Value("${conveyor.selling.max-rejections:5}") int maxRejections) {
        this.proposals = proposals;
        this.reading = reading;
        this.ordering = ordering;
        this.sales = sales;
        this.sellers = sellers;
        this.companies = companies;
        this.decisions = decisions;
        this.texts = texts;
        this.maxRejections = maxRejections;
    }

    /** @return whether the proposal is ready; else the request went back with its reason */
    boolean record(String opportunity, String company, FormValues form, @Nullable String author) {
        String outcome = form.required("outcome");
        boolean ready = outcome.equals("READY");
        String reason = ready ? form.text("returnReason") : form.required("returnReason");
        String email = form.text("proposalEmail");
        if (ready) {
            checkRejections(opportunity);
            checkSendable(opportunity, email);
            String rows = form.text("proposalRows");
            var lines = reading.lines(rows == null ? "[]" : rows);
            proposals.write(opportunity, company, lines, form.text("remarks"), author);
        }
        sales.note(opportunity, "prepareProposal", outcome, author, ready ? null : reason);
        return ready;
    }

    /** The step that sends must not be the first to find out that it cannot. */
    private void checkSendable(String opportunity, @Nullable String email) {
        if (email != null) {
            sales.email(opportunity, Negotiating.checkedAddress(email));
        } else if (sales.email(opportunity).isEmpty()) {
            throw new Refused(
                    "The client has no e-mail address to send the proposal to: ask for it and enter it here, or return the request to the manager.");
        }
        if (!sellers.missing().isEmpty()) {
            throw new Refused(
                    "A proposal cannot be printed yet: an administrator first completes our own data on the page /pages/setup. Then complete this task again.");
        }
    }

    /** Where the proposal will go unless the assistant enters another address; empty when nobody knows. */
    String email(String opportunity, String company) {
        String known = companies.get(company).email();
        return sales.email(opportunity).orElse(known == null ? "" : known);
    }

    /** A head of sales may always refuse, so the way out is the manager, who talks to the client again. */
    private void checkRejections(String opportunity) {
        if (sales.countSince("negotiateDeal", opportunity, "approveDiscount", "REJECT") >= maxRejections) {
            throw new Refused(
                    "This discount was already refused {0} times; please return the request to the manager.",
                    maxRejections);
        }
    }

    /** @return whether the discount is approved */
    boolean decide(String opportunity, FormValues form, @Nullable String head) {
        String outcome = form.required("outcome");
        boolean approved = outcome.equals("APPROVE");
        String reason = form.text("rejectReason");
        if (approved) {
            proposals.approve(opportunity, head);
        } else {
            proposals.reject(opportunity, head, reason);
        }
        sales.note(opportunity, "approveDiscount", outcome, head, approved ? null : reason);
        return approved;
    }

    /** What is still offered of the client's last order, at today's prices, as the first version of a new proposal. */
    void repeatLastOrder(String opportunity, String company) {
        ordering.newest(company).ifPresent(order -> {
            var offered = ordering.lines(order).stream()
                    .collect(Collectors.partitioningBy(line -> reading.isOffered(line.sku())));
            List<ProposalLine> again = offered.getOrDefault(true, List.of());
            List<ProposalLine> gone = offered.getOrDefault(false, List.of());
            if (!again.isEmpty()) {
                proposals.write(opportunity, company, reading.lines(json(again)), null, null);
            }
            if (!gone.isEmpty()) {
                String names = gone.stream().map(ProposalLine::name).collect(Collectors.joining(", "));
                String note = texts.say("Ordered last time and no longer offered: {0}", names);
                sales.note(opportunity, "takeLastOrder", "LEFT_OUT", null, Variable.fitting(note));
            }
        });
    }

    Totals totals(String opportunity) {
        return Totals.of(proposals.lines(opportunity));
    }

    /** The lines as the proposal form reads them. */
    String rows(String opportunity) {
        return json(proposals.lines(opportunity));
    }

    /** The newest version as plain text, for a form. */
    String summary(String opportunity) {
        return summary(proposals.lines(opportunity));
    }

    /** What was sent to the client last, as plain text for a form; empty when nothing was sent. */
    String sentSummary(String opportunity) {
        return proposals
                .sent(opportunity)
                .map(version -> summary(proposals.linesOf(version.id())))
                .orElse("");
    }

    /** What a head of sales decides by, and why the decision table asks for it, for the form. */
    String figures(String opportunity) {
        Totals totals = totals(opportunity);
        String why = decisions
                .last(opportunity, "discountApproval")
                .map(decided -> "\n" + texts.say("Why you are asked: {0}", decided.explanation()))
                .orElse("");
        return texts.say("Highest discount: {0} %", totals.discountPercent())
                + "\n"
                + texts.say("Margin: {0} %", totals.marginPercent())
                + why;
    }

    private static String summary(List<ProposalLine> lines) {
        Totals totals = Totals.of(lines);
        return lines.stream()
                        .map(line -> "%d. %s  %s %s × %s  −%s %%  = %s"
                                .formatted(
                                        line.line(),
                                        line.name(),
                                        line.quantity().stripTrailingZeros().toPlainString(),
                                        line.unit(),
                                        line.price(),
                                        line.discountPercent(),
                                        line.net()))
                        .collect(Collectors.joining("\n"))
                + "\nΣ " + totals.netAmount();
    }

    private static String json(List<ProposalLine> lines) {
        try {
            return JSON.writeValueAsString(lines.stream()
                    .map(line -> Map.of(
                            "sku", line.sku(), "quantity", line.quantity(), "discountPercent", line.discountPercent()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
