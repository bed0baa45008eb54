package salesconveyor.companies;

import org.jspecify.annotations.Nullable;

/**
 * Who sells, as an invoice must name him (EN 16931, BG-4).
 *
 * @param country two letters of ISO 3166
 * @param iban of a Russian seller the account of twenty digits
 * @param bic of a Russian bank its BIK
 * @param correspondentAccount the account of a Russian bank at the central bank
 * @param currency three letters of ISO 4217
 * @param profile EU or RU: which law the papers follow
 * @param kpp nine digits that a Russian organisation has besides its INN; an entrepreneur has none
 * @param signatory who signs Russian papers, as his name is printed under the line
 */
public record Seller(
        String name,
        String street,
        String postcode,
        String city,
        String country,
        @Nullable String vatId,
        @Nullable String taxNumber,
        String iban,
        @Nullable String bic,
        @Nullable String bank,
        @Nullable String correspondentAccount,
        String email,
        @Nullable String phone,
        String currency,
        String profile,
        @Nullable String kpp,
        @Nullable String signatory) {}
