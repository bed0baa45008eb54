package salesconveyor.payments.statement;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/**
 * The information to the account owner (field 86), in the three ways in which banks write it: numbered pieces
 * ({@code 166?00...?20...?32}, the German banks' agreement DFÜ Anlage 3, by some with {@code >}), code words between
 * strokes ({@code /EREF/.../NAME/...}, the Dutch banks), or plain words.
 */
record Mt940Purpose(
        String text,
        @Nullable String endToEndId,
        @Nullable String partyName,
        @Nullable String partyAccount,
        @Nullable String reason) {
    private static final Pattern NUMBERED = Pattern.compile("(?s)\\s*\\d{3}([?>])\\d{2}.*");
    private static final Pattern CODE_WORD = Pattern.compile("/([A-Z]{4})/");
    private static final Pattern SEPA_WORD =
            Pattern.compile("(EREF\\+|KREF\\+|MREF\\+|CRED\\+|DEBT\\+|SVWZ\\+|ABWA\\+|ABWE\\+|IBAN\\+|BIC\\+|MTLG:)");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");

    static Mt940Purpose of(List<String> lines) {
        Matcher numbered = NUMBERED.matcher(String.join("", lines));
        if (numbered.matches()) {
            return numbered(String.join("", lines), numbered.group(1));
        }
        String joined = String.join("", lines).strip();
        if (joined.startsWith("/") && CODE_WORD.matcher(joined).lookingAt()) {
            return codeWords(joined);
        }
        String plain = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
        String account = IBAN.matcher(plain)
                .results()
                .map(MatchResult::group)
                .filter(IbanUtil::isValid)
                .findFirst()
                .orElse(null);
        return new Mt940Purpose(squeezed(plain), null, null, account, null);
    }

    private static Mt940Purpose numbered(String joined, String mark) {
        Map<Integer, String> pieces = new TreeMap<>();
        for (String piece : joined.strip().substring(3).split(Pattern.quote(mark), -1)) {
            if (piece.matches("(?s)\\d{2}.*")) {
                pieces.merge(Integer.parseInt(piece.substring(0, 2)), piece.substring(2), String::concat);
            }
        }
        String purpose = pieces.entrySet().stream()
                .filter(piece ->
                        piece.getKey() >= 20 && piece.getKey() <= 29 || piece.getKey() >= 60 && piece.getKey() <= 63)
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        String account = pieces.getOrDefault(31, "").replace(" ", "").toUpperCase(Locale.ROOT);
        String name = squeezed(pieces.getOrDefault(32, "") + pieces.getOrDefault(33, ""));
        Map<String, String> words = sepaWords(purpose);
        String text = words.getOrDefault("SVWZ", words.isEmpty() ? purpose : words.getOrDefault("", purpose));
        return new Mt940Purpose(
                squeezed(text.isBlank() ? purpose : text),
                given(words.get("EREF")),
                name.isEmpty() ? null : name,
                account.isEmpty() ? null : account,
                squeezed(pieces.getOrDefault(0, "")));
    }

    /** What follows each code word; what stands before the first one is under the empty word. */
    private static Map<String, String> sepaWords(String purpose) {
        Map<String, String> words = new TreeMap<>();
        Matcher word = SEPA_WORD.matcher(purpose);
        String name = "";
        int from = 0;
        while (word.find()) {
            if (from > 0 || word.start() > 0) {
                words.putIfAbsent(name, purpose.substring(from, word.start()));
            }
            name = word.group(1).substring(0, word.group(1).length() - 1);
            from = word.end();
        }
        if (from > 0) {
            words.putIfAbsent(name, purpose.substring(from));
        }
        return words;
    }

    private static Mt940Purpose codeWords(String joined) {
        Map<String, String> words = new TreeMap<>();
        Matcher word = CODE_WORD.matcher(joined);
        String name = "";
        int from = 0;
        while (word.find(Math.max(0, from - 1))) {
            words.putIfAbsent(name, joined.substring(Math.min(from, word.start()), word.start()));
            name = word.group(1);
            from = word.end();
        }
        words.putIfAbsent(name, joined.substring(from));
        String account = words.getOrDefault("IBAN", "").replace(" ", "");
        return new Mt940Purpose(
                squeezed(words.getOrDefault("REMI", "").isBlank() ? joined : words.getOrDefault("REMI", "")),
                given(words.get("EREF")),
                given(words.get("NAME")),
                account.isEmpty() ? null : account,
                given(words.get("RTRN")));
    }

    private static @Nullable String given(@Nullable String text) {
        String value = text == null ? "" : squeezed(text);
        return value.isEmpty() || value.matches("NOTPROVIDED|NONREF|N") ? null : value;
    }

    private static String squeezed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
