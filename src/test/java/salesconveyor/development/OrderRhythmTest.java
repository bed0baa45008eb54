package salesconveyor.development;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderRhythmTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-10");

    @ParameterizedTest(name = "orders on days {0}: every {1} days")
    @CsvSource({"0 30 60, 30", "0 10 60, 30", "0 10 20 90, 10", "0 10 31 100 105, 16", "60 0 30, 30", "0 5 5 5 15, 8"})
    void theIntervalIsTheMedianOfTheDaysBetweenOrders(String days, int interval) {
        var rhythm = OrderRhythm.of(days(days)).orElseThrow();
        assertThat(rhythm.interval()).isEqualTo(interval);
        assertThat(rhythm.nextOrder())
                .isEqualTo(days(days).stream()
                        .max(LocalDate::compareTo)
                        .orElseThrow()
                        .plusDays(interval));
    }

    /** The alarm comes on the first whole day that reaches so many of them. */
    @ParameterizedTest(name = "{1} of {0} days: day {2}")
    @CsvSource({"34, 1.3, 45", "10, 1.3, 13", "1, 1.3, 2", "30, 1.5, 45", "7, 1, 7", "100, 1.35, 135"})
    void theAlarmComesWhenTheClientIsSilentForTooManyIntervals(int interval, BigDecimal intervals, int day) {
        assertThat(new OrderRhythm(interval, FIRST).alarm(intervals)).isEqualTo(FIRST.plusDays(day));
    }

    @ParameterizedTest
    @CsvSource({"0", "0 30", "0 30 30"})
    void fewerThanThreeOrderDaysAreNoRhythm(String days) {
        assertThat(OrderRhythm.of(days(days))).isEmpty();
    }

    @Test
    void noOrderIsNoRhythm() {
        assertThat(OrderRhythm.of(List.of())).isEmpty();
    }

    private static List<LocalDate> days(String days) {
        return Arrays.stream(days.split(" "))
                .map(day -> FIRST.plusDays(Long.parseLong(day)))
                .toList();
    }
}
