package salesconveyor.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The interval against values worked out by the formula of Wilson with z = 1.959964. */
class RateTest {
    @ParameterizedTest
    @CsvSource({
        "10, 0,  0,    0,      0.2775",
        "10, 1,  0.1,  0.0179, 0.4042",
        "20, 10, 0.5,  0.2993, 0.7007",
        "100, 5, 0.05, 0.0215, 0.1118",
        "1,  1,  1,    0.2065, 1"
    })
    void theTrueShareLiesInTheInterval(int judged, int wrong, double share, double low, double high) {
        Rate rate = Rate.of(1000, judged, judged, wrong);
        assertThat(rate.share()).isCloseTo(share, within(1e-9));
        assertThat(rate.low()).isCloseTo(low, within(0.0001));
        assertThat(rate.high()).isCloseTo(high, within(0.0001));
    }

    @Test
    void withoutAJudgementThereIsNoRate() {
        Rate rate = Rate.of(40, 2, 0, 0);
        assertThat(rate.share()).isNull();
        assertThat(rate.low()).isNull();
        assertThat(rate.high()).isNull();
        assertThat(rate.and(Rate.of(10, 1, 1, 1))).isEqualTo(Rate.of(50, 3, 1, 1));
    }
}
