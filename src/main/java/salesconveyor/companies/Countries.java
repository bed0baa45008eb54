package salesconveyor.companies;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Countries by their ISO code, which is how the card keeps them. */
public final class Countries {
    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** The ISO code of a country given by its code or its English, German or Russian name; else the text itself. */
    public static String normal(String text) {
        return CODES.getOrDefault(text.strip().toLowerCase(Locale.ROOT), text.strip());
    }

    /** Whether the text is the code or the name of a country and nothing else. */
    public static boolean isCountry(String text) {
        return CODES.containsKey(text.strip().toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            for (Locale language : new Locale[] {Locale.ENGLISH, Locale.GERMAN, new Locale("ru")}) {
                codes.put(country.getDisplayCountry(language).toLowerCase(Locale.ROOT), code);
            }
        }
        codes.putAll(Map.of(
                "рф",
                "RU",
                "российская федерация",
                "RU",
                "russian federation",
                "RU",
                "usa",
                "US",
                "uk",
                "GB",
                "great britain",
                "GB",
                "сша",
                "US"));
        return codes;
    }
}
