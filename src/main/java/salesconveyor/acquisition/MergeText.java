package salesconveyor.acquisition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with merge fields such as {@code {company}}. What is filled in is not looked at again. */
record MergeText(String text) {
    static final List<String> FIELDS = List.of("company", "name", "link");
    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");

    /** A field that nothing can be filled in for, with its braces. */
    Optional<String> unknown() {
        return FIELD.matcher(text)
                .results()
                .filter(field -> !FIELDS.contains(field.group(1)))
                .map(MatchResult::group)
                .findFirst();
    }

    boolean names(String field) {
        return text.contains("{" + field + "}");
    }

    String filled(Map<String, String> values) {
        return FIELD.matcher(text).replaceAll(field -> Matcher.quoteReplacement(values.get(field.group(1))));
    }
}
