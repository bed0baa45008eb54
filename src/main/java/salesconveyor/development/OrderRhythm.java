package salesconveyor.development;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How often a client orders by itself.
 *
 * @param interval the median of the days between its orders, half a day rounded up
 */
record OrderRhythm(int interval, LocalDate lastOrder) {
    private static final int ORDERS_AT_LEAST = 3;

    /** Nothing with fewer than three order days: two orders are no rhythm. */
    static Optional<OrderRhythm> of(List<LocalDate> orders) {
        List<LocalDate> days = orders.stream().distinct().sorted().toList();
        if (days.size() < ORDERS_AT_LEAST) {
            return Optional.empty();
        }
        int[] gaps = IntStream.range(1, days.size())
                .map(i -> (int) DAYS.between(days.get(i - 1), days.get(i)))
                .sorted()
                .toArray();
        int middle = gaps.length / 2;
        int median = gaps.length % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle] + 1) / 2;
        return Optional.of(new OrderRhythm(median, days.get(days.size() - 1)));
    }

    LocalDate nextOrder() {
        return lastOrder.plusDays(interval);
    }

    /** The first day on which the client is silent for so many of its own intervals. */
    LocalDate alarm(BigDecimal intervals) {
        return lastOrder.plusDays(intervals
                .multiply(BigDecimal.valueOf(interval))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact());
    }
}
