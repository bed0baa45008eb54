package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import salesconveyor.shared.Sentence;

/**
 * A payment that a shop or payment gateway tells of before the bank does.
 *
 * @param id the gateway's own name of the payment: told again under the same one it is the same payment
 * @param invoice the number of the invoice or proforma, or any words in which the payer names it
 * @param amount in the currency's unit, above zero, at most two decimals
 * @param currency three letters of ISO 4217
 * @param paid the day of the payment
 * @param payer the payer's name
 */
public record PaymentNotice(
        @Nullable String id,
        @Nullable String invoice,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable LocalDate paid,
        @Nullable String payer) {
    private static final BigDecimal MOST = new BigDecimal("1E13");
    private static final int LONGEST = 140;

    /** What is wrong with it, by field. */
    Map<String, Sentence> problems(LocalDate today) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        text("id", id, problems);
        text("invoice", invoice, problems);
        if (payer != null && payer.length() > LONGEST) {
            problems.put("payer", new Sentence("At most {0} characters.", LONGEST));
        }
        if (amount == null || amount.signum() <= 0 || amount.compareTo(MOST) >= 0) {
            problems.put("amount", new Sentence("An amount above zero is needed."));
        } else if (amount.stripTrailingZeros().scale() > 2) {
            problems.put("amount", new Sentence("At most two decimals."));
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            problems.put("currency", new Sentence("Three letters of ISO 4217, like EUR."));
        }
        if (paid == null || paid.isAfter(today.plusDays(1))) {
            problems.put("paid", new Sentence("A day like 2026-01-31 is needed, not in the future."));
        }
        return problems;
    }

    private static void text(String field, @Nullable String text, Map<String, Sentence> problems) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            problems.put(field, new Sentence("From 1 to {0} characters.", LONGEST));
        }
    }
}
