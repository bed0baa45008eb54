package salesconveyor.billing;

import java.math.BigDecimal;

/**
 * One line of a closing paper.
 *
 * @param net what of the order's line falls on this delivery
 * @param vat its tax: of all closing papers of an order together it is that of the invoice, to the kopeck
 */
record ClosingLine(
        int line,
        String sku,
        String name,
        String unit,
        BigDecimal quantity,
        BigDecimal vatRate,
        BigDecimal net,
        BigDecimal vat) {}
