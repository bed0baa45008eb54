package salesconveyor.companies;

import static java.util.Map.entry;

import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.validator.constraints.ru.INN;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tax numbers in one form: a VAT id of the EU by its country's pattern, a Russian INN by its check digits. */
@Component
class TaxNumbers {
    private record Russian(@INN String inn) {}

    private static final Pattern NOTHING = Pattern.compile("0+");
    private static final Pattern OTHER = Pattern.compile("[A-Z0-9]{5,30}");
    /** After the country's prefix; Greece writes EL, Northern Ireland XI. */
    private static final Map<String, Pattern> EU = Map.ofEntries(
            pattern("AT", "U\\d{8}"),
            pattern("BE", "[01]\\d{9}"),
            pattern("BG", "\\d{9,10}"),
            pattern("CY", "\\d{8}[A-Z]"),
            pattern("CZ", "\\d{8,10}"),
            pattern("DE", "\\d{9}"),
            pattern("DK", "\\d{8}"),
            pattern("EE", "\\d{9}"),
            pattern("EL", "\\d{9}"),
            pattern("ES", "[A-Z0-9]\\d{7}[A-Z0-9]"),
            pattern("FI", "\\d{8}"),
            pattern("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}"),
            pattern("HR", "\\d{11}"),
            pattern("HU", "\\d{8}"),
            pattern("IE", "\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}"),
            pattern("IT", "\\d{11}"),
            pattern("LT", "\\d{9}|\\d{12}"),
            pattern("LU", "\\d{8}"),
            pattern("LV", "\\d{11}"),
            pattern("MT", "\\d{8}"),
            pattern("NL", "\\d{9}B\\d{2}"),
            pattern("PL", "\\d{10}"),
            pattern("PT", "\\d{9}"),
            pattern("RO", "\\d{2,10}"),
            pattern("SE", "\\d{12}"),
            pattern("SI", "\\d{8}"),
            pattern("SK", "\\d{10}"),
            pattern("XI", "\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3}"));

    private final Validator validator;
    private final String region;

    TaxNumbers(Validator validator, @Value("${conveyor.region:DE}") String region) {
        this.validator = validator;
        this.region = region;
    }

    /** @param country whose rules a number without a prefix follows; empty: our own */
    Optional<String> normal(String text, @Nullable String country) {
        String number = text.toUpperCase(Locale.ROOT).replaceAll("[\\s./\\-]", "");
        String prefix = number.length() > 2 ? number.substring(0, 2) : "";
        boolean valid;
        if (NOTHING.matcher(number).matches()) {
            valid = false; // its check digits are right
        } else if (EU.containsKey(prefix)) {
            valid = EU.get(prefix).matcher(number.substring(2)).matches();
        } else if ("RU".equals(country == null ? region : country)) {
            valid = validator.validate(new Russian(number)).isEmpty();
        } else {
            valid = OTHER.matcher(number).matches() && number.chars().anyMatch(Character::isDigit);
        }
        return valid ? Optional.of(number) : Optional.empty();
    }

    private static Map.Entry<String, Pattern> pattern(String country, String pattern) {
        return entry(country, Pattern.compile(pattern));
    }
}
