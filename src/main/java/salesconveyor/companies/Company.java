package salesconveyor.companies;

import org.jspecify.annotations.Nullable;

/**
 * A company's card.
 *
 * @param phone in international form, of the person to ask for
 * @param fit GOOD, PARTLY or NONE, as the researcher sees it; what counts is the decision {@code companyFit}
 * @param zone time zone of the company; empty: our own
 * @param country by its ISO code where we know it
 * @param clientClass NEW until the client's orders make it A, B or C
 * @param activity what they do, in a sentence
 * @param employees a number like 120 or a band like 50-249
 * @param switchboard in international form, of the company
 * @param expectedNeed what they may buy from us
 */
public record Company(
        String number,
        String name,
        @Nullable String phone,
        @Nullable String person,
        @Nullable String position,
        @Nullable String industry,
        @Nullable String fit,
        @Nullable String zone,
        @Nullable String email,
        @Nullable String website,
        @Nullable String taxNumber,
        @Nullable String city,
        @Nullable String country,
        String clientClass,
        @Nullable String activity,
        @Nullable String employees,
        @Nullable String switchboard,
        @Nullable String postcode,
        @Nullable String region,
        @Nullable String expectedNeed) {
    /** The number to call: of the person if we have it, else of the company. */
    public @Nullable String callNumber() {
        return phone == null ? switchboard : phone;
    }

    /** How many people work there at least; nothing when we do not know. */
    public @Nullable Integer leastEmployees() {
        return employees == null ? null : Headcount.least(employees);
    }
}
