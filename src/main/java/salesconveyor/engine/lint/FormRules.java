package salesconveyor.engine.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Forms: what Tasklist can show, what the tables can hold, and the outcomes that the process knows. */
final class FormRules {
    record FormFile(String name, JsonNode form) {
        List<JsonNode> components() {
            List<JsonNode> all = new ArrayList<>();
            collect(form.path("components"), all);
            return all;
        }

        String id() {
            return form.path("id").asText();
        }

        private static void collect(JsonNode components, List<JsonNode> all) {
            components.forEach(component -> {
                all.add(component);
                collect(component.path("components"), all);
            });
        }
    }

    private static final Set<String> TEXTS = Set.of("textarea", "textfield");

    static final List<Rule<FormFile>> RULES = List.of(
            Rule.unusual("form.name", (file, known, report) -> {
                if (!file.name().equals(file.id() + ".form")) {
                    report.say(file.id(), "the file should have the id of the form.");
                }
            }),
            // Modeler switches its own checks off for any newer version that it does not know.
            Rule.unusual("form.version", (file, known, report) -> {
                if (!"7.22.0"
                        .equals(file.form().path("executionPlatformVersion").asText())) {
                    report.say(file.id(), "set the platform version 7.22.0, so that Modeler checks the form.");
                }
            }),
            Rule.broken("form.component", (file, known, report) -> file.components().stream()
                    .filter(component -> !Contract.SHIPPED
                            .components()
                            .contains(component.path("type").asText()))
                    .forEach(component -> report.say(
                            component.path("id").asText(),
                            "Tasklist cannot show a field of the kind %s.",
                            component.path("type").asText()))),
            Rule.broken("form.keys", (file, known, report) -> {
                Set<String> seen = new HashSet<>();
                file.components().stream()
                        .map(component -> component.path("key").asText(""))
                        .filter(key -> !key.isEmpty() && !seen.add(key))
                        .forEach(key -> report.say(key, "two fields have this key; only one would be kept."));
            }),
            Rule.broken("form.flat", (file, known, report) -> file.components().stream()
                    .filter(component -> component.path("key").asText("").contains(".") || component.hasNonNull("path"))
                    .forEach(component ->
                            report.say(component.path("id").asText(), "fields are flat: no path, no dot in a key."))),
            Rule.unusual("form.length", (file, known, report) -> file.components().stream()
                    .filter(component -> TEXTS.contains(component.path("type").asText()))
                    .filter(component -> !component.path("disabled").asBoolean())
                    .filter(component ->
                            !component.path("validate").path("maxLength").isNumber())
                    .forEach(component -> report.say(
                            component.path("key").asText(), "say how long the text may be (maximum length)."))),
            Rule.unusual("form.outcome", (file, known, report) -> {
                List<String> keys = Contract.SHIPPED.outcomes().get(file.id());
                if (keys != null) {
                    outcome(file, keys, report);
                }
            }));

    private FormRules() {}

    private static void outcome(FormFile file, List<String> keys, Rule.Report report) {
        @Nullable
        JsonNode outcome = file.components().stream()
                .filter(component -> "outcome".equals(component.path("key").asText()))
                .findFirst()
                .orElse(null);
        if (outcome == null
                || !"select".equals(outcome.path("type").asText())
                || !outcome.path("validate").path("required").asBoolean()) {
            report.say(file.id(), "the form needs a required choice with the key outcome.");
            return;
        }
        List<String> offered = StreamSupport.stream(outcome.path("values").spliterator(), false)
                .map(choice -> choice.path("value").asText())
                .toList();
        keys.stream()
                .filter(key -> !offered.contains(key))
                .forEach(key -> report.say(file.id(), "the outcome %s is missing.", key));
        offered.stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> report.say(file.id(), "the process does not know the outcome %s.", key));
    }
}
