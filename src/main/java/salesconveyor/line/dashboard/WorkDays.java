package salesconveyor.line.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import salesconveyor.people.WorkingTime;

/** Tells how much of the working days lies in a time: an hour, or a day from noon to noon, is not a whole one of each date. */
@Component
class WorkDays {
    private static final Duration EVENING = Duration.ofHours(Crew.HOURS_A_DAY);

    private final WorkingTime workingTime;
    private final Clock clock;

    WorkDays(WorkingTime workingTime, Clock clock) {
        this.workingTime = workingTime.ofOnePerson();
        this.clock = clock;
    }

    /** The working days of the time; where nobody opens in it, as many as people could work in it at most. */
    double in(Period period) {
        double opened = dates(period)
                .filter(this::isWorkday)
                .mapToDouble(date -> open(date, period))
                .sum();
        return opened > 0
                ? opened
                : dates(period).mapToDouble(date -> share(date, period)).sum();
    }

    /** How much of the day of somebody who works then lies in the time, from 0 to 1. */
    double share(LocalDate date, Period period) {
        double open = open(date, period);
        // Who works in the evening or at night has eight hours at most, too.
        return open > 0
                ? open
                : Math.min(1, part(start(date), start(date.plusDays(1)), period) / (double) EVENING.toSeconds());
    }

    private double open(LocalDate date, Period period) {
        ZonedDateTime opens = date.atTime(workingTime.opens()).atZone(clock.getZone());
        ZonedDateTime closes = date.atTime(workingTime.closes()).atZone(clock.getZone());
        return part(opens, closes, period)
                / (double) Math.max(1, Duration.between(opens, closes).toSeconds());
    }

    private static long part(ZonedDateTime from, ZonedDateTime until, Period period) {
        ZonedDateTime first = period.from().atZoneSameInstant(from.getZone());
        ZonedDateTime last = period.until().atZoneSameInstant(from.getZone());
        return Math.max(
                0,
                Duration.between(from.isBefore(first) ? first : from, until.isBefore(last) ? until : last)
                        .toSeconds());
    }

    private boolean isWorkday(LocalDate date) {
        return workingTime.opening(start(date)).toLocalDate().equals(date);
    }

    private Stream<LocalDate> dates(Period period) {
        LocalDate first = period.from().atZoneSameInstant(clock.getZone()).toLocalDate();
        return first.datesUntil(
                period.until().atZoneSameInstant(clock.getZone()).toLocalDate().plusDays(1));
    }

    private ZonedDateTime start(LocalDate date) {
        return date.atStartOfDay(clock.getZone());
    }
}
