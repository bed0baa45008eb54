package salesconveyor.economics.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** What was entered in a form of these pages, each field checked as it is asked for. */
record Fields(Map<String, String> values, Texts texts, Locale language) {
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);

    String text(String key) {
        return values.getOrDefault(key, "").strip();
    }

    String required(String key, String label) {
        String text = text(key);
        if (text.isEmpty()) {
            throw new Refused("Please fill in \"{0}\".", texts.say(language, label));
        }
        return text;
    }

    /** Not negative, with two decimals. */
    BigDecimal amount(String key, String label) {
        required(key, label);
        BigDecimal amount = optional(key, label);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    @Nullable
    BigDecimal optional(String key, String label) {
        String text = text(key).replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        if (text.isEmpty()) {
            return null;
        }
        // Three digits after a comma might be thousands as well.
        if (text.matches("\\d{1,8}(\\.\\d{1,2})?")) {
            BigDecimal amount = new BigDecimal(text);
            if (amount.compareTo(MOST) <= 0) {
                return amount.setScale(2, RoundingMode.HALF_UP);
            }
        }
        throw new Refused(
                "\"{0}\" is no number for \"{1}\"; please write it like 1234.50.", text, texts.say(language, label));
    }

    /** Not more than that. */
    @Nullable
    BigDecimal upTo(String key, String label, int most) {
        BigDecimal number = optional(key, label);
        if (number != null && number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new Refused("\"{0}\" must not be more than {1}.", texts.say(language, label), most);
        }
        return number;
    }

    LocalDate day(String key, String label) {
        String text = required(key, label);
        LocalDate day = optionalDay(key);
        if (day == null) {
            throw new Refused("\"{0}\" is no day; please write it like 2026-11-24.", text);
        }
        return day;
    }

    @Nullable
    LocalDate optionalDay(String key) {
        String text = text(key);
        try {
            LocalDate day = text.isEmpty() ? null : LocalDate.parse(text);
            if (day == null || day.getYear() >= 1990 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Said below, like a year that nobody means.
        }
        throw new Refused("\"{0}\" is no day; please write it like 2026-11-24.", text);
    }

    LocalTime time(String key, String label) {
        String text = required(key, label);
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refused("\"{0}\" is no time; please write it like 18:00.", text);
        }
    }

    String currency(String key, String home) {
        String text = text(key).isEmpty() ? home : text(key).toUpperCase(Locale.ROOT);
        try {
            return Currency.getInstance(text).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new Refused("{0} is not a currency; write its three letters, like EUR.", text);
        }
    }

    Refused unknown(String key, String label) {
        return new Refused(
                "\"{0}\" is not in the list \"{1}\"; please choose one of it.", text(key), texts.say(language, label));
    }
}
