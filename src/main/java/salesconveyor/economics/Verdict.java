package salesconveyor.economics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether an operation that managers do had better be done by a helper.
 *
 * @param helper the role that would do it
 * @param inputs of the formula, each with its origin and range
 * @param waiting selling hours that wait for managers, once: beyond them the freed hours of the first month earn nothing
 * @param low nineteen of twenty draws of the uncertain inputs give at least this gain; {@code high}: at most this
 */
public record Verdict(
        String station,
        String helper,
        Map<Input, Estimate> inputs,
        BigDecimal waiting,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {
    /** The letters of the formula, in its order. */
    public enum Input {
        VOLUME,
        MANAGER_HOURS,
        SWITCH_HOURS,
        HOUR_MARGIN,
        HELPER_HOURS,
        HELPER_COST,
        REWORK,
        HELPER_HANDOFF,
        MANAGER_HANDOFF,
        FIXED
    }

    public enum Kind {
        MOVE,
        PERHAPS,
        LEAVE,
        UNKNOWN
    }

    /** The formula with its inputs; nothing when what an hour of somebody costs or earns is not known. */
    public Optional<Delegation> delegation() {
        return isKnown() ? Optional.of(delegation(inputs, -1)) : Optional.empty();
    }

    /** In the first month, the freed hours counted only as far as leads wait; nothing when it cannot be told. */
    public @Nullable BigDecimal gain() {
        return delegation().map(one -> one.gain(waiting)).orElse(null);
    }

    /** A month later, when all that waited is worked off and no new lead waits. */
    public @Nullable BigDecimal later() {
        return delegation().map(one -> one.gain(BigDecimal.ZERO)).orElse(null);
    }

    /** What to do about it. */
    public Kind kind() {
        BigDecimal gain = gain();
        if (gain == null || low == null) {
            return Kind.UNKNOWN;
        }
        if (gain.signum() <= 0) {
            return Kind.LEAVE;
        }
        return low.signum() > 0 ? Kind.MOVE : Kind.PERHAPS;
    }

    private boolean isKnown() {
        return inputs.containsKey(Input.HOUR_MARGIN) && inputs.containsKey(Input.HELPER_COST);
    }

    static Verdict of(String station, String helper, Map<Input, Estimate> inputs, BigDecimal waiting) {
        var unsure = new Verdict(station, helper, inputs, waiting, null, null);
        if (!unsure.isKnown()) {
            return unsure;
        }
        List<BigDecimal> gains = IntStream.range(0, Resampling.DRAWS)
                .mapToObj(draw -> delegation(inputs, draw).gain(waiting))
                .toList();
        return new Verdict(
                station, helper, inputs, waiting, Resampling.percentile(gains, 5), Resampling.percentile(gains, 95));
    }

    /** @param draw which of the values that the inputs might have; the best estimate when negative */
    private static Delegation delegation(Map<Input, Estimate> inputs, int draw) {
        return new Delegation(
                value(inputs, Input.VOLUME, draw),
                value(inputs, Input.MANAGER_HOURS, draw),
                value(inputs, Input.SWITCH_HOURS, draw),
                value(inputs, Input.HOUR_MARGIN, draw),
                value(inputs, Input.HELPER_HOURS, draw),
                value(inputs, Input.HELPER_COST, draw),
                value(inputs, Input.REWORK, draw),
                value(inputs, Input.HELPER_HANDOFF, draw),
                value(inputs, Input.MANAGER_HANDOFF, draw),
                value(inputs, Input.FIXED, draw));
    }

    private static BigDecimal value(Map<Input, Estimate> inputs, Input input, int draw) {
        Estimate estimate = inputs.get(input);
        if (estimate == null) {
            throw new IllegalStateException(input + " is missing");
        }
        return draw < 0 ? estimate.value() : estimate.draws().get(draw);
    }
}
