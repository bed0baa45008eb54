package salesconveyor.companies;

import org.jspecify.annotations.Nullable;

/**
 * A company's card.
 *
 * @param phone in international form, of the person to ask for or else of the company
 * @param fit GOOD, PARTLY or NONE, as the researcher sees it
 * @param zone time zone of the company; empty: our own
 * @param country by its ISO code where we know it
 * @param clientClass NEW until the client's orders make it A, B or C
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
        String clientClass) {}
