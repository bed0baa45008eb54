package salesconveyor.payments.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One booked movement: what came in is positive, what went out is negative. A batch gives one entry for each payment
 * in it. The {@code key} is the same wherever overlapping files repeat the movement.
 *
 * @param reference the structured creditor reference, without spaces
 * @param returned a payment that a bank took back, whichever way the money went
 */
public record Entry(
        String key,
        BigDecimal amount,
        String currency,
        LocalDate booked,
        LocalDate value,
        @Nullable String endToEndId,
        @Nullable String reference,
        String text,
        @Nullable String partyName,
        @Nullable String partyIban,
        boolean returned,
        @Nullable String returnReason) {

    public boolean incoming() {
        return amount.signum() > 0;
    }
}
