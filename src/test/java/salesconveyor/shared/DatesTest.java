package salesconveyor.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatesTest {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private final Dates dates = new Dates(Clock.system(ZoneId.of("Europe/Berlin")));

    @Test
    void aDayIsWrittenAsItsReaderWritesIt() {
        LocalDate day = LocalDate.of(2026, 3, 9);
        assertThat(dates.day(day, Locale.US)).isEqualTo("Mar 9, 2026");
        assertThat(dates.day(day, RUSSIAN)).isEqualTo("9 мар. 2026 г.");
        assertThat(dates.day(null, RUSSIAN)).isEmpty();
        assertThat(dates.days(day, null, Locale.US)).isEqualTo("Mar 9, 2026 – ");
    }

    @Test
    void aMomentIsThatOfTheCompany() {
        var late = OffsetDateTime.parse("2026-03-09T23:30:00Z");
        assertThat(dates.day(late, Locale.US)).isEqualTo("Mar 10, 2026");
        assertThat(dates.moment(late, RUSSIAN)).isEqualTo("10 мар. 2026 г., 00:30");
        assertThat(dates.moment(late.toInstant(), RUSSIAN)).isEqualTo("10 мар. 2026 г., 00:30");
    }

    @Test
    void aMonthHasItsName() {
        assertThat(dates.month(YearMonth.of(2026, 3), Locale.US)).isEqualTo("March 2026");
        assertThat(dates.month(YearMonth.of(2026, 3), RUSSIAN)).isEqualTo("март 2026");
    }

    /** Papers have their own way, by the language of the client. */
    @Test
    void noPageWritesADayByItself() throws IOException {
        try (var pages = Files.list(Path.of("src/main/resources/templates"))) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(page))
                        .as(page.toString())
                        .doesNotContain("#temporals", "#dates", "toLocalDate()")
                        .doesNotContainPattern("th:text=\"\\$\\{[^\"]*(validFrom|issued|\\.due|month)\\}");
            }
        }
    }
}
