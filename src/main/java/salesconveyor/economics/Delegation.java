package salesconveyor.economics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What it brings a month to give an operation of the managers to a helper:
 *
 * <pre>gain = V(t_m + s)g - V[t_h c_h (1 + r) + h_h c_h + h_m g] - F</pre>
 *
 * All times are hours. The hours that the managers get free, V(t_m + s - h_m), earn g only as long as leads wait for
 * managers: beyond these hours they earn nothing here, for the managers are paid anyway. What waits is worked off once, so
 * what it limits is the gain of the first month.
 *
 * @param volume V, how often a month
 * @param managerHours t_m, of a manager for one
 * @param switchHours s, that a manager loses by turning to it and back
 * @param hourMargin g, of one more hour of selling
 * @param helperHours t_h, of the helper for one
 * @param helperCost c_h, of an hour of the helper
 * @param rework r, share that has to be done again, from 0 to 1
 * @param helperHandOff h_h, hours of the helper to get one and to give it back
 * @param managerHandOff h_m, the same of the manager
 * @param fixed F, a month, such as training and supervision
 */
public record Delegation(
        BigDecimal volume,
        BigDecimal managerHours,
        BigDecimal switchHours,
        BigDecimal hourMargin,
        BigDecimal helperHours,
        BigDecimal helperCost,
        BigDecimal rework,
        BigDecimal helperHandOff,
        BigDecimal managerHandOff,
        BigDecimal fixed) {
    private static final MathContext EXACT = MathContext.DECIMAL64;

    /** Hours of managers that get free a month; negative when handing over takes longer than doing it. */
    public BigDecimal freedHours() {
        return volume.multiply(managerHours.add(switchHours).subtract(managerHandOff), EXACT);
    }

    /** As long as there is more than enough to sell: the formula as it stands. */
    public BigDecimal gain() {
        return freedHours().multiply(hourMargin, EXACT).subtract(helperMonth());
    }

    /** In the first month. @param waiting hours of selling work that wait for managers, once */
    public BigDecimal gain(BigDecimal waiting) {
        return earned(waiting).subtract(helperMonth());
    }

    /** Up to how many hours for one the helper may need in the first month; nothing when even none would be too many. */
    public Optional<BigDecimal> breakEvenHelperHours(BigDecimal waiting) {
        BigDecimal each = volume.multiply(helperCost, EXACT).multiply(BigDecimal.ONE.add(rework), EXACT);
        return notNegative(forWork(waiting), each);
    }

    /** Up to which share may come back in the first month; nothing when it does not pay even if none does. */
    public Optional<BigDecimal> breakEvenRework(BigDecimal waiting) {
        BigDecimal once = volume.multiply(helperCost, EXACT).multiply(helperHours, EXACT);
        return notNegative(forWork(waiting).subtract(once), once);
    }

    /** What the helper costs a month, the managers' own time for the hand-over not counted. */
    public BigDecimal helperMonth() {
        BigDecimal each = helperHours
                .multiply(BigDecimal.ONE.add(rework), EXACT)
                .add(helperHandOff)
                .multiply(helperCost, EXACT);
        return volume.multiply(each, EXACT).add(fixed);
    }

    private BigDecimal earned(BigDecimal waiting) {
        return freedHours().min(waiting.max(BigDecimal.ZERO)).multiply(hourMargin, EXACT);
    }

    /** What is left of the earned for the work of the helper. */
    private BigDecimal forWork(BigDecimal waiting) {
        BigDecimal handOff = volume.multiply(helperHandOff, EXACT).multiply(helperCost, EXACT);
        return earned(waiting).subtract(handOff).subtract(fixed);
    }

    private static Optional<BigDecimal> notNegative(BigDecimal amount, BigDecimal by) {
        return amount.signum() < 0 || by.signum() == 0 ? Optional.empty() : Optional.of(amount.divide(by, EXACT));
    }
}
