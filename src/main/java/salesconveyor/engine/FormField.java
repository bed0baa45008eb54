package salesconveyor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One field of a form with the form's own rules; Tasklist checks them in the browser alone, so they are checked again. */
record FormField(String key, String label, String type, JsonNode component) {
    /** Answers a FEEL condition that hides a field. */
    interface Visibility {
        boolean isTrue(String expression, Map<String, Object> context);
    }

    private static final Set<String> FREE = Set.of("textfield", "textarea");
    /** More of an answer is not kept, whatever a form of an owner lets people type. */
    private static final int LONGEST = 4000;

    boolean hidden(Map<String, Object> context, Visibility visibility) {
        String hide = component.path("conditional").path("hide").asText("");
        return hide.startsWith("=") && visibility.isTrue(hide.substring(1), context);
    }

    void check(@Nullable Object value) {
        JsonNode rules = component.path("validate");
        String text = value == null ? "" : value.toString();
        if (text.isBlank() || (type.equals("checkbox") && Boolean.FALSE.equals(value))) {
            if (rules.path("required").asBoolean()) {
                throw new Refused("Please fill in \"{0}\".", label);
            }
            return;
        }
        checkChoice(text);
        checkNumber(text, rules);
        if (text.length() > longest(rules)) {
            throw new Refused("\"{0}\" is longer than {1} characters; please shorten it.", label, longest(rules));
        }
        if (rules.has("minLength") && text.length() < rules.path("minLength").asInt()) {
            throw new Refused(
                    "\"{0}\" is shorter than {1} characters.",
                    label, rules.path("minLength").asInt());
        }
        if (rules.hasNonNull("pattern")
                && !Pattern.compile(rules.path("pattern").asText())
                        .matcher(text)
                        .find()) {
            throw new Refused("\"{0}\" does not have the expected form.", label);
        }
    }

    /** What people read for this value: the words of a choice, else the value itself. */
    String word(String value) {
        return StreamSupport.stream(component.path("values").spliterator(), false)
                .filter(choice -> choice.path("value").asText().equals(value))
                .map(choice -> choice.path("label").asText(value))
                .findFirst()
                .orElse(value);
    }

    private int longest(JsonNode rules) {
        int own = rules.path("maxLength").asInt(Integer.MAX_VALUE);
        return FREE.contains(type) ? Math.min(own, LONGEST) : own;
    }

    private void checkChoice(String text) {
        if ((type.equals("select") || type.equals("radio")) && component.has("values")) {
            Set<String> choices = StreamSupport.stream(component.path("values").spliterator(), false)
                    .map(choice -> choice.path("value").asText())
                    .collect(Collectors.toSet());
            if (!choices.contains(text)) {
                throw new Refused("\"{0}\" does not offer the answer {1}.", label, text);
            }
        }
    }

    private void checkNumber(String text, JsonNode rules) {
        if (!type.equals("number")) {
            return;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new Refused("{0} is not a number; write it like 1234.50.", text);
        }
        if (rules.path("min").isNumber() && number.compareTo(rules.path("min").decimalValue()) < 0) {
            throw new Refused(
                    "\"{0}\" must be at least {1}.", label, rules.path("min").asText());
        }
        if (rules.path("max").isNumber() && number.compareTo(rules.path("max").decimalValue()) > 0) {
            throw new Refused(
                    "\"{0}\" must be at most {1}.", label, rules.path("max").asText());
        }
    }
}
