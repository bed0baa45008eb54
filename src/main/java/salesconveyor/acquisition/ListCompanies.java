package salesconveyor.acquisition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import salesconveyor.companies.Identity;
import salesconveyor.companies.Match;

/** The new companies of a list as far as some of its rows may be one of them, and those that these rows add. */
final class ListCompanies {
    record Double(int line, Match.By by) {}

    /** One key of a new company. */
    record Key(String knownBy, int line, @Nullable String domain) {}

    private static final String NO_DOMAIN = "";
    /** By the key and the domain, because a name alone may stand in very many rows. */
    private final Map<String, Map<String, Integer>> lines = new HashMap<>();

    private final List<Key> added = new ArrayList<>();

    ListCompanies(List<Key> known) {
        known.forEach(this::remember);
    }

    Optional<Double> find(Identity wanted) {
        for (var reason : ListKeys.sought(wanted).entrySet()) {
            for (String key : reason.getValue()) {
                Integer line = line(lines.getOrDefault(key, Map.of()), reason.getKey(), wanted.domain());
                if (line != null) {
                    return Optional.of(new Double(line, reason.getKey()));
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable Integer line(Map<String, Integer> byDomain, Match.By by, @Nullable String domain) {
        if (by == Match.By.NAME && domain != null) {
            Integer same = byDomain.get(domain);
            return same != null ? same : byDomain.get(NO_DOMAIN);
        }
        return byDomain.values().stream().findFirst().orElse(null);
    }

    void add(int line, Identity identity) {
        for (String key : ListKeys.left(identity)) {
            Key left = new Key(key, line, identity.domain());
            remember(left);
            added.add(left);
        }
    }

    private void remember(Key key) {
        lines.computeIfAbsent(key.knownBy(), none -> new HashMap<>())
                .putIfAbsent(key.domain() == null ? NO_DOMAIN : key.domain(), key.line());
    }

    /** What is to be kept for the rows that come later. */
    List<Key> added() {
        return added;
    }
}
