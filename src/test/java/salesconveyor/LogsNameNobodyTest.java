package salesconveyor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log is copied to places that nobody erases: no login, name or address of a person is written to it. */
class LogsNameNobodyTest {
    private static final Pattern STATEMENT =
            Pattern.compile("\\bLOG\\s*\\.\\s*(trace|debug|info|warn|error)\\((.*?)\\);", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern PERSON = Pattern.compile(
            "(?i)\\b(person|worker|owner|administrator|author|login|user|from|to|by|manager|head|caller"
                    + "|assignee|substitute|email|address|recipient|recipients|phone|contact|payer|name)(\\(\\))?\\b(?!\\.size)");

    @Test
    void noStatementWritesWhoItWas() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> named = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> named(read(file)).map(statement -> file.getFileName() + ": " + statement))
                    .toList();
            assertThat(named).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOG.info(\"Task {} of {}\", held.task(), held.worker());",
                "LOG.debug(\"{} cannot take task {}\",\n person, task.task(), e);",
                "LOG.warn(\"Not sent: {}\", mail.recipient());"
            })
    void aStatementThatDoesIsFound(String statement) {
        assertThat(named(statement)).hasSize(1);
    }

    private static Stream<String> named(String source) {
        return STATEMENT
                .matcher(source)
                .results()
                .map(found -> TEXT.matcher(found.group(2)).replaceAll(""))
                .filter(arguments -> PERSON.matcher(arguments).find());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
