package salesconveyor.people;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * When a person works: in the own shifts on the days on which there are some, else in the hours of the company. Shifts
 * that are over, or begin later, are no shifts.
 */
@Component
public class PersonalHours {
    /** A time at work; the end does not belong to it. */
    public record Stretch(Instant begin, Instant end) {}

    private final Shifts shifts;
    private final WorkingTime company;
    private final Holidays holidays;
    private final Clock clock;

    PersonalHours(Shifts shifts, WorkingTime company, Holidays holidays, Clock clock) {
        this.shifts = shifts;
        this.company = company;
        this.holidays = holidays;
        this.clock = clock;
    }

    /** Those that meet this time, the first to begin first. */
    public List<Stretch> between(String person, Instant from, Instant until) {
        List<Shift> own = shifts.of(person);
        LocalDate first = LocalDate.ofInstant(from, clock.getZone());
        LocalDate last = LocalDate.ofInstant(until, clock.getZone());
        // A shift of the day before may still run.
        return first.minusDays(1)
                .datesUntil(last.plusDays(1))
                .flatMap(day -> on(day, own))
                .filter(stretch ->
                        stretch.end().isAfter(from) && stretch.begin().isBefore(until))
                .sorted(Comparator.comparing(Stretch::begin))
                .toList();
    }

    private Stream<Stretch> on(LocalDate day, List<Shift> own) {
        ZoneId zone = clock.getZone();
        if (holidays.isHoliday(day)) {
            return Stream.empty();
        }
        if (own.stream().anyMatch(shift -> shift.isValid(day))) {
            return own.stream()
                    .filter(shift -> shift.begins(day))
                    .map(shift -> new Stretch(
                            shift.begin(day, zone), shift.end(day, zone).toInstant()));
        }
        return company.workdays().contains(day.getDayOfWeek())
                ? Stream.of(new Stretch(
                        day.atTime(company.opens()).atZone(zone).toInstant(),
                        day.atTime(company.closes()).atZone(zone).toInstant()))
                : Stream.empty();
    }
}
