package salesconveyor.acquisition;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What a channel cost in a month.
 *
 * @param campaign what within the channel the money went to, as opportunities name it; empty: the channel as a whole
 * @param amount from zero, with two decimals
 * @param currency by its ISO code
 */
public record Spend(YearMonth month, Channel channel, String campaign, BigDecimal amount, String currency) {}
