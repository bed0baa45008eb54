package salesconveyor.selling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.Decisions;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/**
 * Judges what is about to be sent and ordered, whatever way led there. The decision {@code discountApproval} is asked
 * again about the very lines that leave the house; where the model and its variables say otherwise, they lose.
 */
@Component
@Transactional
class Clearance {
    private final Proposals proposals;
    private final ProposalReading reading;
    private final Decisions decisions;
    private final Texts texts;
    private final Clock clock;
    private final int graceDays;

    Clearance(
            Proposals proposals,
            ProposalReading reading,
            Decisions decisions,
            Texts texts,
            Clock clock,
            @Value("${conveyor.selling.proposal-grace-days:3}") int graceDays) {
        this.proposals = proposals;
        this.reading = reading;
        this.decisions = decisions;
        this.texts = texts;
        this.clock = clock;
        this.graceDays = graceDays;
    }

    /**
     * Why a version may not be sent as it stands, in words for the assistant; empty: it may.
     *
     * @param known what the case knows, for inputs that an owner gave the decision beside our own
     */
    Optional<String> obstacle(Proposals.Version version, Map<String, @Nullable Object> known) {
        List<ProposalLine> lines = proposals.linesOf(version.id());
        List<String> changed = reading.changed(lines);
        if (!changed.isEmpty()) {
            return Optional.of(texts.say(
                    "Not sent: the price list changed after the proposal was written ({0}). Please check it and complete it again.",
                    String.join(", ", changed)));
        }
        LocalDate end = version.validUntil();
        if (end != null && end.isBefore(LocalDate.now(clock))) {
            return Optional.of(
                    texts.say("Not sent: the day until which the proposal is valid has passed. Please set a new one."));
        }
        return isApproved(version, lines) || !needsApproval(lines, known)
                ? Optional.empty()
                : Optional.of(
                        texts.say(
                                "Not sent: nobody approved the discount as it stands. Please complete the proposal again; a head of sales is asked then."));
    }

    /** The version that an order is made of. */
    Proposals.Version ordered(String opportunity) {
        var version = proposals.sent(opportunity).orElseThrow();
        String seal = version.sentSeal();
        if (seal != null && !seal.equals(Seal.of(version, proposals.linesOf(version.id())))) {
            throw new IllegalStateException("The lines of proposal %s-%d are not those that were sent."
                    .formatted(opportunity, version.version()));
        }
        return version;
    }

    /** Whether the client's answer comes too late for what was sent; a few days are for the post and the weekend. */
    boolean isExpired(Proposals.Version version) {
        LocalDate end = version.validUntil();
        return end != null && LocalDate.now(clock).isAfter(end.plusDays(graceDays));
    }

    boolean isSentExpired(String opportunity) {
        return proposals.sent(opportunity).filter(this::isExpired).isPresent();
    }

    /** Refuses a deal about a proposal that does not bind us, with the way out. */
    void checkWinnable(String opportunity) {
        var sent = proposals.sent(opportunity);
        if (sent.isEmpty()) {
            throw new Refused(
                    "No proposal was sent to the client yet; please choose \"Wants another proposal\" and have one sent first.");
        }
        if (isExpired(sent.get())) {
            throw new Refused(
                    "The proposal was valid until {0} and its prices no longer bind us; please choose \"Wants another proposal\" and have a new version sent.",
                    String.valueOf(sent.get().validUntil()));
        }
    }

    private static boolean isApproved(Proposals.Version version, List<ProposalLine> lines) {
        return Seal.of(version, lines).equals(version.approvedSeal());
    }

    /** A table that says nothing says no: then a person decides. */
    private boolean needsApproval(List<ProposalLine> lines, Map<String, @Nullable Object> known) {
        Totals totals = Totals.of(lines);
        Map<String, @Nullable Object> given = new HashMap<>(known);
        given.put("discountPercent", totals.discountPercent().toPlainString());
        given.put("marginPercent", totals.marginPercent().toPlainString());
        given.put("netAmount", totals.netAmount().toPlainString());
        return !"false".equals(decisions.one("discountApproval", given));
    }
}
