package salesconveyor.payments;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what may be our numbers ({@code XX-2026-000123}) in the words of a payer, however he parts their pieces, and in
 * a creditor reference of ISO 11649. Whether such an invoice exists is not asked here.
 */
final class InvoiceNumbers {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d])(\\p{L}{1,5})[\\s./_-]?(20\\d{2})(?:[\\s./_-]?(\\d{6})|[/-](\\d{1,5}))(?!\\d)");
    private static final Pattern NEXT = Pattern.compile("\\s*[,;/+&]\\s*(\\d{6})(?!\\d)");
    private static final Pattern CREDITOR_REFERENCE = Pattern.compile("RF\\d{2}[A-Z0-9]{1,21}");

    private InvoiceNumbers() {}

    static Set<String> in(List<String> words) {
        Set<String> numbers = new LinkedHashSet<>();
        for (String piece : words) {
            String text = piece.toUpperCase(Locale.ROOT);
            String compact = text.replace(" ", "");
            find(isCreditorReference(compact) ? compact.substring(4) : text, numbers);
        }
        return numbers;
    }

    private static void find(String text, Set<String> numbers) {
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            String digits = number.group(3) == null ? number.group(4) : number.group(3);
            add(number, digits, numbers);
            Matcher next = NEXT.matcher(text).region(number.end(), text.length());
            while (next.lookingAt()) {
                add(number, next.group(1), numbers);
                next.region(next.end(), text.length());
            }
        }
    }

    private static void add(Matcher number, String digits, Set<String> numbers) {
        numbers.add("%s-%s-%06d".formatted(number.group(1), number.group(2), Integer.parseInt(digits)));
    }

    /** The check digits make sure that a payer who typed the reference typed it right. */
    private static boolean isCreditorReference(String text) {
        if (!CREDITOR_REFERENCE.matcher(text).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (text.substring(4) + text.substring(0, 4)).chars().forEach(c -> digits.append(Character.getNumericValue(c)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
