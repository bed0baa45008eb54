package salesconveyor.economics.simulation;

import java.util.List;

/** A figure over many runs. @param low nineteen of twenty runs are not below; {@code high}: not above */
public record Spread(double mean, double low, double high) {
    static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        return new Spread(
                sorted.stream().mapToDouble(Double::doubleValue).sum() / size,
                sorted.get(size * 5 / 100),
                sorted.get(Math.min(size - 1, size * 95 / 100)));
    }
}
