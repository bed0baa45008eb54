package salesconveyor.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a statement follows the ones before it. 2 March 2026 is a Monday. */
class PeriodTest {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** The others are cut by a bar; each is first day, last day, opening and closing balance. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the first one of all, 03 03 10 20, '', ''",
        "the day after, 03 03 10 20, 02 02 0 10, ''",
        "a day between, 04 04 20 30, 02 02 0 10, 03 03",
        "several days between, 06 06 20 30, 02 02 0 10, 03 05",
        "a day without a movement, 04 04 10 30, 02 02 0 10, ''",
        "a weekend between, 09 09 10 20, 06 06 0 10, ''",
        "a weekend between that hides money, 09 09 11 20, 06 06 0 10, balances",
        "a working day beside the weekend, 10 10 11 20, 06 06 0 10, 09 09",
        "balances that do not follow, 03 03 11 20, 02 02 0 10, balances",
        "no balances and a day between, 04 04 - -, 02 02 - -, 03 03",
        "no balances and no day between, 03 03 - -, 02 02 - -, ''",
        "an overlap of one that begins later, 01 05 0 30, 02 03 5 10, ''",
        "an overlap that begins before, 03 05 7 30, 02 04 5 10, ''",
        "the same again, 03 03 10 20, 03 03 10 20, ''",
        "the second of a day, 03 03 15 20, 02 02 0 10|03 03 10 15, ''",
        "one of two of the last day, 04 04 15 20, 03 03 10 15|03 03 12 14, ''",
        "one that comes late, 03 03 10 20, 02 02 0 10|04 04 20 30, ''",
        "an old one without a first day, 04 04 20 30, - 05 0 10, ''",
        "no first day, - 04 20 30, 02 02 0 10, ''",
    })
    void whatIsMissing(String name, String taken, String others, String missing) {
        List<Period> known = others.isEmpty()
                ? List.of()
                : Stream.of(others.split("\\|")).map(PeriodTest::period).toList();
        var gap = period(taken).gapAfter(known, day -> !WEEKEND.contains(day.getDayOfWeek()));
        String told = gap.map(found -> found.from() == null
                        ? "balances"
                        : "%02d %02d"
                                .formatted(
                                        found.from().getDayOfMonth(), found.to().getDayOfMonth()))
                .orElse("");
        assertThat(told).isEqualTo(missing);
    }

    private static Period period(String words) {
        String[] parts = words.split(" ");
        return new Period(day(parts[0]), day(parts[1]), amount(parts[2]), amount(parts[3]), "EUR");
    }

    private static LocalDate day(String words) {
        return words.equals("-") ? null : LocalDate.parse("2026-03-" + words);
    }

    private static BigDecimal amount(String words) {
        return words.equals("-") ? null : new BigDecimal(words);
    }
}
