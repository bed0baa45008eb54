package salesconveyor.economics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The time that is looked at: the last months, each back to the same day, so that the first days of a month say as much
 * as its last ones; but only the time that has records.
 *
 * @param first the month in which it begins
 * @param until the first moment that does not count any more
 */
public record Window(YearMonth first, OffsetDateTime from, OffsetDateTime until) {
    /** The seconds of a month of 30.4375 days, a twelfth of a year. */
    private static final BigDecimal MONTH = BigDecimal.valueOf(2_629_800);

    /** The last months up to now, from the beginning of a day. */
    public static Window ofMonths(int months, Clock clock) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        LocalDate first = now.toLocalDate().minusMonths(months);
        return new Window(
                YearMonth.from(first), first.atStartOfDay(clock.getZone()).toOffsetDateTime(), now.toOffsetDateTime());
    }

    /**
     * Without the time before the day of the first record: nothing happened then that a month could be reckoned from. A
     * week stays at least, for a first morning says nothing of a month.
     */
    Window since(OffsetDateTime first, ZoneId zone) {
        ZonedDateTime day = first.atZoneSameInstant(zone).toLocalDate().atStartOfDay(zone);
        ZonedDateTime week =
                until.atZoneSameInstant(zone).toLocalDate().minusDays(7).atStartOfDay(zone);
        ZonedDateTime begin = day.isAfter(week) ? week : day;
        return begin.toOffsetDateTime().isAfter(from)
                ? new Window(YearMonth.from(begin), begin.toOffsetDateTime(), until)
                : this;
    }

    /** Which share of the days of a month lies in it, the one that has just begun among them. */
    BigDecimal shareOf(YearMonth month, ZoneId zone) {
        LocalDate begin = from.atZoneSameInstant(zone).toLocalDate();
        LocalDate end = until.minusNanos(1).atZoneSameInstant(zone).toLocalDate();
        long days = month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(day -> !day.isBefore(begin) && !day.isAfter(end))
                .count();
        return BigDecimal.valueOf(days).divide(BigDecimal.valueOf(month.lengthOfMonth()), MathContext.DECIMAL64);
    }

    /** How many months it is long; never nothing, so that a rate a month can be told. */
    public BigDecimal months() {
        long seconds = Math.max(1, Duration.between(from, until).toSeconds());
        return BigDecimal.valueOf(seconds).divide(MONTH, MathContext.DECIMAL64);
    }

    /** How much of a month each of its days is. */
    Map<LocalDate, BigDecimal> months(ZoneId zone) {
        Map<LocalDate, BigDecimal> months = new LinkedHashMap<>();
        ZonedDateTime end = until.atZoneSameInstant(zone);
        ZonedDateTime begin = from.atZoneSameInstant(zone);
        while (begin.isBefore(end)) {
            ZonedDateTime next = begin.toLocalDate().plusDays(1).atStartOfDay(zone);
            long seconds =
                    Duration.between(begin, next.isBefore(end) ? next : end).toSeconds();
            months.put(begin.toLocalDate(), BigDecimal.valueOf(seconds).divide(MONTH, MathContext.DECIMAL64));
            begin = next;
        }
        return months;
    }

    BigDecimal perMonth(BigDecimal sum) {
        return sum.divide(months(), MathContext.DECIMAL64);
    }
}
