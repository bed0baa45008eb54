package salesconveyor.companies;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody tells us about a company: its name, and whatever else is known. */
public record CompanyFacts(String name, Map<Fact, String> facts) {
    public CompanyFacts {
        facts = Map.copyOf(facts);
    }

    public static CompanyFacts of(String name) {
        return new CompanyFacts(clean(name), Map.of());
    }

    /** The same with one more fact; an empty one adds nothing. */
    public CompanyFacts with(Fact fact, @Nullable String text) {
        String value = text == null ? "" : clean(text);
        if (value.isEmpty()) {
            return this;
        }
        Map<Fact, String> more = new EnumMap<>(Fact.class);
        more.putAll(facts);
        more.put(fact, value);
        return new CompanyFacts(name, more);
    }

    public @Nullable String get(Fact fact) {
        return facts.get(fact);
    }

    /** On one line, without the control characters that come with foreign files and that no letter can print. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cn}\\u00a0\\ufeff\\u200b\\s]+", " ")
                .strip();
    }
}
