package salesconveyor.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import salesconveyor.selling.ProposalLine;

/**
 * One line of an invoice.
 *
 * @param price net price of one unit before the discount
 * @param net what is charged for the line, rounded to cents (EN 16931, BT-131)
 */
public record InvoiceLine(
        int line,
        String sku,
        String name,
        String unit,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal discountPercent,
        BigDecimal vatRate,
        BigDecimal net) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static InvoiceLine of(ProposalLine line) {
        return new InvoiceLine(
                line.line(),
                line.sku(),
                line.name(),
                line.unit(),
                line.quantity(),
                line.price(),
                line.discountPercent(),
                line.vatRate(),
                line.net());
    }

    /** A part of this line: all of it, or what a smaller quantity costs, but never more than the whole. */
    InvoiceLine part(BigDecimal smaller) {
        if (smaller.compareTo(quantity) >= 0) {
            return this;
        }
        BigDecimal partNet = smaller.multiply(price)
                .multiply(HUNDRED.subtract(discountPercent))
                .divide(HUNDRED, 2, RoundingMode.HALF_UP);
        return with(smaller, partNet.min(net));
    }

    /** What stays when a part is taken away. */
    InvoiceLine without(InvoiceLine part) {
        return with(quantity.subtract(part.quantity), net.subtract(part.net));
    }

    private InvoiceLine with(BigDecimal otherQuantity, BigDecimal otherNet) {
        return new InvoiceLine(line, sku, name, unit, otherQuantity, price, discountPercent, vatRate, otherNet);
    }
}
