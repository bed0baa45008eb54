package salesconveyor.economics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;

/**
 * The time that is looked at: whole months and what has gone by of the current one.
 *
 * @param first the first of the months
 * @param until the first moment that does not count any more
 */
public record Window(YearMonth first, OffsetDateTime from, OffsetDateTime until) {
    /** The seconds of a month of 30.4375 days, a twelfth of a year. */
    private static final BigDecimal MONTH = BigDecimal.valueOf(2_629_800);

    /** The last months up to now, the current one among them. */
    public static Window ofMonths(int months, Clock clock) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        YearMonth first = YearMonth.from(now).minusMonths(months - 1L);
        return new Window(
                first, first.atDay(1).atStartOfDay(clock.getZone()).toOffsetDateTime(), now.toOffsetDateTime());
    }

    /** How many months it is long; never nothing, so that a rate a month can be told. */
    public BigDecimal months() {
        long seconds = Math.max(1, Duration.between(from, until).toSeconds());
        return BigDecimal.valueOf(seconds).divide(MONTH, MathContext.DECIMAL64);
    }

    BigDecimal perMonth(BigDecimal sum) {
        return sum.divide(months(), MathContext.DECIMAL64);
    }
}
