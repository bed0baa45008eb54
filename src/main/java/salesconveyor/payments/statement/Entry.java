package salesconveyor.payments.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One booked movement: what came in is positive, what went out is negative. A batch gives one entry for each payment
 * in it. The {@code key} is the same wherever overlapping files repeat the movement.
 *
 * @param reference the structured creditor reference, without spaces
 * @param partyIban the account at the other end, in a country without IBAN its national number
 * @param partyTaxNumber the INN of the other end, where the format tells it
 * @param order the payer's own payment order, where the format tells it
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
        @Nullable String partyTaxNumber,
        @Nullable Order order,
        boolean returned,
        @Nullable String returnReason) {

    /** A payment order by its number and the day it was written. */
    public record Order(String number, @Nullable LocalDate day) {}

    /** A movement whose format does not tell the payer's payment order. */
    public Entry(
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
            @Nullable String partyTaxNumber,
            boolean returned,
            @Nullable String returnReason) {
        this(
                key,
                amount,
                currency,
                booked,
                value,
                endToEndId,
                reference,
                text,
                partyName,
                partyIban,
                partyTaxNumber,
                null,
                returned,
                returnReason);
    }

    /** The key of a movement that its teller names by a reference of his own. */
    public static String key(String account, String reference) {
        return new Keys().byReference(account, reference, 0);
    }

    public boolean incoming() {
        return amount.signum() > 0;
    }
}
