package salesconveyor.companies;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a phone number belongs, by the numbering plans of the world. */
@Component
class PhonePlaces {
    /**
     * In the language of the country, so that a region has one name whatever language we work in.
     */
    private static final Set<String> GERMAN = Set.of("DE", "AT", "CH", "LI");

    private static final Set<String> RUSSIAN = Set.of("RU", "BY");

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    private final PhoneNumberOfflineGeocoder places = PhoneNumberOfflineGeocoder.getInstance();
    private final PhoneNumberToTimeZonesMapper zones = PhoneNumberToTimeZonesMapper.getInstance();

    /** The ISO code of the country. @param number in international form */
    Optional<String> country(@Nullable String number) {
        return parsed(number)
                .map(phones::getRegionCodeForNumber)
                .filter(code -> code != null && code.matches("[A-Z]{2}"));
    }

    /** The town or region of a fixed line; a mobile number has none. */
    Optional<String> region(@Nullable String number) {
        return parsed(number).flatMap(phone -> {
            String country = String.valueOf(phones.getRegionCodeForNumber(phone));
            Locale language = GERMAN.contains(country)
                    ? Locale.GERMAN
                    : RUSSIAN.contains(country) ? new Locale("ru") : Locale.ENGLISH;
            String place = places.getDescriptionForValidNumber(phone, language);
            String whole = new Locale.Builder().setRegion(country).build().getDisplayCountry(language);
            return place.isBlank() || place.equals(whole) ? Optional.empty() : Optional.of(place);
        });
    }

    /** The time zone, when the number leaves no doubt: a mobile number may be anywhere in a large country. */
    Optional<String> zone(@Nullable String number) {
        return parsed(number)
                .map(zones::getTimeZonesForNumber)
                .filter(found -> found.size() == 1)
                .map(found -> found.get(0))
                .filter(zone -> !zone.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()));
    }

    private Optional<PhoneNumber> parsed(@Nullable String number) {
        try {
            return number == null
                    ? Optional.empty()
                    : Optional.of(phones.parse(number, null)).filter(phones::isValidNumber);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
