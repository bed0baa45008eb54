package salesconveyor.economics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Seconds as hours and minutes. */
final class Hours {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final int NINETY = 90;

    private Hours() {}

    static BigDecimal of(long seconds) {
        return BigDecimal.valueOf(seconds).divide(HOUR, MathContext.DECIMAL64);
    }

    static BigDecimal ofMinutes(BigDecimal minutes) {
        return minutes.divide(MINUTES, MathContext.DECIMAL64);
    }

    static BigDecimal minutes(BigDecimal hours) {
        return hours.multiply(MINUTES).setScale(1, RoundingMode.HALF_UP);
    }

    static BigDecimal mean(List<Long> seconds) {
        long sum = seconds.stream().mapToLong(Long::longValue).sum();
        return of(sum).divide(BigDecimal.valueOf(seconds.size()), MathContext.DECIMAL64);
    }

    /** The smallest value that at least nine of ten do not exceed. */
    static BigDecimal ninetieth(List<Long> seconds) {
        List<Long> sorted = seconds.stream().sorted().toList();
        return of(sorted.get((sorted.size() * NINETY + 99) / 100 - 1));
    }
}
