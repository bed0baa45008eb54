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
