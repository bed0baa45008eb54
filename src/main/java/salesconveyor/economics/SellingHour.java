package salesconveyor.economics;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import salesconveyor.selling.OrderHistory.Earned;

/**
 * What a manager's hour of selling earns, and whether leads wait for such hours. Selling is what managers do at the named
 * stations: talking to the client until the order; repeat orders are left out, for freed hours go to new leads.
 *
 * @param stations that count as selling
 * @param hours of managers at these stations, in the whole time
 * @param earned by each order won in the time; {@code margin} of all of them: net amount less credit notes and cost,
 *     without what was cancelled
 * @param value margin for an hour, on average over all orders of the time; nothing when neither records nor settings nor
 *     the manager's own cost say it
 * @param waitingLeads qualified leads that waited for a manager at the same time, on average over the time
 * @param waitingHours the selling hours that they would take, once: of those that wait now, or of the average when it is
 *     smaller, for what was there by chance today is not taken for granted
 * @param waitingNow that wait at this moment
 */
public record SellingHour(
        List<String> stations,
        BigDecimal hours,
        List<Earned> earned,
        BigDecimal margin,
        @Nullable Estimate value,
        BigDecimal waitingLeads,
        BigDecimal waitingHours,
        int waitingNow) {
    /** How many were won. */
    public int orders() {
        return earned.size();
    }
}
