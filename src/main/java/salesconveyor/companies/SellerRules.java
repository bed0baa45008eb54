package salesconveyor.companies;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Refused;

/** What a seller must have told before a paper may bear his name, and whether it can be right. */
@Component
class SellerRules {
    private static final List<String> ALWAYS = List.of(
            "name", "street", "postcode", "city", "country", "taxNumber", "iban", "email", "currency", "profile");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+");
    private static final Pattern KPP = Pattern.compile("\\d{4}[\\dA-Z]{2}\\d{3}");
    private final TaxNumbers taxNumbers;
    private final BankAccounts accounts;

    SellerRules(TaxNumbers taxNumbers, BankAccounts accounts) {
        this.taxNumbers = taxNumbers;
        this.accounts = accounts;
    }

    /** In the order of an address form. Of tax number and VAT id one is enough, except in Russia. */
    List<String> missing(@Nullable Seller seller) {
        if (seller == null) {
            return ALWAYS;
        }
        boolean russian = "RU".equals(seller.profile());
        Map<String, @Nullable String> required = new LinkedHashMap<>();
        required.put("name", seller.name());
        required.put("street", seller.street());
        required.put("postcode", seller.postcode());
        required.put("city", seller.city());
        required.put("country", seller.country());
        required.put("taxNumber", russian || !isBlank(seller.taxNumber()) ? seller.taxNumber() : seller.vatId());
        required.put("iban", seller.iban());
        if (russian) {
            required.put("bic", seller.bic());
            required.put("bank", seller.bank());
            required.put("correspondentAccount", seller.correspondentAccount());
            if (isOrganisation(seller.taxNumber())) {
                required.put("kpp", seller.kpp());
            }
        }
        required.put("email", seller.email());
        required.put("currency", seller.currency());
        required.put("profile", seller.profile());
        return required.entrySet().stream()
                .filter(field -> isBlank(field.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @return the same without spaces and in capitals where a bank or a tax office wants it so */
    Seller checked(Seller entered) {
        List<String> missing = missing(entered);
        if (entered.profile().equals("RU") && !missing.isEmpty()) {
            throw new Refused(
                    "Russian papers need INN, BIK, bank and correspondent account, and of an organisation its KPP: please enter all of them.");
        }
        if (missing.equals(List.of("taxNumber"))) {
            throw new Refused("An invoice needs a VAT number or a tax number: please enter one of them.");
        }
        if (!missing.isEmpty()) {
            throw new Refused("Please fill in all fields with a star.");
        }
        String country = country(entered.country());
        if (!Set.of("EU", "RU").contains(entered.profile())) {
            throw new Refused("The papers follow either EU or RU.");
        }
        if (!EMAIL.matcher(entered.email().strip()).matches()) {
            throw new Refused("{0} is not a mail address.", entered.email());
        }
        boolean russian = entered.profile().equals("RU");
        String bic = compact(entered.bic());
        String correspondent = compact(entered.correspondentAccount());
        return new Seller(
                entered.name().strip(),
                entered.street().strip(),
                entered.postcode().strip(),
                entered.city().strip(),
                country,
                vatId(entered.vatId(), country),
                taxNumber(entered.taxNumber(), country),
                russian ? accounts.russian(entered.iban(), bic, correspondent) : accounts.international(entered.iban()),
                russian ? bic : accounts.bic(bic),
                blankToNull(entered.bank()),
                correspondent,
                entered.email().strip(),
                blankToNull(entered.phone()),
                currency(entered.currency()),
                entered.profile(),
                kpp(entered.kpp()),
                blankToNull(entered.signatory()));
    }

    /** The INN of an organisation has ten digits, that of an entrepreneur twelve. */
    private static boolean isOrganisation(@Nullable String inn) {
        return inn != null && inn.replaceAll("\\D", "").length() == 10;
    }

    /** Four digits of the tax office, two of the reason, three of the order (order MMV-7-6/435@ of 29.06.2012). */
    private static @Nullable String kpp(@Nullable String text) {
        String kpp = compact(text);
        if (kpp != null && !KPP.matcher(kpp).matches()) {
            throw new Refused("KPP: {0} cannot be right; it has nine characters, like 770801001.", kpp);
        }
        return kpp;
    }

    private @Nullable String vatId(@Nullable String text, String country) {
        return text == null || text.isBlank()
                ? null
                : taxNumbers
                        .normal(text, country)
                        .orElseThrow(() -> new Refused(
                                "VAT id: {0} cannot be right for {1}. Copy it from a letter of the tax office.",
                                text, country));
    }

    /** As it was entered: in some countries strokes belong to it. */
    private @Nullable String taxNumber(@Nullable String text, String country) {
        if (text != null && !text.isBlank() && taxNumbers.normal(text, country).isEmpty()) {
            throw new Refused(
                    "Tax number: {0} cannot be right for {1}. Copy it from a letter of the tax office.", text, country);
        }
        return blankToNull(text);
    }

    private static String country(String text) {
        String country = text.strip().toUpperCase(Locale.ROOT);
        if (!Set.of(Locale.getISOCountries()).contains(country)) {
            throw new Refused("{0} is not a country; write its two letters, like DE.", text);
        }
        return country;
    }

    private static String currency(String text) {
        try {
            return Currency.getInstance(text.strip().toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new Refused("{0} is not a currency; write its three letters, like EUR.", text);
        }
    }

    private static @Nullable String compact(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
