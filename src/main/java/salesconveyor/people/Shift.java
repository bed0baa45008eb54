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
    Shift until(LocalDate lastDay) {
        return new Shift(id, person, weekday, starts, ends, validFrom, lastDay);
    }

    /** Whether it begins on this day. */
    boolean begins(LocalDate day) {
        return day.getDayOfWeek() == weekday && isValid(day);
    }

    /** Whether it counts in the week of this day: it has begun and is not over. */
    boolean isValid(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** Whether, begun on that day, it runs at this moment; the end does not belong to it. */
    boolean runs(LocalDate day, Instant at, ZoneId zone) {
        return !at.isBefore(begin(day, zone)) && at.isBefore(end(day, zone).toInstant());
    }

    /** How long it is when it begins on that day; an hour more or less when the clocks change meanwhile. */
    Duration length(LocalDate day, ZoneId zone) {
        return Duration.between(day.atTime(starts).atZone(zone), end(day, zone));
    }

    /** Whether both run at the same time in some week; one that goes over midnight may meet one of the next day. */
    boolean meets(Shift other) {
        return meets(other, -1) || meets(other, 0) || meets(other, 1);
    }

    /** @param later so many days after this one the other begins */
    private boolean meets(Shift other, int later) {
        boolean onSuchDays = weekday.plus(later) == other.weekday
                && (validUntil == null || !validUntil.plusDays(later).isBefore(other.validFrom))
                && (other.validUntil == null || !other.validUntil.isBefore(validFrom.plusDays(later)));
        Duration begins = Duration.ofDays(later).plusNanos(other.starts.toNanoOfDay());
        Duration ended = Duration.ofDays(later).plus(other.endOfDay());
        return onSuchDays
                && Duration.ofNanos(starts.toNanoOfDay()).compareTo(ended) < 0
                && begins.compareTo(endOfDay()) < 0;
    }

    /** From the midnight before it begins. */
    private Duration endOfDay() {
        return Duration.ofDays(overnight() ? 1 : 0).plusNanos(ends.toNanoOfDay());
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
