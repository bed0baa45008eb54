package salesconveyor.payments;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Money that settles no invoice.
 *
 * @param number like {@code R-2026-000001}: the reference of the transfer that pays it back
 * @param companyNumber whose it is, as far as we know
 * @param account from which it came, or to which it was paid back
 * @param orderNumber the order that was cancelled, all of it or a part, so that this is over
 * @param asked an accountant said that the payer gets it back
 */
record Refund(
        String number,
        long payment,
        BigDecimal amount,
        String currency,
        @Nullable String companyNumber,
        @Nullable String payer,
        @Nullable String account,
        String purpose,
        @Nullable String orderNumber,
        boolean asked,
        State state) {
    enum State {
        /** Nobody has decided yet. */
        NEW,
        /** An accountant is to pay it back: it is set off against nothing meanwhile. */
        OPEN,
        PAID_BACK,
        /** It is the client's credit. */
        CREDIT,
        /** The payer's bank took the payment back. */
        VOID
    }
}
