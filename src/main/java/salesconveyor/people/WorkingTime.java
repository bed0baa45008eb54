package salesconveyor.people;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import salesconveyor.engine.ModelFunction;

/**
 * When people work: on workdays between the opening and closing hour of the company's zone, without public holidays.
 * Models use it for due dates: {@code ${workingTime.after('PT4H')}} is four working hours from now.
 */
@Component("workingTime")
public class WorkingTime implements ModelFunction {
    private static final Duration LONGEST_SHIFT = Duration.ofHours(12);
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final Clock clock;
    private final Holidays holidays;
    private final LocalTime opens;
    private final LocalTime closes;
    private final Set<DayOfWeek> workdays;

    WorkingTime(
            Clock clock,
            Holidays holidays,
            @Value("${conveyor.opens:09:00}") LocalTime opens,
            @Value("${conveyor.closes:18:00}") LocalTime closes,
            @Value("${conveyor.workdays:MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY}") Set<DayOfWeek> workdays) {
        this.clock = clock;
        this.holidays = holidays;
        this.opens = opens;
        this.closes = closes;
        this.workdays = workdays;
    }

    /** The hours of one person: those of the company, but where it is open longer than anybody works, the usual ones. */
    public WorkingTime ofOnePerson() {
        return Duration.between(opens, closes).compareTo(LONGEST_SHIFT) <= 0
                ? this
                : new WorkingTime(clock, holidays, LocalTime.of(9, 0), LocalTime.of(18, 0), WEEKDAYS);
    }

    public LocalTime opens() {
        return opens;
    }

    public LocalTime closes() {
        return closes;
    }

    public Set<DayOfWeek> workdays() {
        return workdays;
    }

    /** The same hours with the public holidays of another country; of ours when its holidays are not known. */
    public WorkingTime of(@Nullable String country) {
        return new WorkingTime(clock, holidays.of(country), opens, closes, workdays);
    }

    /** The moment when this much working time from now has gone by. */
    public Date after(String duration) {
        return Date.from(
                after(ZonedDateTime.now(clock), Duration.parse(duration)).toInstant());
    }

    public ZonedDateTime after(ZonedDateTime from, Duration working) {
        ZonedDateTime time = opening(from);
        Duration left = working;
        while (true) {
            Duration today = Duration.between(time, time.with(closes));
            if (left.compareTo(today) <= 0) {
                return time.plus(left);
            }
            left = left.minus(today);
            time = opening(time.toLocalDate().plusDays(1).atTime(opens).atZone(time.getZone()));
        }
    }

    /** This moment when people work, else the next opening. */
    public ZonedDateTime opening(ZonedDateTime time) {
        if (isWorkday(time.toLocalDate()) && time.toLocalTime().isBefore(closes)) {
            return time.toLocalTime().isBefore(opens) ? time.with(opens) : time;
        }
        LocalDate day = time.toLocalDate().plusDays(1);
        while (!isWorkday(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(opens).atZone(time.getZone());
    }

    /** The last working day before this one. */
    public LocalDate workdayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!isWorkday(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    /**
     * How many working days of those up to this one came after a term was over. A term that ends when nobody works ends
     * with the next working day.
     */
    public int workdaysAfter(LocalDate term, LocalDate today) {
        LocalDate end = term;
        while (!isWorkday(end)) {
            end = end.plusDays(1);
        }
        return end.isBefore(today)
                ? (int) end.plusDays(1)
                        .datesUntil(today.plusDays(1))
                        .filter(this::isWorkday)
                        .count()
                : 0;
    }

    /** When people start to work on the next working day after this moment. */
    public ZonedDateTime nextMorning(ZonedDateTime time) {
        return opening(time.toLocalDate().plusDays(1).atStartOfDay(time.getZone()));
    }

    /** When the working day of this moment ends. */
    public ZonedDateTime closing(ZonedDateTime time) {
        return time.with(closes);
    }

    private boolean isWorkday(LocalDate day) {
        return workdays.contains(day.getDayOfWeek()) && !holidays.isHoliday(day);
    }
}
