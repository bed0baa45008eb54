package salesconveyor.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How people write the numbers of {@link Numbering} when they look for one. */
public final class NumberSearch {
    private static final int DIGITS = 6;
    private static final Pattern WHOLE = Pattern.compile("[A-Z]{1,3}-[0-9-]*");
    private static final Pattern WITH_YEAR = Pattern.compile("\\d{4}-\\d{1,6}");
    private static final Pattern LAST = Pattern.compile("\\d{1,6}");

    private NumberSearch() {}

    /**
     * A pattern for {@code like}: the beginning of a number with its letters, the year with the last digits, or the last
     * digits alone, with or without their zeros. Nothing for a text that is no number.
     */
    public static Optional<String> pattern(String text) {
        String number = text.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", "");
        if (WHOLE.matcher(number).matches()) {
            return Optional.of(number + "%");
        }
        if (WITH_YEAR.matcher(number).matches()) {
            return Optional.of("%-" + number.substring(0, 5) + padded(number.substring(5)));
        }
        return LAST.matcher(number).matches() ? Optional.of("%-" + padded(number)) : Optional.empty();
    }

    private static String padded(String digits) {
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
