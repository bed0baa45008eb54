package salesconveyor.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class OnePersonsHoursTest {
    private static WorkingTime open(String from, String until) {
        return new WorkingTime(
                Clock.system(ZoneId.of("Europe/Berlin")),
                new Holidays(""),
                LocalTime.parse(from),
                LocalTime.parse(until),
                EnumSet.allOf(DayOfWeek.class));
    }

    /** Thirty days of a company that never closes are no thirty days of anybody's work. */
    @Test
    void nobodyWorksAllDayAndAllWeek() {
        WorkingTime always = open("00:00", "23:59").ofOnePerson();
        assertThat(always.opens()).isEqualTo("09:00");
        assertThat(always.closes()).isEqualTo("18:00");
        assertThat(always.workdays())
                .doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                .hasSize(5);
        WorkingTime shop = open("08:00", "20:00");
        assertThat(shop.ofOnePerson()).isSameAs(shop);
    }
}
