package salesconveyor.economics;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What something costs from a day on, until the next one of the same subject.
 *
 * @param subject the group of a role, or the process of a stage
 * @param amount for a role an hour with all that comes on top of the wage, for a stage a month besides its people
 */
public record CostRate(Kind kind, String subject, LocalDate validFrom, BigDecimal amount, String currency) {
    public enum Kind {
        ROLE,
        STAGE
    }
}
