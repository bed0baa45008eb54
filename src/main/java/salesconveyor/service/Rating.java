package salesconveyor.service;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What clients answered to "how likely is it that you recommend us", 0 to 10, in figures. Every figure is in percent or,
 * the Net Promoter Score, in points from -100 to 100, with one decimal; nothing when nobody answered.
 *
 * @param asked how many were asked; {@code answered} of them gave a score
 * @param promoters 9 and 10; {@code passives} 7 and 8; {@code detractors} 0 to 6
 * @param satisfied whose score reaches the first satisfied one, by default 8
 * @param nps share of promoters less share of detractors (Reichheld 2003)
 * @param npsMargin half of its interval of 95 %, by the adjusted Wald method: three answers are added, of which 3/4 are
 *     promoters and 3/4 detractors, so that few or equal answers do not look certain (Rocks 2016)
 * @param csat share of the satisfied among those who answered
 * @param csatMargin half of its interval of 95 %, adjusted Wald: four answers are added, half of them satisfied (Agresti
 *     and Coull 1998)
 * @param responseRate share of those who answered among those who were asked
 */
public record Rating(
        int asked,
        int answered,
        int promoters,
        int passives,
        int detractors,
        int satisfied,
        @Nullable BigDecimal nps,
        @Nullable BigDecimal npsMargin,
        @Nullable BigDecimal csat,
        @Nullable BigDecimal csatMargin,
        @Nullable BigDecimal responseRate,
        Sample sample) {
    /** How far the figures can be trusted. */
    public enum Sample {
        NONE,
        /** Fewer than thirty answers: no more than a hint. */
        SMALL,
        ENOUGH
    }

    private static final int FIRST_PROMOTER = 9;
    private static final int LAST_DETRACTOR = 6;
    private static final int ENOUGH_ANSWERS = 30;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");
    /** Of the normal distribution, for 95 %. */
    private static final BigDecimal Z = new BigDecimal("1.96");

    /**
     * The figures of these questions.
     *
     * @param scores one for each question that was asked; nothing where nobody answered
     * @param satisfiedFrom the lowest score of a satisfied client
     */
    static Rating of(Collection<@Nullable Integer> scores, int satisfiedFrom) {
        List<Integer> given = scores.stream().filter(Objects::nonNull).toList();
        int answered = given.size();
        int promoters = count(given, FIRST_PROMOTER);
        int detractors = answered - count(given, LAST_DETRACTOR + 1);
        int satisfied = count(given, satisfiedFrom);
        return new Rating(
                scores.size(),
                answered,
                promoters,
                answered - promoters - detractors,
                detractors,
                satisfied,
                percent(promoters - detractors, answered),
                answered == 0 ? null : npsMargin(promoters, detractors, answered),
                percent(satisfied, answered),
                answered == 0 ? null : csatMargin(satisfied, answered),
                percent(answered, scores.size()),
                answered == 0 ? Sample.NONE : answered < ENOUGH_ANSWERS ? Sample.SMALL : Sample.ENOUGH);
    }

    private static int count(List<Integer> scores, int from) {
        return (int) scores.stream().filter(score -> score >= from).count();
    }

    private static @Nullable BigDecimal percent(int part, int whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    private static BigDecimal npsMargin(int promoters, int detractors, int answered) {
        BigDecimal all = BigDecimal.valueOf(answered + 3L);
        BigDecimal inFavour = share(BigDecimal.valueOf(promoters).add(THREE_QUARTERS), all);
        BigDecimal against = share(BigDecimal.valueOf(detractors).add(THREE_QUARTERS), all);
        BigDecimal balance = inFavour.subtract(against);
        return margin(inFavour.add(against).subtract(balance.multiply(balance)), all);
    }

    private static BigDecimal csatMargin(int satisfied, int answered) {
        BigDecimal all = BigDecimal.valueOf(answered + 4L);
        BigDecimal happy = share(BigDecimal.valueOf(satisfied + 2L), all);
        return margin(happy.multiply(BigDecimal.ONE.subtract(happy)), all);
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, MathContext.DECIMAL64);
    }

    private static BigDecimal margin(BigDecimal variance, BigDecimal answers) {
        return variance.divide(answers, MathContext.DECIMAL64)
                .sqrt(MathContext.DECIMAL64)
                .multiply(Z)
                .multiply(HUNDRED)
                .setScale(1, RoundingMode.HALF_UP);
    }
}
