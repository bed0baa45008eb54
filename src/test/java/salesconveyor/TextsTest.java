package salesconveyor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import salesconveyor.engine.ModelTranslation;
import salesconveyor.shared.Texts;

/** Everything that people see has its Russian words. */
class TextsTest {
    private static final Pattern PAGE = Pattern.compile("#\\{'([^']+)'}");
    private static final Pattern SENTENCE = Pattern.compile(
            "(?:new Refused|new Sentence|texts\\.say|texts\\.count)\\((?:\\s*[a-z][\\w.()]*,)?\\s*\"((?:[^\"\\\\]|\\\\.)+)\"");
    private static final Pattern KEY = Pattern.compile("(?<!=)\"([A-Z][A-Z_]+)\"");
    private static final Pattern NO_WORDS = Pattern.compile("\\{\\{[^}]*}}|<[^>]*>|&\\w+;");
    private static final Pattern WORD = Pattern.compile("\\p{L}");
    private static final Set<String> REFERENCES = Set.of("message", "error", "escalation", "signal");

    private final Map<String, Path> english = new TreeMap<>();

    @Test
    void everyTextHasARussianOne() throws IOException {
        each("processes", ".bpmn", this::model);
        each("processes", ".dmn", this::decision);
        each("forms", ".form", file -> words(new ObjectMapper().readTree(file.toFile()), file));
        each("forms", ".html", file -> found(PAGE, file));
        each("src/main/resources/templates", ".html", file -> found(PAGE, file));
        each("src/main/java", ".java", file -> found(SENTENCE, file));
        assertThat(english).hasSizeGreaterThan(50);
        Map<String, String> russian = new Texts(Locale.ENGLISH).all("ru");
        english.keySet().removeIf(russian::containsKey);
        assertThat(english)
                .as("texts without a Russian one, and the file they stand in")
                .isEmpty();
    }

    private void model(Path file) {
        var model = Bpmn.readModelFromFile(file.toFile());
        for (BaseElement element : model.getModelElementsByType(BaseElement.class)) {
            String name = element.getAttributeValue("name");
            if (name != null && !REFERENCES.contains(element.getElementType().getTypeName())) {
                english.put(name, file);
            }
        }
        model.getModelElementsByType(Documentation.class).forEach(text -> english.put(text.getTextContent(), file));
    }

    /** What people read in a decision table, and the keys in its cells, whose words tell them why it decided so. */
    private void decision(Path file) throws IOException {
        ModelTranslation.decisionTexts(Dmn.readModelFromFile(file.toFile()))
                .forEach(text -> english.put(text.words(), file));
        found(KEY, file);
    }

    private void words(JsonNode node, Path file) {
        for (String key : ModelTranslation.FORM_TEXTS) {
            if (node.path(key).isTextual() && hasWords(node.path(key).asText())) {
                english.put(node.path(key).asText(), file);
            }
        }
        node.forEach(child -> words(child, file));
    }

    private static boolean hasWords(String text) {
        return WORD.matcher(NO_WORDS.matcher(text).replaceAll(" ")).find();
    }

    private void found(Pattern pattern, Path file) throws IOException {
        pattern.matcher(Files.readString(file))
                .results()
                .forEach(match -> english.put(match.group(1).replace("\\\"", "\""), file));
    }

    private interface Reader {
        void read(Path file) throws IOException;
    }

    private static void each(String folder, String ending, Reader reader) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                reader.read(file);
            }
        }
    }
}
