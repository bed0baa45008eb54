package salesconveyor.companies;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A fact as the card has it now.
 *
 * @param text in its normal form
 * @param source an address or words; nothing for what is older than our notes
 * @param author login of whoever wrote it; nobody when the program worked it out
 * @param derived whether the program worked it out from other facts
 */
public record KnownFact(
        Fact fact,
        String text,
        @Nullable String source,
        @Nullable String author,
        @Nullable OffsetDateTime written,
        boolean derived) {}
