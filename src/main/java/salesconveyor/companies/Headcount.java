package salesconveyor.companies;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many people work at a company: a number, or a band, because that is what most sources tell. */
final class Headcount {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
    private static final Pattern BAND = Pattern.compile("(\\d{1,7})[-–—](\\d{1,7})");
    private static final Pattern MORE = Pattern.compile("[>≥](\\d{1,7})|(\\d{1,7})\\+");
    private static final Pattern LESS = Pattern.compile("[<≤](\\d{1,7})");

    private Headcount() {}

    /** Like 120, 50-249 or 250+; empty when the text is none of them. */
    static Optional<String> normal(String text) {
        String plain = text.replaceAll("[\\s\\u00a0]", "");
        Matcher band = BAND.matcher(plain);
        if (band.matches()) {
            int from = Integer.parseInt(band.group(1));
            int to = Integer.parseInt(band.group(2));
            return from <= to ? Optional.of(from + "-" + to) : Optional.empty();
        }
        Matcher more = MORE.matcher(plain);
        if (more.matches()) {
            return Optional.of(Integer.parseInt(more.group(1) == null ? more.group(2) : more.group(1)) + "+");
        }
        Matcher less = LESS.matcher(plain);
        if (less.matches() && Integer.parseInt(less.group(1)) > 0) {
            return Optional.of("1-" + less.group(1));
        }
        return NUMBER.matcher(plain).matches()
                ? Optional.of(String.valueOf(Integer.parseInt(plain)))
                : Optional.empty();
    }

    /** The lower end of a band in its normal form. */
    static int least(String normal) {
        return Integer.parseInt(normal.replaceFirst("\\D.*", ""));
    }
}
