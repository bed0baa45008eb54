package salesconveyor.companies;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a researcher says of a company after one visit to its card.
 *
 * @param facts the whole form: what is empty is not known, what is not in it was not asked
 * @param source where all of it was found: an address or words
 * @param sources where single facts were found, when that was elsewhere
 */
public record Findings(
        Map<Fact, @Nullable String> facts,
        String source,
        Map<Fact, String> sources,
        @Nullable String author) {
    public Findings {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        sources = Map.copyOf(sources);
    }

    String sourceOf(Fact fact) {
        return sources.getOrDefault(fact, source);
    }
}
