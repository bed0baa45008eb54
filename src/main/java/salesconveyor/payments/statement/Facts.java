package salesconveyor.payments.statement;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.Refused;

/** Amounts and dates as camt.053 writes them. */
final class Facts {
    static final String BAD_AMOUNT = "The amount \"{0}\" in the file cannot be read. Ask the bank for a correct file.";
    static final String BAD_DATE = "The date \"{0}\" in the file cannot be read. Ask the bank for a correct file.";
    static final String NO_SIGN =
            "A balance or an entry of {0} does not say whether it is credit or debit. Ask the bank for a correct file.";

    private Facts() {}

    /** The element's {@code Amt} with the sign of its {@code CdtDbtInd}. */
    static BigDecimal signed(Element element) {
        Element amount = element.first("Amt");
        return sign(element, number(amount == null ? "" : amount.text()));
    }

    /** The reversal indicator does not matter here: the bank has turned the sign already. */
    static BigDecimal sign(Element element, BigDecimal amount) {
        return switch (Objects.requireNonNullElse(element.text("CdtDbtInd"), "")) {
            case "CRDT" -> amount;
            case "DBIT" -> amount.negate();
            default -> throw new Refused(NO_SIGN, amount.toPlainString());
        };
    }

    static BigDecimal number(String text) {
        if (!text.matches("\\+?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})")) {
            throw new Refused(BAD_AMOUNT, text);
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        return number.scale() < 2 ? number.setScale(2) : number;
    }

    static String currency(Element element) {
        Element amount = element.first("Amt");
        String currency = amount == null ? null : amount.currency();
        if (currency == null) {
            throw new Refused(BAD_AMOUNT, amount == null ? "" : amount.text());
        }
        return currency;
    }

    /** A date, also out of a date with time or zone. */
    static @Nullable LocalDate date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            throw new Refused(BAD_DATE, text);
        }
    }
}
