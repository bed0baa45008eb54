package salesconveyor.acquisition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import salesconveyor.companies.Identity;
import salesconveyor.companies.Match;

/** The companies of the rows read so far, so that a list with doubles is told from its own rows. */
final class ListIdentities {
    record Double(int line, Match.By by) {}

    private record Known(int line, Identity identity) {}

    private final Map<String, List<Known>> byKey = new HashMap<>();

    Optional<Double> find(Identity wanted) {
        for (String key : keys(wanted)) {
            for (Known known : byKey.getOrDefault(key, List.of())) {
                var by = wanted.sameAs(known.identity());
                if (by.isPresent()) {
                    return Optional.of(new Double(known.line(), by.get()));
                }
            }
        }
        return Optional.empty();
    }

    void add(int line, Identity identity) {
        keys(identity).forEach(key -> byKey.computeIfAbsent(key, none -> new ArrayList<>())
                .add(new Known(line, identity)));
    }

    /** A hash by which the same row is known again. */
    static String key(Identity identity) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(identity.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> keys(Identity identity) {
        Set<String> keys = new LinkedHashSet<>();
        key("tax", identity.taxNumber(), keys);
        key("domain", identity.domain(), keys);
        key("phone", identity.phone(), keys);
        key("email", identity.email(), keys);
        key("name", identity.name(), keys);
        return keys;
    }

    private static void key(String kind, @Nullable String value, Set<String> keys) {
        if (value != null) {
            keys.add(kind + ":" + value);
        }
    }
}
