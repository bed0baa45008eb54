package salesconveyor.selling;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a manager's task leads to.
 *
 * @param answer the outcome, which the next gateway asks for
 * @param laterUntil with LATER, or lost for the time being: not before this moment
 * @param meeting with a meeting agreed: when it is
 * @param result when the sale ends here: how
 */
record Step(
        String answer,
        @Nullable OffsetDateTime laterUntil,
        @Nullable OffsetDateTime meeting,
        @Nullable SaleResult result) {}
