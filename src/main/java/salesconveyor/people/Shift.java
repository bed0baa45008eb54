package salesconveyor.people;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When a person works, every week, in the company's zone.
 *
 * @param ends not after the start: on the next day
 * @param validUntil the last day on which it begins; nothing as long as it goes on
 */
public record Shift(
        long id,
        String person,
        DayOfWeek weekday,
        LocalTime starts,
        LocalTime ends,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {
    /** Whether it begins on this day. */
    boolean begins(LocalDate day) {
        return day.getDayOfWeek() == weekday
                && !day.isBefore(validFrom)
                && (validUntil == null || !day.isAfter(validUntil));
    }

    /** Whether, begun on that day, it runs at this moment; the end does not belong to it. */
    boolean runs(LocalDate day, Instant at, ZoneId zone) {
        return !at.isBefore(begin(day, zone)) && at.isBefore(end(day, zone).toInstant());
    }

    /** How long it is when it begins on that day; an hour more or less when the clocks change meanwhile. */
    Duration length(LocalDate day, ZoneId zone) {
        return Duration.between(day.atTime(starts).atZone(zone), end(day, zone));
    }

    /** Whether both are on the same weekday at the same time for some days. */
    boolean meets(Shift other) {
        boolean sameDays = weekday == other.weekday
                && (validUntil == null || !validUntil.isBefore(other.validFrom))
                && (other.validUntil == null || !other.validUntil.isBefore(validFrom));
        return sameDays
                && (starts.isBefore(other.ends) || other.overnight())
                && (other.starts.isBefore(ends) || overnight());
    }

    private boolean overnight() {
        return !starts.isBefore(ends);
    }

    Instant begin(LocalDate day, ZoneId zone) {
        return day.atTime(starts).atZone(zone).toInstant();
    }

    ZonedDateTime end(LocalDate day, ZoneId zone) {
        return (overnight() ? day.plusDays(1) : day).atTime(ends).atZone(zone);
    }
}
