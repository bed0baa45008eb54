package salesconveyor.economics;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one operation, a user task of the model, took in a time.
 *
 * @param times how often it was completed
 * @param shares who did it, the most frequent first
 * @param hours touch time a month
 * @param cost of these hours a month; nothing when there is no rate for somebody who did it
 * @param mean minutes of touch
 * @param ninetieth nine of ten took at most so many minutes
 * @param waiting minutes that one waited on average from the offer to completion, touch not counted
 */
public record Operation(
        String process,
        String station,
        int times,
        List<Share> shares,
        BigDecimal hours,
        @Nullable BigDecimal cost,
        BigDecimal mean,
        BigDecimal ninetieth,
        BigDecimal waiting) {
    /** A role that people who did it are paid as; nothing when it is not known. */
    public record Share(@Nullable String role, int times, int percent) {}
}
