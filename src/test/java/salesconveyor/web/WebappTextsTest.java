package salesconveyor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Camunda's web applications speak Russian: what is missing in a locale file is shown in English. */
class WebappTextsTest {
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern SAID = Pattern.compile("say\\((?:late \\? )?'([^']+)'");
    /** Names of programs, the same in every language. */
    private static final Set<String> NAMES = Set.of("Admin", "Camunda", "Cockpit", "Tasklist", "Optimize", "ID", "ID*");

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\{\\s*\\w+\\s*}}");

    @ParameterizedTest
    @CsvSource({"tasklist, 100", "welcome, 100", "admin, 100", "cockpit, 45"})
    void enoughOfEachApplicationIsRussian(String application, int percent) throws IOException {
        JsonNode english = labels(application, "en");
        JsonNode russian = labels(application, "ru");
        assertThat(russian.size() * 100 / english.size()).isGreaterThanOrEqualTo(percent);
        russian.fieldNames().forEachRemaining(key -> {
            assertThat(english.has(key))
                    .as("%s is a text of %s", key, application)
                    .isTrue();
            assertThat(arguments(russian.get(key).asText()))
                    .as("arguments of %s", key)
                    .containsExactlyInAnyOrderElementsOf(
                            arguments(english.get(key).asText()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void noTextIsLeftInEnglish(String application) throws IOException {
        JsonNode english = labels(application, "en");
        JsonNode russian = labels(application, "ru");
        List<String> left = new ArrayList<>();
        english.fieldNames().forEachRemaining(key -> {
            String text = english.get(key).asText();
            boolean words =
                    LETTER.matcher(text.replaceAll("<[^>]*>|\\{\\{[^}]*}}", "")).find();
            if (words && !NAMES.contains(text) && text.equals(russian.path(key).asText())) {
                left.add(key + " = " + text);
            }
        });
        assertThat(left).isEmpty();
        assertThat(russian.size()).isEqualTo(english.size());
    }

    /** What our own additions to Tasklist say, by the keys that they say it by. */
    @Test
    void everyWordOfOurAdditionsIsRussianToo() throws IOException {
        String scripts = "META-INF/resources/webjars/camunda/app/tasklist/scripts/conveyor/";
        String words = new ClassPathResource(scripts + "texts.js").getContentAsString(StandardCharsets.UTF_8);
        List<String> missing = new ArrayList<>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + scripts + "*.js")) {
            SAID.matcher(file.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .map(said -> said.group(1))
                    .filter(said -> !words.contains("'" + said + "': '") && !words.contains(" " + said + ": '"))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    private static List<String> arguments(String text) {
        List<String> found = new ArrayList<>();
        ARGUMENT.matcher(text)
                .results()
                .forEach(match -> found.add(match.group().replace(" ", "")));
        return found;
    }

    private static JsonNode labels(String application, String language) throws IOException {
        var file = new ClassPathResource(
                "META-INF/resources/webjars/camunda/app/%s/locales/%s.json".formatted(application, language));
        String json = file.getContentAsString(StandardCharsets.UTF_8).replace("\uFEFF", "");
        return new ObjectMapper().readTree(json).get("labels");
    }
}
