package salesconveyor.companies;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a company is recognised by. Made of facts in their normal form. */
public record Identity(
        @Nullable String taxNumber,
        @Nullable String domain,
        @Nullable String phone,
        @Nullable String email,
        String name,
        @Nullable String city) {
    private static final Set<String> LEGAL_FORMS = Set.of(
            "gmbh",
            "mbh",
            "ag",
            "kg",
            "ohg",
            "gbr",
            "ug",
            "co",
            "se",
            "ltd",
            "limited",
            "llc",
            "llp",
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "plc",
            "sa",
            "sarl",
            "sas",
            "srl",
            "spa",
            "bv",
            "nv",
            "oy",
            "ab",
            "as",
            "aps",
            "sro",
            "ооо",
            "оао",
            "зао",
            "пао",
            "ао",
            "ип",
            "нко",
            "чп",
            "тоо");

    public static Identity of(CompanyFacts facts) {
        String site = facts.get(Fact.WEBSITE);
        String email = facts.get(Fact.EMAIL);
        Optional<String> domain = site == null ? Optional.empty() : WebNames.domain(site);
        return new Identity(
                facts.get(Fact.TAX_NUMBER),
                domain.or(() -> email == null ? Optional.empty() : WebNames.domain(email))
                        .orElse(null),
                facts.get(Fact.PHONE),
                email,
                nameKey(facts.name()),
                facts.get(Fact.CITY));
    }

    /**
     * By what the two are one company, if they are: never across two different tax numbers. A missing city is no
     * difference; two different domains are.
     */
    public Optional<Match.By> sameAs(Identity other) {
        if (taxNumber != null && other.taxNumber != null) {
            return taxNumber.equals(other.taxNumber) ? Optional.of(Match.By.TAX_NUMBER) : Optional.empty();
        }
        if (domain != null && domain.equals(other.domain)) {
            return Optional.of(Match.By.WEB_DOMAIN);
        }
        if (phone != null && phone.equals(other.phone)) {
            return Optional.of(Match.By.PHONE);
        }
        if (email != null && email.equals(other.email)) {
            return Optional.of(Match.By.EMAIL);
        }
        boolean named = name.equals(other.name) && !differ(cityKey(), other.cityKey()) && !differ(domain, other.domain);
        return named ? Optional.of(Match.By.NAME) : Optional.empty();
    }

    /** The city as it is compared, without case and signs. */
    public @Nullable String cityKey() {
        return plain(city);
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !Objects.equals(one, other);
    }

    private static @Nullable String plain(@Nullable String text) {
        return text == null ? null : words(text);
    }

    /** Without quotes, case and legal form: companies are written with and without them. */
    static String nameKey(String name) {
        String words = words(name.replaceAll("(?iu)общество с ограниченной ответственностью", " "));
        String key = Arrays.stream(words.split(" "))
                .filter(word -> !LEGAL_FORMS.contains(word))
                .collect(Collectors.joining(" "));
        return !key.isEmpty() ? key : words.isEmpty() ? name : words;
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replaceAll("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
