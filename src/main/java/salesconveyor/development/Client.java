package salesconveyor.development;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A client in stage 4.
 *
 * @param since when its first order was served
 * @param accountManager who took the client first; nobody yet: the whole group
 * @param manager who sold the last order
 */
record Client(
        String companyNumber,
        State state,
        OffsetDateTime since,
        @Nullable String accountManager,
        @Nullable String manager) {
    /** Whether a case runs for it, and why not. */
    enum State {
        ACTIVE,
        LOST,
        CONTACT_FORBIDDEN,
        CANCELLED
    }
}
