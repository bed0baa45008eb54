package salesconveyor.companies;

import java.util.Arrays;
import java.util.Optional;

/** A fact on a company's card: the key by which forms call it, its column, and how long it may be. */
public enum Fact {
    PHONE("phone", "Phone", 60),
    PERSON("person", "Contact person", 200),
    POSITION("position", "Position", 200),
    INDUSTRY("industry", "Industry", 200),
    FIT("fit", "Fit", 20),
    EMAIL("email", "E-mail", 254),
    WEBSITE("website", "Website", 300),
    TAX_NUMBER("taxNumber", "Tax number", 40),
    CITY("city", "City", 200),
    COUNTRY("country", "Country", 100),
    ACTIVITY("activity", "What they do", 500),
    EMPLOYEES("employees", "Employees", 40),
    SWITCHBOARD("switchboard", "Switchboard", 60),
    POSTCODE("postcode", "Postcode", 20),
    REGION("region", "Region", 200),
    ZONE("zone", "Time zone", 60),
    EXPECTED_NEED("expectedNeed", "Expected need", 500);

    private final String key;
    private final String title;
    private final int maxLength;

    Fact(String key, String title, int maxLength) {
        this.key = key;
        this.title = title;
        this.maxLength = maxLength;
    }

    public String key() {
        return key;
    }

    /** The English words for it, a key of the texts. */
    public String title() {
        return title;
    }

    int maxLength() {
        return maxLength;
    }

    String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<Fact> of(String key) {
        return Arrays.stream(values()).filter(fact -> fact.key.equals(key)).findFirst();
    }
}
