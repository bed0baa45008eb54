package salesconveyor.people;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import salesconveyor.engine.ModelFunction;

/**
 * When people work: weekdays between the opening and closing hour of the company's zone, without public holidays.
 * Models use it for due dates: {@code ${workingTime.after('PT4H')}} is four working hours from now.
 */
@Component("workingTime")
public class WorkingTime implements ModelFunction {
    private final Clock clock;
    private final Holidays holidays;
    private final LocalTime opens;
    private final LocalTime closes;

    WorkingTime(
            Clock clock,
            Holidays holidays,
            @Value("${conveyor.opens:09:00}") LocalTime opens,
            @Value("${conveyor.closes:18:00}") LocalTime closes) {
        this.clock = clock;
        this.holidays = holidays;
        this.opens = opens;
        this.closes = closes;
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

    /** When the working day of this moment ends. */
    public ZonedDateTime closing(ZonedDateTime time) {
        return time.with(closes);
    }

    private boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.isHoliday(day);
    }
}
