package salesconveyor.acquisition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import salesconveyor.companies.Identity;
import salesconveyor.companies.Match;

/**
 * By which words a company of a list is looked up and found again among the others of its list. The keys of companies
 * with a tax number are marked, because two with different ones are never the same.
 */
final class ListKeys {
    private static final String ANY_CITY = "*";
    private static final String TAXED = "t/";
    private static final String UNTAXED = "u/";

    private ListKeys() {}

    /** What a new company leaves for the rows after it. */
    static List<String> left(Identity identity) {
        String mark = identity.taxNumber() == null ? UNTAXED : TAXED;
        return Stream.of(
                        key("tax/", identity.taxNumber()),
                        key(mark + "domain/", identity.domain()),
                        key(mark + "phone/", identity.phone()),
                        key(mark + "email/", identity.email()),
                        name(mark, identity, city(identity)),
                        name(mark, identity, ANY_CITY))
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    /** The keys by which an earlier company would be this one, the strongest reason first. */
    static Map<Match.By, List<String>> sought(Identity identity) {
        List<String> marks = identity.taxNumber() == null ? List.of(UNTAXED, TAXED) : List.of(UNTAXED);
        Map<Match.By, List<String>> keys = new EnumMap<>(Match.By.class);
        keys.put(Match.By.TAX_NUMBER, keys(List.of("tax/"), identity.taxNumber()));
        keys.put(Match.By.WEB_DOMAIN, keys(each(marks, "domain/"), identity.domain()));
        keys.put(Match.By.PHONE, keys(each(marks, "phone/"), identity.phone()));
        keys.put(Match.By.EMAIL, keys(each(marks, "email/"), identity.email()));
        keys.put(
                Match.By.NAME,
                marks.stream().flatMap(mark -> names(mark, identity)).toList());
        return keys;
    }

    /** A hash by which the same row is known again. */
    static String hash(Identity identity) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(identity.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A missing city is no difference. */
    private static Stream<String> names(String mark, Identity identity) {
        return city(identity).isEmpty()
                ? Stream.of(name(mark, identity, ANY_CITY))
                : Stream.of(name(mark, identity, city(identity)), name(mark, identity, ""));
    }

    private static String name(String mark, Identity identity, String city) {
        return mark + "name/" + identity.name() + "/" + city;
    }

    private static String city(Identity identity) {
        String city = identity.cityKey();
        return city == null ? "" : city;
    }

    private static List<String> each(List<String> marks, String kind) {
        return marks.stream().map(mark -> mark + kind).toList();
    }

    private static List<String> keys(List<String> kinds, @Nullable String value) {
        return value == null
                ? List.of()
                : kinds.stream().map(kind -> kind + value).toList();
    }

    private static @Nullable String key(String kind, @Nullable String value) {
        return value == null ? null : kind + value;
    }
}
