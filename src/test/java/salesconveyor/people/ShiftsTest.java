package salesconveyor.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import salesconveyor.ConveyorTest;
import salesconveyor.engine.Refused;

/** When people who work at home in the evening are offered work. Berlin is an hour ahead of these times. */
@ConveyorTest
class ShiftsTest {
    private final String person = "shift" + System.nanoTime();

    @Autowired
    Shifts shifts;

    @ParameterizedTest
    @CsvSource({
        // Monday evening from 18 to 22.
        "2026-11-23T16:59:59Z, false",
        "2026-11-23T17:00:00Z, true",
        "2026-11-23T20:59:59Z, true",
        "2026-11-23T21:00:00Z, false",
        "2026-11-24T17:30:00Z, false",
        // Friday from 22 to 2 on Saturday.
        "2026-11-27T23:30:00Z, true",
        "2026-11-28T00:59:00Z, true",
        "2026-11-28T01:00:00Z, false",
        // Not valid any more, while the other one is.
        "2026-12-07T17:30:00Z, false",
        // None is valid yet.
        "2026-11-16T17:30:00Z, true",
        "2026-11-17T02:00:00Z, true",
        // Christmas Day.
        "2026-12-25T22:00:00Z, false"
    })
    void workIsOfferedInAShiftOnly(Instant at, boolean onDuty) {
        add(DayOfWeek.MONDAY, "18:00", "22:00", "2026-11-23", "2026-12-06");
        add(DayOfWeek.FRIDAY, "22:00", "02:00", "2026-11-23", null);
        assertThat(shifts.onDuty(person, at)).isEqualTo(onDuty);
    }

    @Test
    void whoHasNoShiftsIsOfferedWorkAtAnyTime() {
        assertThat(shifts.onDuty(person, Instant.parse("2026-11-22T02:00:00Z"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // Four Mondays of four hours, five Fridays of four hours but one that is a holiday.
        "2026-12-01, 2027-01-01, 28",
        "2026-11-23, 2026-11-24, 4",
        "2026-11-24, 2026-11-24, 0",
        // The Friday before the clocks are put back.
        "2026-10-23, 2026-10-26, 4"
    })
    void thePlannedHoursAreThoseOfTheShifts(LocalDate from, LocalDate until, long hours) {
        add(DayOfWeek.MONDAY, "18:00", "22:00", "2026-10-01", null);
        add(DayOfWeek.FRIDAY, "22:00", "02:00", "2026-10-01", null);
        assertThat(shifts.planned(person, from, until, begin -> true).toHours()).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({
        "MONDAY, 21:00, 23:00, 2026-11-01, , false",
        "MONDAY, 17:00, 18:01, 2026-11-01, , false",
        "MONDAY, 12:00, 02:00, 2026-11-01, , false",
        "MONDAY, 22:00, 23:00, 2026-11-01, , true",
        "MONDAY, 12:00, 18:00, 2026-11-01, , true",
        "TUESDAY, 18:00, 22:00, 2026-11-01, , true",
        "MONDAY, 18:00, 22:00, 2026-10-01, 2026-10-31, true",
        "MONDAY, 18:00, 22:00, 2026-10-01, 2026-11-01, false",
        "WEDNESDAY, 18:00, 22:00, 2026-11-02, 2026-11-01, false",
        // Over midnight: Sunday's ends when Monday's begins or has begun, Monday's when Tuesday has.
        "SUNDAY, 20:00, 18:00, 2026-11-01, , true",
        "SUNDAY, 20:00, 18:01, 2026-11-01, , false",
        "SUNDAY, 20:00, 19:00, 2026-11-01, 2026-11-01, false",
        "SUNDAY, 20:00, 19:00, 2026-10-01, 2026-10-30, true"
    })
    void twoShiftsAtOnceAreRefused(
            DayOfWeek day, String starts, String ends, String from, @Nullable String until, boolean taken) {
        add(DayOfWeek.MONDAY, "18:00", "22:00", "2026-11-01", null);
        if (taken) {
            add(day, starts, ends, from, until);
            assertThat(shifts.of(person)).hasSize(2);
        } else {
            assertThatThrownBy(() -> add(day, starts, ends, from, until)).isInstanceOf(Refused.class);
            assertThat(shifts.of(person)).hasSize(1);
        }
    }

    @Test
    void aShiftIsEndedAndThenIsNone() {
        add(DayOfWeek.MONDAY, "18:00", "22:00", "2026-11-01", null);
        Shift shift = shifts.of(person).get(0);
        assertThat(shifts.end(shift.id(), LocalDate.of(2026, 11, 23))).isTrue();
        assertThat(shifts.of(person)).singleElement().isEqualTo(shift.until(LocalDate.of(2026, 11, 23)));
        assertThat(shifts.onDuty(person, Instant.parse("2026-11-23T12:00:00Z"))).isFalse();
        assertThat(shifts.onDuty(person, Instant.parse("2026-11-24T12:00:00Z"))).isTrue();
        assertThat(shifts.end(shift.id(), LocalDate.of(2026, 10, 31))).isFalse();
        // Another one follows; it is not made longer into that.
        add(DayOfWeek.MONDAY, "19:00", "21:00", "2026-11-30", null);
        assertThat(shifts.end(shift.id(), LocalDate.of(2026, 11, 29))).isTrue();
        assertThatThrownBy(() -> shifts.end(shift.id(), LocalDate.of(2026, 11, 30)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aShiftIsDeletedOnce() {
        add(DayOfWeek.MONDAY, "18:00", "22:00", "2026-11-01", null);
        long id = shifts.of(person).get(0).id();
        assertThat(shifts.delete(id)).isTrue();
        assertThat(shifts.delete(id)).isFalse();
        assertThat(shifts.all()).noneMatch(shift -> shift.person().equals(person));
    }

    private void add(DayOfWeek day, String starts, String ends, String from, @Nullable String until) {
        shifts.add(
                new Shift(
                        0,
                        person,
                        day,
                        LocalTime.parse(starts),
                        LocalTime.parse(ends),
                        LocalDate.parse(from),
                        until == null ? null : LocalDate.parse(until)),
                "head");
    }
}
