package salesconveyor.selling;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One line of a proposal or order, with the price and cost of the day it was written.
 *
 * @param price net price of one unit before the discount
 * @param net quantity times price less discount, rounded to cents (EN 16931, BT-131)
 */
public record ProposalLine(
        int line,
        String sku,
        String name,
        String unit,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal cost,
        BigDecimal vatRate,
        BigDecimal discountPercent,
        BigDecimal net) {
    static BigDecimal net(BigDecimal quantity, BigDecimal price, BigDecimal discountPercent) {
        return quantity.multiply(price)
                .multiply(BigDecimal.valueOf(100).subtract(discountPercent))
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }

    BigDecimal totalCost() {
        return quantity.multiply(cost);
    }
}
