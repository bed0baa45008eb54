package salesconveyor.acquisition;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import salesconveyor.companies.CompanyFacts;
import salesconveyor.companies.Fact;

/**
 * Somebody came to us by telephone, on a recommendation or otherwise, and one of us types it in.
 *
 * @param campaign who referred them, or which show or mailing brought them
 * @param note what they need and what was said
 */
public record Contact(
        CompanyFacts facts,
        Channel channel,
        @Nullable String campaign,
        @Nullable String note) {
    /** Who it was and what was said, on one line, for a case that runs. */
    String words() {
        return Stream.of(facts.get(Fact.PERSON), facts.get(Fact.PHONE), facts.get(Fact.EMAIL), note)
                .filter(part -> part != null && !part.isBlank())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
