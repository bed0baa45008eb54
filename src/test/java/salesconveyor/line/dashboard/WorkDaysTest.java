package salesconveyor.line.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import salesconveyor.ConveyorTest;

/** Working days from 9 to 18 in Berlin, which is two hours ahead of these times. */
@ConveyorTest
class WorkDaysTest {
    @Autowired
    WorkDays days;

    @ParameterizedTest
    @CsvSource({
        // Monday to Monday; a Tuesday from noon to Wednesday noon; one hour of nine; an evening hour of eight.
        "2026-06-01T00:00Z, 2026-06-08T00:00Z, 5",
        "2026-06-02T10:00Z, 2026-06-03T10:00Z, 1",
        "2026-06-02T08:00Z, 2026-06-02T09:00Z, 0.1111111",
        "2026-06-02T18:00Z, 2026-06-02T19:00Z, 0.125",
        // Friday afternoon and the weekend, Labour Day, a Saturday alone.
        "2026-06-05T13:00Z, 2026-06-07T22:00Z, 0.3333333",
        "2026-04-30T22:00Z, 2026-05-04T22:00Z, 1",
        "2026-06-05T22:00Z, 2026-06-06T22:00Z, 1"
    })
    void aDayCountsAsFarAsItLiesInTheTime(OffsetDateTime from, OffsetDateTime until, double expected) {
        assertThat(days.in(new Period(from, until))).isCloseTo(expected, within(1e-6));
    }
}
