package salesconveyor.development;

import org.jspecify.annotations.Nullable;

/**
 * Where a client stands today: what the decision on the next contact asks for.
 *
 * @param contactAllowed not suppressed and not lost
 * @param daysToNextOrder to the order that its rhythm lets us expect; negative when it is late; nothing without a
 *     rhythm, or when that order was talked about already
 * @param daysToAlarm to the day on which the client is silent for too long; not positive when that day came; nothing
 *     without a rhythm, or when the client was contacted since
 */
record Standing(
        boolean contactAllowed,
        ClientClass clientClass,
        int daysSinceDelivery,
        @Nullable Integer daysToNextOrder,
        @Nullable Integer daysToAlarm) {}
