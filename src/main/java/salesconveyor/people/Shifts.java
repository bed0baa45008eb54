package salesconveyor.people;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.Refused;

/**
 * The shifts of people who do not keep the company's hours, such as a student who works at home in the evening. Nobody
 * has a shift on a public holiday. Whoever has no shifts decides alone when to work; those that are over, or begin later,
 * are none.
 */
@Repository
@Transactional
public class Shifts {
    private static final String SELECT =
            "select id, person, weekday, starts, ends, valid_from, valid_until from person_shift ";

    private static final int LOOK_AHEAD = 60;

    private final JdbcClient jdbc;
    private final Holidays holidays;
    private final Clock clock;

    Shifts(JdbcClient jdbc, Holidays holidays, Clock clock) {
        this.jdbc = jdbc;
        this.holidays = holidays;
        this.clock = clock;
    }

    /** Whether work may be offered to the person at that moment: in a shift only, or always when the person has none. */
    public boolean onDuty(String person, Instant at) {
        List<Shift> shifts = of(person);
        LocalDate today = LocalDate.ofInstant(at, clock.getZone());
        return shifts.stream().noneMatch(shift -> shift.isValid(today))
                || running(shifts, at).findAny().isPresent();
    }

    /**
     * That moment in a shift, else the beginning of the next one; nothing for whoever has none in the next two months.
     */
    public Optional<Instant> opening(String person, Instant at) {
        List<Shift> shifts = of(person);
        if (running(shifts, at).findAny().isPresent()) {
            return Optional.of(at);
        }
        LocalDate today = LocalDate.ofInstant(at, clock.getZone());
        return shifts.isEmpty()
                ? Optional.empty()
                : today.datesUntil(today.plusDays(LOOK_AHEAD))
                        .filter(day -> !holidays.isHoliday(day))
                        .flatMap(day -> shifts.stream()
                                .filter(shift -> shift.begins(day))
                                .map(shift -> shift.begin(day, clock.getZone())))
                        .filter(begin -> begin.isAfter(at))
                        .min(Comparator.naturalOrder());
    }

    /** The ends of the shifts that run at that moment. */
    private Stream<Instant> running(List<Shift> shifts, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, clock.getZone());
        return Stream.of(today.minusDays(1), today)
                .filter(day -> !holidays.isHoliday(day))
                .flatMap(day -> shifts.stream()
                        .filter(shift -> shift.begins(day) && shift.runs(day, at, clock.getZone()))
                        .map(shift -> shift.end(day, clock.getZone()).toInstant()));
    }

    /**
     * How long the shifts are that begin on these days.
     *
     * @param until the first day that does not count any more
     * @param counted by the moment when a shift begins
     */
    public Duration planned(String person, LocalDate from, LocalDate until, Predicate<Instant> counted) {
        List<Shift> shifts = of(person);
        return from.datesUntil(until)
                .filter(day -> !holidays.isHoliday(day))
                .flatMap(day -> shifts.stream()
                        .filter(shift -> shift.begins(day) && counted.test(shift.begin(day, clock.getZone())))
                        .map(shift -> shift.length(day, clock.getZone())))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Those of one person, by weekday and hour. */
    public List<Shift> of(String person) {
        return query("where person = ? order by weekday, starts, valid_from", person);
    }

    public List<Shift> all() {
        return query("order by person, weekday, starts, valid_from");
    }

    /** @throws Refused when the person has a shift at that time already, or the last day is before the first */
    public void add(Shift shift, @Nullable String author) {
        if (shift.validUntil() != null && shift.validUntil().isBefore(shift.validFrom())) {
            throw new Refused("The last day is before the first day; please correct one of them.");
        }
        refuseTwoAtOnce(shift);
        jdbc.sql(
                        "insert into person_shift (person, weekday, starts, ends, valid_from, valid_until, written_by, written)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        shift.person(),
                        shift.weekday().getValue(),
                        shift.starts(),
                        shift.ends(),
                        shift.validFrom(),
                        shift.validUntil(),
                        author,
                        OffsetDateTime.now(clock))
                .update();
    }

    private void refuseTwoAtOnce(Shift shift) {
        of(shift.person()).stream()
                .filter(other -> other.id() != shift.id())
                .filter(shift::meets)
                .findFirst()
                .ifPresent(other -> {
                    throw new Refused(
                            shift.weekday() == other.weekday()
                                    ? "{0} works from {1} to {2} on that weekday already; end or delete that shift first."
                                    : "{0} has a shift from {1} to {2} on the day before or after, which runs at the same time; end or delete that one first.",
                            other.person(),
                            other.starts().toString(),
                            other.ends().toString());
                });
    }

    /**
     * It begins for the last time on this day.
     *
     * @return whether there was such a shift that is valid before
     * @throws Refused when until that day the person has another shift at that time
     */
    public boolean end(long id, LocalDate lastDay) {
        query("where id = ?", id).forEach(shift -> refuseTwoAtOnce(shift.until(lastDay)));
        return jdbc.sql("update person_shift set valid_until = ? where id = ? and valid_from <= ?")
                        .params(lastDay, id, lastDay)
                        .update()
                > 0;
    }

    /** @return whether there was such a shift */
    public boolean delete(long id) {
        return jdbc.sql("delete from person_shift where id = ?").param(id).update() > 0;
    }

    private List<Shift> query(String rest, Object... parameters) {
        return jdbc.sql(SELECT + rest)
                .params(parameters)
                .query((row, n) -> new Shift(
                        row.getLong("id"),
                        row.getString("person"),
                        DayOfWeek.of(row.getInt("weekday")),
                        row.getObject("starts", LocalTime.class),
                        row.getObject("ends", LocalTime.class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)))
                .list();
    }
}
