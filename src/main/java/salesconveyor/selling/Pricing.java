package salesconveyor.selling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Sellers;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** What assistants and heads of sales enter about a proposal. */
@Component
@Transactional
class Pricing {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Proposals proposals;
    private final ProposalReading reading;
    private final Sales sales;
    private final Sellers sellers;
    private final Companies companies;
    private final TermsReading terms;
    private final FourEyes fourEyes;
    private final Texts texts;
    private final int maxRejections;

    Pricing(
            Proposals proposals,
            ProposalReading reading,
            Sales sales,
            Sellers sellers,
            Companies companies,
            TermsReading terms,
            FourEyes fourEyes,
            Texts texts,
            @Value("${conveyor.selling.max-rejections:5}") int maxRejections) {
        this.proposals = proposals;
        this.reading = reading;
        this.sales = sales;
        this.sellers = sellers;
        this.companies = companies;
        this.terms = terms;
        this.fourEyes = fourEyes;
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
            Terms entered = terms.read(company, form);
            var lines = reading.lines(rows == null ? "[]" : rows, entered.discountPercent());
            proposals.write(opportunity, company, lines, entered, author);
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

    /**
     * What a head of sales decides about is what the form showed: a version that was written since is not meant, nor
     * one that the form does not name.
     *
     * @param seen the version that the form shows; nothing when the case lost it
     * @return whether the discount is approved
     */
    boolean decide(String opportunity, @Nullable Integer seen, FormValues form, @Nullable String head) {
        String outcome = form.required("outcome");
        boolean approved = outcome.equals("APPROVE");
        String reason = form.text("rejectReason");
        var version = proposals.newest(opportunity).orElseThrow();
        if (approved && seen == null) {
            throw new Refused(
                    "This task does not tell which version of the proposal it shows; please refuse it, then the newest one is put before you.");
        }
        if (approved && !Integer.valueOf(version.version()).equals(seen)) {
            throw new Refused(
                    "The proposal was changed after this task was offered to you; please refuse it, then the new version is put before you.");
        }
        if (approved) {
            fourEyes.check(version, head);
            proposals.approve(version.id(), head, Seal.of(version, proposals.linesOf(version.id())));
        } else {
            proposals.reject(opportunity, head, reason);
        }
        sales.note(opportunity, "approveDiscount", outcome, head, approved ? alone(version, head) : reason);
        return approved;
    }

    private @Nullable String alone(Proposals.Version version, @Nullable String head) {
        return FourEyes.isOwn(version, head)
                ? texts.say("Approved by the only head of sales, who also wrote this version.")
                : null;
    }

    /** The number of the newest version. */
    int version(String opportunity) {
        return proposals.newest(opportunity).map(Proposals.Version::version).orElse(0);
    }

    Totals totals(String opportunity) {
        return Totals.of(proposals.lines(opportunity));
    }

    /** The lines as the proposal form reads them. */
    String rows(String opportunity) {
        return json(proposals.lines(opportunity));
    }

    /** What the form starts with beside the lines: of the newest version, else as usual. */
    Terms terms(String opportunity, String company) {
        Terms usual = terms.usual(company);
        return proposals
                .newest(opportunity)
                .map(version ->
                        new Terms(version.discountPercent(), usual.validUntil(), usual.language(), version.remarks()))
                .orElse(usual);
    }

    private static String json(List<ProposalLine> lines) {
        try {
            return JSON.writeValueAsString(lines.stream()
                    .map(line -> Map.of(
                            "sku", line.sku(), "quantity", line.quantity(), "discountPercent", line.ownDiscount()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
