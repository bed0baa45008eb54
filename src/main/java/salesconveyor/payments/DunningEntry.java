package salesconveyor.payments;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of an invoice's dunning log.
 *
 * @param step the level at which it happened: PRE_REMINDER, REMINDER, SECOND_NOTICE, CALL or DECIDE; DISPUTE for a
 *     letter or call of the client
 * @param outcome PLANNED or SENT for a letter, HELD for a step that waited, else what the person answered
 * @param promised the day for which the client promised the money
 */
record DunningEntry(
        String step,
        String outcome,
        LocalDate doneOn,
        @Nullable LocalDate promised,
        @Nullable String author,
        @Nullable String reason) {
    static final String PLANNED = "PLANNED";
    static final String SENT = "SENT";
    static final String HELD = "HELD";
    static final String DISPUTED = "DISPUTED";
}
