package salesconveyor.companies;

import com.helger.masterdata.vat.VATINSyntaxChecker;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.validator.constraints.ru.INN;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tax numbers in one form: VAT ids of the EU and Russian INNs by their check digits. */
@Component
class TaxNumbers {
    private record Russian(@INN String inn) {}

    private static final Pattern NOTHING = Pattern.compile("0+");
    private static final Pattern OTHER = Pattern.compile("[A-Z0-9]{5,30}");
    /** Northern Ireland, which the library does not know. */
    private static final Pattern XI = Pattern.compile("XI(\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3})");

    private final Validator validator;
    private final String region;

    TaxNumbers(Validator validator, @Value("${conveyor.region:DE}") String region) {
        this.validator = validator;
        this.region = region;
    }

    /** @param country whose rules a number without a prefix follows; empty: our own */
    Optional<String> normal(String text, @Nullable String country) {
        String number = text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s./\\-]", "")
                .replaceFirst("^GR(?=\\d{9}$)", "EL"); // the tax offices write Greece in Greek
        boolean valid;
        if (NOTHING.matcher(number).matches()) {
            valid = false; // its check digits are right
        } else if (number.length() > 2 && VATINSyntaxChecker.isValidatorPresent(number)) {
            valid = VATINSyntaxChecker.isValidVATIN(number);
        } else if (number.startsWith("XI")) {
            valid = XI.matcher(number).matches();
        } else if ("RU".equals(country == null ? region : country)) {
            valid = validator.validate(new Russian(number)).isEmpty();
        } else {
            valid = OTHER.matcher(number).matches() && number.chars().anyMatch(Character::isDigit);
        }
        return valid ? Optional.of(number) : Optional.empty();
    }
}
