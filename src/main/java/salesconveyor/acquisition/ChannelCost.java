package salesconveyor.acquisition;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel or campaign brought in a month and what it cost.
 *
 * @param campaign nothing: the channel with all its campaigns
 * @param opportunities found in that month; doubles of companies whose case ran are not counted
 * @param accepted how many of these a manager has accepted since
 */
public record ChannelCost(
        YearMonth month,
        Channel channel,
        @Nullable String campaign,
        int opportunities,
        int accepted,
        List<Cost> costs) {
    /**
     * In one currency.
     *
     * @param perOpportunity rounded to two decimals; nothing when there was none
     */
    public record Cost(
            String currency,
            BigDecimal amount,
            @Nullable BigDecimal perOpportunity,
            @Nullable BigDecimal perAccepted) {}
}
