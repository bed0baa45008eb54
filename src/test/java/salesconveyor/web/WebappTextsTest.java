package salesconveyor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** Camunda's web applications speak Russian: what is missing in a locale file is shown in English. */
class WebappTextsTest {
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
