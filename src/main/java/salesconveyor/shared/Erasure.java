package salesconveyor.shared;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is to be forgotten.
 *
 * @param company the number of its card, which stays with nothing on it
 * @param cases the numbers of its cases: of its opportunities, and its own for stage 4
 * @param traces by what it is known in all our tables
 */
public record Erasure(String company, Set<String> cases, List<Trace> traces) {
    /** Takes the place of a text that may not be missing. */
    public static final String ERASED = "[erased]";

    private static final int PHONE_DIGITS = 7;

    /** The mail addresses, in small letters. */
    public List<String> emails() {
        return traces.stream()
                .filter(trace -> trace.kind() == Trace.Kind.EMAIL)
                .map(trace -> trace.text().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** The texts that stand for this company wherever they are found. */
    public List<String> words() {
        return traces.stream()
                .filter(Trace::isDistinctive)
                .map(Trace::text)
                .distinct()
                .toList();
    }

    /** Whether a text, written by whomever in whatever way, is about the company or a person of it. */
    public boolean isIn(String text) {
        String letters = letters(text);
        String digits = text.replaceAll("\\D", "");
        return traces.stream()
                .filter(Trace::isDistinctive)
                .anyMatch(trace -> trace.kind() == Trace.Kind.PHONE
                        ? digits.contains(lastDigits(trace.text()))
                        : letters.contains(letters(trace.text())));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** The same number is written with and without the code of its country. */
    private static String lastDigits(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - PHONE_DIGITS));
    }
}
