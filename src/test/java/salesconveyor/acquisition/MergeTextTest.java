package salesconveyor.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTextTest {
    @Test
    void fieldsAreFilledInOnce() {
        var values = Map.of("company", "{name} $1 AG", "name", "Anna", "link", "http://x");
        assertThat(new MergeText("Dear {name} of {company}: {link}").filled(values))
                .isEqualTo("Dear Anna of {name} $1 AG: http://x");
    }

    @ParameterizedTest
    @CsvSource({"{firma}, {firma}", "{}, {}", "{Company}, {Company}", "'{name} and { name }', { name }"})
    void aFieldThatIsNotKnownIsNamed(String text, String unknown) {
        assertThat(new MergeText(text).unknown()).contains(unknown);
    }

    @ParameterizedTest
    @CsvSource({"plain", "{company} {name} {link}", "a } b {", "{{name}}"})
    void allElseIsText(String text) {
        assertThat(new MergeText(text).unknown()).isEmpty();
    }
}
