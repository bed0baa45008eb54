package salesconveyor.engine.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import salesconveyor.shared.Sentence;

/** Forms: what Tasklist can show, what the tables can hold, and the outcomes that the process knows. */
final class FormRules {
    private static final Set<String> TEXTS = Set.of("textarea", "textfield");
    private static final Set<String> NO_NAMES =
            Set.of("null", "true", "false", "not", "and", "or", "if", "then", "else");
    private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern COMPARED = Pattern.compile("([A-Za-z_]\\w*)\\s*(=|!=|<|>)");

    static final List<Rule<FormFile>> RULES = List.of(
            Rule.unusual("form.name", (file, known, report) -> {
                if (!file.name().equals(file.id() + ".form")) {
                    report.say(
                            file.place(),
                            new Sentence("file and form have different names."),
                            new Sentence("Name the file like the id of the form."));
                }
            }),
            // Modeler switches its own checks off for any newer version that it does not know.
            Rule.unusual("form.version", (file, known, report) -> {
                if (!"7.22.0"
                        .equals(file.form().path("executionPlatformVersion").asText())) {
                    report.say(
                            file.place(),
                            new Sentence("Modeler does not check a form of this platform version."),
                            new Sentence("Set the platform version 7.22.0."));
                }
            }),
            Rule.broken("form.component", (file, known, report) -> file.components().stream()
                    .filter(component -> !Contract.SHIPPED
                            .components()
                            .contains(component.path("type").asText()))
                    .forEach(component -> report.say(
                            FormFile.place(component),
                            new Sentence(
                                    "Tasklist cannot show a field of the kind {0}.",
                                    component.path("type").asText()),
                            new Sentence("Take a text, number, choice, checkbox or date.")))),
            Rule.broken("form.keys", (file, known, report) -> {
                Set<String> seen = new HashSet<>();
                file.components().stream()
                        .filter(component -> !component.path("key").asText("").isEmpty()
                                && !seen.add(component.path("key").asText()))
                        .forEach(component -> report.say(
                                FormFile.place(component),
                                new Sentence("two fields have this key, so that only one answer would be kept."),
                                new Sentence("Give each field a key of its own.")));
            }),
            Rule.broken("form.flat", (file, known, report) -> file.components().stream()
                    .filter(component -> component.path("key").asText("").contains(".") || component.hasNonNull("path"))
                    .forEach(component -> report.say(
                            FormFile.place(component),
                            new Sentence("a path or a dot in the key would hide the answer from the program."),
                            new Sentence("Use a plain key and no path.")))),
            Rule.broken("form.known", (file, known, report) -> file.components().forEach(component -> named(component)
                    .filter(name -> !file.keys().contains(name) && !known.isVariable(name))
                    .forEach(name -> report.say(
                            FormFile.place(component),
                            new Sentence("nothing by the name of {0} is on the form or in the case.", name),
                            new Sentence("Name the key of a field, or what the shipped form shows."))))),
            Rule.unusual("form.length", (file, known, report) -> file.components().stream()
                    .filter(component -> TEXTS.contains(component.path("type").asText()))
                    .filter(component -> !component.path("disabled").asBoolean())
                    .filter(component ->
                            !component.path("validate").path("maxLength").isNumber())
                    .forEach(component -> report.say(
                            FormFile.place(component),
                            new Sentence("a text of any length could be entered and not be kept."),
                            new Sentence("Set the maximum length, 4000 at most.")))),
            Rule.broken("form.outcome", (file, known, report) -> {
                List<String> keys = Contract.SHIPPED.outcomes().get(file.id());
                if (keys != null) {
                    outcome(file)
                            .ifPresentOrElse(
                                    choice -> unknown(choice, keys, report),
                                    () -> report.say(
                                            file.place(),
                                            new Sentence("the process learns no outcome from this form."),
                                            new Sentence("Add a required choice with the key outcome.")));
                }
            }),
            Rule.unusual("form.choice", (file, known, report) -> {
                List<String> keys = Contract.SHIPPED.outcomes().getOrDefault(file.id(), List.of());
                outcome(file)
                        .filter(choice -> keys.containsAll(offered(choice)))
                        .filter(choice -> !offered(choice).containsAll(keys))
                        .ifPresent(choice -> report.say(
                                FormFile.place(choice),
                                new Sentence("an outcome of the shipped form can no longer be chosen."),
                                new Sentence("Put it back if it still happens: {0}.", String.join(", ", keys))));
            }));

    private FormRules() {}

    private static void unknown(JsonNode choice, List<String> keys, Rule.Report report) {
        offered(choice).stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> report.say(
                        FormFile.place(choice),
                        new Sentence("the process does not know the outcome {0}.", key),
                        new Sentence("The value is one of {0}; only its words may change.", String.join(", ", keys))));
    }

    /** The required choice of the outcome. */
    private static Optional<JsonNode> outcome(FormFile file) {
        return file.components().stream()
                .filter(component -> "outcome".equals(component.path("key").asText())
                        && "select".equals(component.path("type").asText())
                        && component.path("validate").path("required").asBoolean())
                .findFirst();
    }

    private static List<String> offered(JsonNode outcome) {
        return StreamSupport.stream(outcome.path("values").spliterator(), false)
                .map(choice -> choice.path("value").asText())
                .toList();
    }

    /** What a component shows between braces, and what its condition compares. */
    private static Stream<String> named(JsonNode component) {
        Stream<String> shown = Stream.of("text", "content", "label", "description")
                .map(part -> component.path(part).asText(""))
                .flatMap(text -> SHOWN.matcher(text).results())
                .map(match -> match.group(1));
        String hide = component.path("conditional").path("hide").asText("").replaceFirst("^=", "");
        Stream<String> compared = COMPARED.matcher(TEXT.matcher(hide).replaceAll("\"\""))
                .results()
                .map(match -> match.group(1))
                .filter(name -> !NO_NAMES.contains(name));
        return Stream.concat(shown, compared);
    }
}
