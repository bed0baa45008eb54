package salesconveyor.economics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the owner says about handing an operation over, where the records are too few; nothing where the owner does not
 * say it.
 *
 * @param station the operation; empty: all that have no word of their own
 * @param helper the role that would do it; empty: it stays with the managers
 * @param hourMargin of one more selling hour of a manager; asked for all operations at once
 */
public record Assumption(
        String station,
        @Nullable String helper,
        @Nullable BigDecimal managerMinutes,
        @Nullable BigDecimal helperMinutes,
        @Nullable BigDecimal switchMinutes,
        @Nullable BigDecimal helperHandOffMinutes,
        @Nullable BigDecimal managerHandOffMinutes,
        @Nullable BigDecimal reworkPercent,
        @Nullable BigDecimal fixedMonthly,
        @Nullable BigDecimal hourMargin) {
    static Assumption none(String station) {
        return new Assumption(station, null, null, null, null, null, null, null, null, null);
    }
}
