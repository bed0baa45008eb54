package salesconveyor.companies;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The minimal entry that is kept of an erased company so that nobody contacts it again: keyed hashes of what it was
 * recognised by. They answer "is it this one?" and tell nothing else.
 */
@Component
class ErasedIdentities {
    private enum Kind {
        TAX_NUMBER(Match.By.TAX_NUMBER),
        WEB_DOMAIN(Match.By.WEB_DOMAIN),
        PHONE(Match.By.PHONE),
        EMAIL(Match.By.EMAIL),
        NAME_AND_CITY(Match.By.NAME),
        /** What comes without a city is the same company: a missing city is no difference. */
        NAME(Match.By.NAME),
        /** Of a card without a city. */
        NAME_ALONE(Match.By.NAME);

        private final Match.By by;

        Kind(Match.By by) {
            this.by = by;
        }
    }

    private final JdbcClient jdbc;

    ErasedIdentities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String company, Identity identity) {
        String secret = secret().orElseGet(this::newSecret);
        var keys = keys(identity);
        keys.put(Kind.NAME, identity.name());
        keys.forEach((kind, key) -> add(company, kind, hash(secret, key)));
    }

    void addPhone(String company, String phone) {
        add(company, Kind.PHONE, hash(secret().orElseGet(this::newSecret), phone));
    }

    void addEmail(String company, String email) {
        add(company, Kind.EMAIL, hash(secret().orElseGet(this::newSecret), email));
    }

    /** An address that was unsubscribed and erased stays unsubscribed. */
    boolean contains(String email) {
        return secret().map(secret -> count(Kind.EMAIL, hash(secret, email)) > 0)
                .orElse(false);
    }

    /** The erased company that this is; never across two different tax numbers. */
    Optional<Match> find(Identity wanted) {
        var keys = keys(wanted);
        if (wanted.city() == null) {
            keys.remove(Kind.NAME_ALONE);
            keys.put(Kind.NAME, wanted.name());
        } else {
            keys.put(Kind.NAME_ALONE, wanted.name());
        }
        return secret().flatMap(secret -> keys.entrySet().stream()
                .flatMap(key -> companies(key.getKey(), hash(secret, key.getValue())).stream()
                        .map(company -> new Match(company, key.getKey().by)))
                .filter(match -> wanted.taxNumber() == null || !hasOther(match.companyNumber(), secret, wanted))
                .findFirst());
    }

    private boolean hasOther(String company, String secret, Identity wanted) {
        return jdbc.sql("select count(*) from erased_identity where company_number = ? and kind = ? and hash <> ?")
                        .params(company, Kind.TAX_NUMBER.name(), hash(secret, String.valueOf(wanted.taxNumber())))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<String> companies(Kind kind, String hash) {
        return jdbc.sql(
                        "select company_number from erased_identity where kind = ? and hash = ? order by company_number")
                .params(kind.name(), hash)
                .query(String.class)
                .list();
    }

    private int count(Kind kind, String hash) {
        return jdbc.sql("select count(*) from erased_identity where kind = ? and hash = ?")
                .params(kind.name(), hash)
                .query(Integer.class)
                .single();
    }

    private void add(String company, Kind kind, String hash) {
        jdbc.sql("insert into erased_identity (company_number, kind, hash) select ?, ?, ? from one_row where not exists"
                        + " (select 1 from erased_identity where company_number = ? and kind = ? and hash = ?)")
                .params(company, kind.name(), hash, company, kind.name(), hash)
                .update();
    }

    /** In the order of their weight. */
    private static Map<Kind, String> keys(Identity identity) {
        Map<Kind, String> keys = new EnumMap<>(Kind.class);
        put(keys, Kind.TAX_NUMBER, identity.taxNumber());
        put(keys, Kind.WEB_DOMAIN, identity.domain());
        put(keys, Kind.PHONE, identity.phone());
        put(keys, Kind.EMAIL, identity.email());
        String city = identity.city();
        if (city == null) {
            keys.put(Kind.NAME_ALONE, identity.name());
        } else {
            keys.put(Kind.NAME_AND_CITY, identity.name() + " | " + Identity.nameKey(city));
        }
        return keys;
    }

    private static void put(Map<Kind, String> keys, Kind kind, @Nullable String key) {
        if (key != null) {
            keys.put(kind, key);
        }
    }

    private Optional<String> secret() {
        return jdbc.sql("select secret from erasure_secret where id = 1")
                .query(String.class)
                .optional();
    }

    private String newSecret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        jdbc.sql("insert into erasure_secret (id, secret) values (1, ?)")
                .param(secret)
                .update();
        return secret;
    }

    private static String hash(String secret, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
