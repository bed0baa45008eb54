package salesconveyor.selling;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One line of a proposal or order, with the price and cost of the day it was written.
 *
 * @param price net price of one unit before the discount
 * @param ownDiscount the discount of this line alone, in percent
 * @param discountPercent what the line's own discount and the one on the whole take off together, in percent
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
        BigDecimal ownDiscount,
        BigDecimal discountPercent,
        BigDecimal net) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static BigDecimal net(BigDecimal quantity, BigDecimal price, BigDecimal discountPercent) {
        return quantity.multiply(price)
                .multiply(HUNDRED.subtract(discountPercent))
                .divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }

    /** The second discount is taken off what the first one left; exactly, as invoices print it. */
    static BigDecimal together(BigDecimal own, BigDecimal whole) {
        BigDecimal left = HUNDRED.subtract(own).multiply(HUNDRED.subtract(whole));
        return HUNDRED.subtract(left.divide(HUNDRED, 4, RoundingMode.HALF_UP));
    }

    /** Before the discount on the whole. */
    BigDecimal ownNet() {
        return net(quantity, price, ownDiscount);
    }

    BigDecimal totalCost() {
        return quantity.multiply(cost);
    }
}
