package salesconveyor.selling;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a proposal says beside its lines.
 *
 * @param discountPercent on the whole, taken off after the discounts of the lines
 * @param validUntil the last day on which the client may accept it
 * @param language ISO 639 code of what the paper is written in
 * @param remarks for the client
 */
record Terms(
        BigDecimal discountPercent,
        LocalDate validUntil,
        String language,
        @Nullable String remarks) {}
