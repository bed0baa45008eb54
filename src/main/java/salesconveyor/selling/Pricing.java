package salesconveyor.selling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.FormValues;

/** What assistants and heads of sales enter about a proposal. */
@Component
@Transactional
class Pricing {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Proposals proposals;
    private final ProposalReading reading;
    private final Ordering ordering;
    private final Sales sales;

    Pricing(Proposals proposals, ProposalReading reading, Ordering ordering, Sales sales) {
        this.proposals = proposals;
        this.reading = reading;
        this.ordering = ordering;
        this.sales = sales;
    }

    /** @return whether the proposal is ready; else the request went back with its reason */
    boolean record(String opportunity, String company, FormValues form, @Nullable String author) {
        String outcome = form.required("outcome");
        boolean ready = outcome.equals("READY");
        String reason = ready ? form.text("returnReason") : form.required("returnReason");
        if (ready) {
            String rows = form.text("proposalRows");
            var lines = reading.lines(rows == null ? "[]" : rows);
            proposals.write(opportunity, company, lines, form.text("remarks"), author);
        }
        sales.note(opportunity, "prepareProposal", outcome, author, ready ? null : reason);
        return ready;
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

    /** The client's last order, at today's prices, as the first version of a new proposal. */
    void repeatLastOrder(String opportunity, String company) {
        ordering.newest(company)
                .ifPresent(order ->
                        proposals.write(opportunity, company, reading.lines(json(ordering.lines(order))), null, null));
    }

    Totals totals(String opportunity) {
        return Totals.of(proposals.lines(opportunity));
    }

    /** The lines as the proposal form reads them. */
    String rows(String opportunity) {
        return json(proposals.lines(opportunity));
    }

    /** Lines and totals as plain text, for a form. */
    String summary(String opportunity) {
        List<ProposalLine> lines = proposals.lines(opportunity);
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
