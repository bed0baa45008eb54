package salesconveyor.development;

import org.jspecify.annotations.Nullable;

/**
 * Where a client stands today: what the decision on the next contact asks for.
 *
 * @param contactAllowed not suppressed and not lost
 * @param daysToNextOrder to the order that its rhythm lets us expect; negative when it is late; nothing without a
 *     rhythm, or when that order was talked about already
 */
record Standing(
        boolean contactAllowed,
        ClientClass clientClass,
        int daysSinceDelivery,
        @Nullable Integer daysToNextOrder) {}
