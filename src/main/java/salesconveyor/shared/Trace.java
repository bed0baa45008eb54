package salesconveyor.shared;

import java.util.regex.Pattern;
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
        TAX_NUMBER,
        CITY
    }

    private static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}._%+-])";
    private static final String NO_WORD_AFTER = "(?![\\p{L}\\p{N}]|[._%+-][\\p{L}\\p{N}])";

    /** Nothing when there is no text. */
    public static Stream<Trace> of(Kind kind, @Nullable String text) {
        return text == null || text.isBlank() ? Stream.empty() : Stream.of(new Trace(kind, text.strip()));
    }

    /** A person with a mail address. */
    public static Stream<Trace> ofContact(@Nullable String email, @Nullable String person) {
        return Stream.concat(of(Kind.EMAIL, email), of(Kind.PERSON, person));
    }

    /** Whether it stands for this company alone: people of one name work in many companies. */
    public boolean isDistinctive() {
        return switch (kind) {
            case PERSON, CITY -> false;
            case NAME -> text.length() >= 5;
            default -> text.length() >= 6;
        };
    }

    /** Whether the text says the very same: not as a part of a longer number, address or name. */
    public boolean standsIn(String where) {
        String whole = NO_WORD_BEFORE + Pattern.quote(text) + NO_WORD_AFTER;
        // "Elan GmbH" is not "Neue Elan GmbH", and "Stern" is not each star.
        String alone = kind == Kind.NAME ? "(?<!\\p{L}[ -])" + whole + "(?![ -]\\p{L})" : whole;
        return Pattern.compile(alone, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(where)
                .find();
    }
}
