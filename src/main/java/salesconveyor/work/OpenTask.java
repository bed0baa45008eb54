package salesconveyor.work;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody could do next: it waits in a queue, or that person has it already.
 *
 * @param worker whose it is; nobody while it waits
 * @param worth of its case; 0 while nobody knows
 * @param promised when a client was promised this call; nothing when nobody was
 * @param promisedBy who promised it
 * @param touched when its worker last worked on it; nothing while it is not begun
 * @param parked begun, and left for another
 */
record OpenTask(
        long id,
        String task,
        String station,
        @Nullable String companyNumber,
        @Nullable String worker,
        int priority,
        BigDecimal worth,
        OffsetDateTime offered,
        @Nullable OffsetDateTime due,
        @Nullable OffsetDateTime promised,
        @Nullable String promisedBy,
        @Nullable OffsetDateTime touched,
        boolean parked) {}
