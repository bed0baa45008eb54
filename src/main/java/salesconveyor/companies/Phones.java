package salesconveyor.companies;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes phone numbers in one form, so that the same number is the same text. */
@Component
public class Phones {
    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    private final String region;

    Phones(@Value("${conveyor.region:DE}") String region) {
        this.region = region;
    }

    /**
     * The number in international form; of several in one cell the first that is valid.
     *
     * @param country where a number without a country code belongs; empty: our own
     */
    public Optional<String> normal(String text, @Nullable String country) {
        String home = country != null && phones.getSupportedRegions().contains(country) ? country : region;
        return one(text, home).or(() -> Arrays.stream(text.split("[,;/|\\n]| или | or "))
                .map(part -> one(part, home))
                .flatMap(Optional::stream)
                .findFirst());
    }

    /** The digits of a number as people write it: alone, after the 0 or 8 of its country, and after its code. */
    Set<String> writings(String normal) {
        try {
            var parsed = phones.parse(normal, region);
            String national = phones.getNationalSignificantNumber(parsed);
            String international = parsed.getCountryCode() + national;
            String trunk = phones.getNddPrefixForRegion(phones.getRegionCodeForNumber(parsed), true);
            return Set.copyOf(List.of(
                    national, trunk == null ? national : trunk + national, international, "00" + international));
        } catch (NumberParseException e) {
            return Set.of();
        }
    }

    private Optional<String> one(String text, String home) {
        // Not every region dials 00 for abroad, but whoever writes it means that.
        String number = text.strip().replaceFirst("^00(?=[1-9])", "+");
        try {
            var parsed = phones.parse(number, home);
            return phones.isValidNumber(parsed)
                    ? Optional.of(phones.format(parsed, PhoneNumberFormat.INTERNATIONAL))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
