package salesconveyor.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What we sell.
 *
 * @param price net price of one unit, in the company's currency
 * @param cost what one unit costs us; for heads and managers only
 * @param vatRate in percent
 */
public record Product(
        String sku,
        String name,
        @Nullable String category,
        String unit,
        BigDecimal price,
        BigDecimal cost,
        BigDecimal vatRate,
        boolean active) {}
