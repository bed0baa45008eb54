package salesconveyor.economics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person earned in a month.
 *
 * @param units the units behind the lines, in order
 */
public record PayStatement(String person, YearMonth month, List<Line> lines, List<Unit> units) {
    /**
     * One agreement in this month.
     *
     * @param first day of the month on which it counts, to {@code last}
     * @param quantity hours, or units that were accepted
     * @param returned units that came back; 0 for hours
     * @param paid quantity less what the returned ones take off, never below nothing; hours of the shift plan less those
     *     of shifts that the person was absent from
     * @param toCome hours of the paid ones whose shifts have not begun yet; 0 for all else
     */
    public record Line(
            PayAgreement agreement,
            LocalDate first,
            LocalDate last,
            BigDecimal quantity,
            int returned,
            BigDecimal paid,
            BigDecimal toCome,
            BigDecimal amount) {
        /** Hours of the shift plan that are not paid since the person was, or will be, absent; 0 for all else. */
        public BigDecimal absent() {
            return agreement.basis() == PayAgreement.Basis.SHIFT_HOUR ? quantity.subtract(paid) : BigDecimal.ZERO;
        }
    }

    /** A card or lead and what became of it in this month. */
    public record Unit(
            PayAgreement.Basis basis,
            String caseNumber,
            @Nullable OffsetDateTime accepted,
            @Nullable OffsetDateTime returned) {}

    /** The sum of all lines, by currency. */
    public Map<String, BigDecimal> totals() {
        Map<String, BigDecimal> totals = new TreeMap<>();
        lines.forEach(line -> totals.merge(line.agreement().currency(), line.amount(), BigDecimal::add));
        return totals;
    }
}
