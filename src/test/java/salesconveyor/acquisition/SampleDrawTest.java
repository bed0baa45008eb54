package salesconveyor.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample is random, and can be drawn again. */
class SampleDrawTest {
    @Test
    void aLeadDrawsTheSameLotAgainAndAnotherSeedAnotherOne() {
        double lot = SampleDraw.lot("seed", "L-2026-000001");
        assertThat(SampleDraw.lot("seed", "L-2026-000001")).isEqualTo(lot);
        assertThat(SampleDraw.lot("other", "L-2026-000001")).isNotEqualTo(lot);
        assertThat(SampleDraw.lot("seed", "L-2026-000002")).isNotEqualTo(lot);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.5, 1})
    void theShareOfThoseDrawnIsTheShareThatWasAskedFor(double share) {
        long drawn = IntStream.range(0, 20_000)
                .mapToDouble(i -> SampleDraw.lot("seed", "L-2026-%06d".formatted(i)))
                .filter(lot -> lot < share)
                .count();
        assertThat(drawn / 20_000.0).isCloseTo(share, within(0.01));
    }

    @Test
    void aLotIsNeverOneSoThatAFullShareIsAll() {
        assertThat(IntStream.range(0, 20_000)
                        .mapToDouble(i -> SampleDraw.lot("seed", "L-" + i))
                        .allMatch(lot -> lot >= 0 && lot < 1))
                .isTrue();
    }
}
