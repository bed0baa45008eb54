package salesconveyor.economics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import salesconveyor.acquisition.Channel;

/**
 * What a qualified lead of a channel cost: of the opportunities that were found in the time.
 *
 * @param accepted of them by a manager until now: these are the qualified ones
 * @param spend on the channel in the months of the time
 * @param labour cost of the touch time of stage 1 for these opportunities; nothing when a rate is missing
 * @param overhead of stage 1 for the time, by share of the touch time
 * @param each the sum for an accepted one; nothing when there is none, or the labour is not known
 */
public record LeadCost(
        Channel channel,
        int found,
        int accepted,
        BigDecimal spend,
        @Nullable BigDecimal labour,
        BigDecimal overhead,
        @Nullable BigDecimal each) {}
