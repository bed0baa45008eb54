package salesconveyor.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what was paid on a paper. Whoever keeps the payments answers. */
public interface Prepayments {
    /**
     * One payment.
     *
     * @param paid the day on which the money came
     * @param order the number of the payer's payment order, where the bank's file tells it, and {@code orderDay} its day
     */
    record Prepayment(
            LocalDate paid,
            @Nullable String order,
            @Nullable LocalDate orderDay) {}

    /** Those that a bank did not take back, the earliest first. */
    List<Prepayment> of(String invoiceNumber);

    /** What was paid on it and not taken back. */
    BigDecimal sum(String invoiceNumber);
}
