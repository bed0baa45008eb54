package salesconveyor.payments.statement;

import java.math.BigDecimal;

/** What is on the account at one end of a statement; an overdraft is negative. */
public record Balance(BigDecimal amount, String currency) {
    String words() {
        return amount.toPlainString() + " " + currency;
    }
}
