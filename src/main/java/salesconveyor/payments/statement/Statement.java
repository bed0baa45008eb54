package salesconveyor.payments.statement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account over one period: its booked entries, and its balances where the bank gives them.
 *
 * @param firstDay the first day of its period, else the day of the opening balance, which many banks give the date of the
 *     day before
 * @param lastDay the day of the closing balance, else of the last entry: up to here the bank tells all
 */
public record Statement(
        String id,
        String account,
        @Nullable Balance opening,
        @Nullable Balance closing,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        List<Entry> entries,
        List<Warning> warnings) {

    /** The same under the name by which we call this account. */
    public Statement of(String ownAccount) {
        return new Statement(id, ownAccount, opening, closing, firstDay, lastDay, entries, warnings);
    }
}
