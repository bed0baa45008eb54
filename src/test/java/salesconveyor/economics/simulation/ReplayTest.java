package salesconveyor.economics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import salesconveyor.work.Touch;

class ReplayTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final OffsetDateTime JUNE = OffsetDateTime.parse("2016-06-01T00:00:00+02:00");

    private static Replay of(int cases) {
        List<Touch> touches = IntStream.range(0, cases)
                .mapToObj(i -> {
                    OffsetDateTime at = JUNE.plusHours(9).plusMinutes(i);
                    return new Touch(
                            "acquireClient",
                            "callCompany",
                            "callers",
                            "caller",
                            "R-" + i,
                            at,
                            at,
                            at.plusMinutes(5),
                            0,
                            "BUSY");
                })
                .toList();
        return Replay.of(touches, JUNE, JUNE.plusDays(30), BERLIN);
    }

    /** Called on Friday at ten, met on Monday at nine, in the week in which the clocks go forward. */
    @Test
    void aMeetingAfterAClockChangeIsAtItsHour() {
        Replay replay = Replay.of(
                List.of(
                        touch("warmUpCall", "2016-03-25T10:00:00+01:00", "2016-03-25T10:30:00+01:00"),
                        touch("holdFirstMeeting", "2016-03-28T09:00:00+02:00", "2016-03-28T10:00:00+02:00")),
                OffsetDateTime.parse("2016-03-01T00:00:00+01:00"),
                JUNE,
                BERLIN);
        assertThat(replay.journeys().get(0).stops().get(1).delay()).isEqualTo((2 * 24 + 22.5) * 60);
    }

    private static Touch touch(String station, String ready, String ended) {
        OffsetDateTime from = OffsetDateTime.parse(ready);
        return new Touch(
                "sellToClient",
                station,
                "managers",
                "manager",
                "R-1",
                from,
                from,
                OffsetDateTime.parse(ended),
                0,
                "OK");
    }

    /** Of 3,007 cases, one a minute from nine o'clock, the first seven are left out. */
    @Test
    void whenOlderCasesAreLeftOutTheTimeBeginsWithTheFirstThatIsPlayed() {
        Replay replay = of(3007);
        assertThat(replay.cut()).isTrue();
        assertThat(replay.journeys()).hasSize(3000);
        assertThat(replay.from()).isEqualTo(LocalDateTime.of(2016, 6, 1, 9, 7));
        assertThat(replay.opening()).isEqualTo(replay.journeys().get(0).arrival());
        assertThat(of(10).from()).isEqualTo(LocalDateTime.of(2016, 6, 1, 0, 0));
    }
}
