package salesconveyor.economics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import salesconveyor.work.Touch;

/** Sums up the records by operation. */
final class Operations {
    private Operations() {}

    /** All that were completed in the time, the dearest first. */
    static List<Operation> of(Records.Book book) {
        Map<String, List<Touch>> byStation = book.touches().stream()
                .collect(Collectors.groupingBy(
                        touch -> touch.process() + " " + touch.station(), TreeMap::new, Collectors.toList()));
        return byStation.values().stream()
                .map(touches -> operation(book, touches))
                .sorted(Comparator.comparing(
                                Operation::cost, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
                        .thenComparing(Operation::hours, Comparator.reverseOrder()))
                .toList();
    }

    private static Operation operation(Records.Book book, List<Touch> touches) {
        List<Long> seconds = touches.stream().map(Touch::seconds).toList();
        long sum = seconds.stream().mapToLong(Long::longValue).sum();
        return new Operation(
                touches.get(0).process(),
                touches.get(0).station(),
                touches.size(),
                shares(book, touches),
                hours(book.window().perMonth(Hours.of(sum))),
                cost(book, touches),
                Hours.minutes(Hours.mean(seconds)),
                Hours.minutes(Hours.ninetieth(seconds)),
                Hours.minutes(
                        Hours.mean(touches.stream().map(Touch::waitSeconds).toList())));
    }

    private static BigDecimal hours(BigDecimal hours) {
        return hours.setScale(1, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal cost(Records.Book book, List<Touch> touches) {
        BigDecimal cost = sum(touches, book.labour()::cost);
        return cost == null ? null : book.window().perMonth(cost).setScale(2, RoundingMode.HALF_UP);
    }

    /** Nothing as soon as one of them is not known: a sum without it would look too good. */
    static @Nullable BigDecimal sum(List<Touch> touches, Function<Touch, @Nullable BigDecimal> cost) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Touch touch : touches) {
            BigDecimal one = cost.apply(touch);
            if (one == null) {
                return null;
            }
            sum = sum.add(one);
        }
        return sum;
    }

    private static List<Operation.Share> shares(Records.Book book, List<Touch> touches) {
        Map<String, Long> byRole = touches.stream()
                .map(touch -> Objects.requireNonNullElse(book.labour().paidAs(touch), ""))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return byRole.entrySet().stream()
                .map(share -> new Operation.Share(
                        share.getKey().isEmpty() ? null : share.getKey(),
                        share.getValue().intValue(),
                        (int) ((share.getValue() * 200 + touches.size()) / (2L * touches.size()))))
                .sorted(Comparator.comparing(Operation.Share::times).reversed())
                .toList();
    }
}
