package salesconveyor.service;

import java.math.BigDecimal;

/** One line of an order with what was delivered of it so far. */
record OpenLine(int line, String name, String unit, BigDecimal ordered, BigDecimal delivered) {
    BigDecimal rest() {
        return ordered.subtract(delivered);
    }

    boolean isOpen() {
        return rest().signum() > 0;
    }

    static String text(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }
}
