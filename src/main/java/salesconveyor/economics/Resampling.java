package salesconveyor.economics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Says how uncertain an input is. Of what is recorded by the bootstrap (Efron 1979): the mean of so many observations,
 * drawn from them with replacement, again and again. Of
 * a count by chance. Of what somebody only said, by a fifth more or less. The seed is
 * fixed, so that the same records give the same range.
 */
final class Resampling {
    static final int DRAWS = 1000;

    /** Of more than these the newest are enough: the mean is hardly uncertain any more. */
    private static final int MOST = 2000;

    private static final int FIFTH = 200;

    private Resampling() {}

    /** Means of the values, in their unit. */
    static List<BigDecimal> means(List<BigDecimal> values, long seed) {
        List<BigDecimal> drawn = values.subList(Math.max(0, values.size() - MOST), values.size());
        BigDecimal size = BigDecimal.valueOf(drawn.size());
        SplittableRandom random = new SplittableRandom(seed);
        List<BigDecimal> means = new ArrayList<>(DRAWS);
        for (int draw = 0; draw < DRAWS; draw++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < drawn.size(); i++) {
                sum = sum.add(drawn.get(random.nextInt(drawn.size())));
            }
            means.add(sum.divide(size, MathContext.DECIMAL64));
        }
        return means;
    }

    /** What a count of so many might as well have been, in the unit of the value: by the normal law, never below nothing. */
    static List<BigDecimal> counts(BigDecimal value, int times, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BigDecimal spread = BigDecimal.ONE.divide(
                BigDecimal.valueOf(Math.max(1, times)).sqrt(MathContext.DECIMAL64), MathContext.DECIMAL64);
        return Stream.generate(() -> BigDecimal.valueOf(random.nextGaussian()).multiply(spread))
                .limit(DRAWS)
                .map(off -> value.multiply(BigDecimal.ONE.add(off).max(BigDecimal.ZERO), MathContext.DECIMAL64))
                .toList();
    }

    /** The value, a fifth less or more, each as likely as the other. */
    static List<BigDecimal> around(BigDecimal value, long seed) {
        return widened(Collections.nCopies(DRAWS, value), seed);
    }

    /** Each of the values, a fifth less or more. */
    static List<BigDecimal> widened(List<BigDecimal> values, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return values.stream()
                .map(value -> value.multiply(
                        BigDecimal.valueOf(1000L + random.nextInt(-FIFTH, FIFTH + 1), 3), MathContext.DECIMAL64))
                .toList();
    }

    /** The value that so many percent of the draws do not exceed. */
    static BigDecimal percentile(List<BigDecimal> draws, int percent) {
        List<BigDecimal> sorted = draws.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
