package salesconveyor.acquisition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well the sieve works in some days, both included.
 *
 * @param channel by which all these leads came; every channel when nothing
 * @param rejects of the dropped leads, those that a manager would have taken
 * @param passes of the passed leads, those that no manager should have got
 * @param callers what became of the leads by who called
 * @param researchers and by who researched
 * @param thresholds what other thresholds would have done; nothing when the deployed sieve has none to change
 * @param drops why the newest leads were dropped; those that are still to be judged are left out
 */
public record Calibration(
        LocalDate from,
        LocalDate to,
        @Nullable Channel channel,
        Side rejects,
        Side passes,
        List<HandOver> callers,
        List<HandOver> researchers,
        @Nullable Thresholds thresholds,
        List<Drop> drops) {
    /** All leads with the same result, and the same by the row of the table that decided. */
    public record Side(Rate all, List<Reason> reasons) {}

    /**
     * One reason.
     *
     * @param rule the row of the table, by its id in the file; nothing for leads of an older version
     * @param text what its owner wrote about it
     */
    public record Reason(@Nullable String rule, @Nullable String text, Rate rate) {}

    /**
     * What became of one person's work.
     *
     * @param person login of who did it
     * @param defects facts that this person wrote and a call proved wrong; a caller writes none
     */
    public record HandOver(String person, int accepted, int returned, int defects) {
        HandOver and(HandOver more) {
            return new HandOver(person, accepted + more.accepted, returned + more.returned, defects + more.defects);
        }

        public int all() {
            return accepted + returned;
        }
    }

    /**
     * What the sieve said, and what its newest version would say with these thresholds about the same answers.
     *
     * @param passFrom points from which a lead passes
     * @param nurtureFrom points from which a lead is asked again later
     * @param recorded the leads as they were decided, by the last decision about each
     * @param tried the same leads with these thresholds
     * @param cut whether there are more leads than were looked at; the newest are
     */
    public record Thresholds(BigDecimal passFrom, BigDecimal nurtureFrom, Count recorded, Count tried, boolean cut) {}

    /**
     * So many leads by what was said of them.
     *
     * @param unclear the table had no answer
     * @param missed judged worth it and not passed
     * @param wasted judged not worth it and passed
     */
    public record Count(int pass, int nurture, int drop, int unclear, int judged, int missed, int wasted) {
        public int all() {
            return pass + nurture + drop + unclear;
        }
    }

    public record Drop(String opportunity, OffsetDateTime decided, String explanation) {}
}
