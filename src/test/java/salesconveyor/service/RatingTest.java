package salesconveyor.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures against numbers that were computed by hand. */
class RatingTest {
    /**
     * How often each group answered, and the figures. The margin of 5, 3 and 2 for example: p = 5.75/13, d = 2.75/13,
     * variance = p + d - (p - d)² = 0.600592, 1.96 √(0.600592/13) = 0.4213. Satisfied are 8, 9 and 10.
     */
    @ParameterizedTest(name = "9-10: {0}, 8: {1}, 7: {2}, 0-6: {3}, silent: {4}")
    @CsvSource({
        "  5,  2,  1,  2,  0,   30.0, 42.1,  70.0, 25.1, 100.0, SMALL",
        "  1,  0,  0,  0,  0,  100.0, 73.5, 100.0, 42.9, 100.0, SMALL",
        "  0,  0,  0,  1,  0, -100.0, 73.5,   0.0, 42.9, 100.0, SMALL",
        "  0,  0,  1,  0,  2,    0.0, 60.0,   0.0, 42.9,  33.3, SMALL",
        "  1,  1,  0,  1,  0,    0.0, 61.1,  66.7, 36.7, 100.0, SMALL",
        " 60, 20, 10, 10, 100,  50.0, 13.1,  80.0,  7.8,  50.0, ENOUGH",
        " 29,  0,  0,  0,  0,  100.0, 12.6, 100.0,  8.1, 100.0, SMALL",
        " 30,  0,  0,  0,  0,  100.0, 12.2, 100.0,  7.9, 100.0, ENOUGH",
        "  0,  0,  0,  0,  7,       ,     ,      ,     ,   0.0, NONE",
        "  0,  0,  0,  0,  0,       ,     ,      ,     ,      , NONE"
    })
    void theFiguresAreThoseOfTheirDefinitions(
            int promoters,
            int eights,
            int sevens,
            int detractors,
            int silent,
            @Nullable BigDecimal nps,
            @Nullable BigDecimal npsMargin,
            @Nullable BigDecimal csat,
            @Nullable BigDecimal csatMargin,
            @Nullable BigDecimal rate,
            Rating.Sample sample) {
        List<@Nullable Integer> scores = new ArrayList<>();
        add(scores, promoters, 9, 10);
        add(scores, eights, 8);
        add(scores, sevens, 7);
        add(scores, detractors, 6, 0, 3);
        for (int i = 0; i < silent; i++) {
            scores.add(null);
        }
        Rating rating = Rating.of(scores, 8);
        assertThat(rating.nps()).isEqualTo(nps);
        assertThat(rating.npsMargin()).isEqualTo(npsMargin);
        assertThat(rating.csat()).isEqualTo(csat);
        assertThat(rating.csatMargin()).isEqualTo(csatMargin);
        assertThat(rating.responseRate()).isEqualTo(rate);
        assertThat(rating.sample()).isEqualTo(sample);
        assertThat(rating.promoters() + rating.passives() + rating.detractors()).isEqualTo(rating.answered());
    }

    @ParameterizedTest
    @CsvSource({"0, D", "6, D", "7, P", "8, P", "9, +", "10, +"})
    void eachScoreBelongsToOneGroup(int score, String group) {
        Rating rating = Rating.of(List.of(score), 8);
        assertThat(rating.detractors()).isEqualTo(group.equals("D") ? 1 : 0);
        assertThat(rating.passives()).isEqualTo(group.equals("P") ? 1 : 0);
        assertThat(rating.promoters()).isEqualTo(group.equals("+") ? 1 : 0);
    }

    @Test
    void whoIsSatisfiedIsASetting() {
        assertThat(Rating.of(List.of(6, 7, 8, 9), 7).csat()).isEqualByComparingTo("75.0");
        assertThat(Rating.of(List.of(6, 7, 8, 9), 9).csat()).isEqualByComparingTo("25.0");
    }

    private static void add(List<@Nullable Integer> scores, int times, int... values) {
        for (int i = 0; i < times; i++) {
            scores.add(values[i % values.length]);
        }
    }
}
