package salesconveyor.shared;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is to be forgotten.
 *
 * @param company the number of its card, which stays with nothing on it
 * @param cases the numbers of its cases: of its opportunities, and its own for stage 4
 * @param papers the other numbers that were given for it alone, as they stand in the keys of letters
 * @param traces by what it is known in all our tables
 */
public record Erasure(String company, Set<String> cases, Set<String> papers, List<Trace> traces) {
    /** Takes the place of a text that may not be missing. */
    public static final String ERASED = "[erased]";

    /** The mail addresses, in small letters. */
    public List<String> emails() {
        return texts(Trace.Kind.EMAIL).map(Erasure::small).distinct().toList();
    }

    /** All texts of a kind, as they were written. */
    public Stream<String> texts(Trace.Kind kind) {
        return traces.stream().filter(trace -> trace.kind() == kind).map(Trace::text);
    }

    /** The texts that stand for this company alone, in small letters: {@link #isIn} says whether they really do. */
    public List<String> words() {
        return traces.stream()
                .filter(Trace::isDistinctive)
                .map(trace -> small(trace.text()))
                .distinct()
                .toList();
    }

    /** Whether a text names the company: by its whole name, a whole number or a whole address. */
    public boolean isIn(String text) {
        return traces.stream().filter(Trace::isDistinctive).anyMatch(trace -> trace.standsIn(text));
    }

    /** All numbers by which something of the company is called. */
    public List<String> numbers() {
        return Stream.concat(cases.stream(), papers.stream()).distinct().toList();
    }

    /** Whether a key such as {@code invoice-R-2026-000001} holds a number as a whole. */
    public static boolean holds(String key, String number) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(number) + "(?![\\p{L}\\p{N}])")
                .matcher(key)
                .find();
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
