package salesconveyor.shared;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A name, address or number by which a company or a person of it is known. */
public record Trace(Kind kind, String text) {
    public enum Kind {
        NAME,
        PERSON,
        PHONE,
        EMAIL,
        WEBSITE,
        TAX_NUMBER
    }

    /** Nothing when there is no text. */
    public static Stream<Trace> of(Kind kind, @Nullable String text) {
        return text == null || text.isBlank() ? Stream.empty() : Stream.of(new Trace(kind, text.strip()));
    }

    /** Whether other texts that hold it are surely about this company: a first name alone stands in many letters. */
    public boolean isDistinctive() {
        return switch (kind) {
            case NAME -> text.length() >= 5;
            case PERSON -> text.length() >= 5 && text.contains(" ");
            default -> text.length() >= 6;
        };
    }
}
