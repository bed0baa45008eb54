package salesconveyor.economics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * An input with its origin and its range.
 *
 * @param observations how many records it comes from; 0 when it does not
 * @param draws values that it might as well have, see {@link Resampling}
 */
public record Estimate(BigDecimal value, Source source, int observations, List<BigDecimal> draws) {
    /** Where an input comes from, from the best to the worst. */
    public enum Source {
        RECORDS,
        FEW_RECORDS,
        SETTING,
        ASSUMED
    }

    private static final int LOW = 5;
    private static final int HIGH = 95;

    /** The mean of what was recorded. Few records are too alike to tell a range: it is a fifth wider. */
    static Estimate recorded(List<BigDecimal> values, boolean enough, long seed) {
        BigDecimal mean = values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
        List<BigDecimal> means = Resampling.means(values, seed);
        return enough
                ? new Estimate(mean, Source.RECORDS, values.size(), means)
                : new Estimate(mean, Source.FEW_RECORDS, values.size(), Resampling.widened(means, -seed));
    }

    static Estimate said(BigDecimal value, Source source, long seed) {
        return new Estimate(value, source, 0, Resampling.around(value, seed));
    }

    /**
     * How often something happened, in the unit of the value: a count that came by chance (Poisson) would be another
     * one in another month, by its square root.
     */
    static Estimate counted(BigDecimal value, int times, long seed) {
        return new Estimate(value, Source.RECORDS, times, Resampling.counts(value, times, seed));
    }

    /** What is known exactly, such as a price. */
    static Estimate exact(BigDecimal value, Source source, int observations) {
        return new Estimate(
                value,
                source,
                observations,
                Stream.generate(() -> value).limit(Resampling.DRAWS).toList());
    }

    /** Nineteen of twenty draws are not less. */
    public BigDecimal low() {
        return Resampling.percentile(draws, LOW);
    }

    public BigDecimal high() {
        return Resampling.percentile(draws, HIGH);
    }

    /** The same in another unit. */
    Estimate times(BigDecimal factor) {
        return new Estimate(
                value.multiply(factor, MathContext.DECIMAL64),
                source,
                observations,
                draws.stream()
                        .map(draw -> draw.multiply(factor, MathContext.DECIMAL64))
                        .toList());
    }
}
