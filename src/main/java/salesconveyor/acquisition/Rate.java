package salesconveyor.acquisition;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.jspecify.annotations.Nullable;

/**
 * How often the sieve was wrong, as far as managers judged blindly what it said.
 *
 * @param leads the sieve decided so about so many
 * @param drawn of them for a judgement
 * @param judged of them until now
 * @param wrong of them, in the manager's eyes
 * @param share of the judged that were wrong, from 0 to 1; nothing as long as none was judged
 * @param low where the true share begins with 95 % confidence, by the score of Wilson (1927), which also holds for few
 *     judgements and for shares near 0
 * @param high where it ends
 */
public record Rate(
        int leads,
        int drawn,
        int judged,
        int wrong,
        @Nullable Double share,
        @Nullable Double low,
        @Nullable Double high) {
    private static final double ERROR = 0.05;

    static Rate of(int leads, int drawn, int judged, int wrong) {
        if (judged == 0) {
            return new Rate(leads, drawn, 0, 0, null, null, null);
        }
        var interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(judged, wrong, ERROR);
        return new Rate(
                leads,
                drawn,
                judged,
                wrong,
                (double) wrong / judged,
                interval.getLowerBound(),
                interval.getUpperBound());
    }

    Rate and(Rate other) {
        return of(leads + other.leads, drawn + other.drawn, judged + other.judged, wrong + other.wrong);
    }
}
