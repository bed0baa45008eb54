package salesconveyor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read when a field of theirs is empty. */
class FormValuesTest {
    private final FormField field = new FormField("outcome", "How did it end?", "select", MissingNode.getInstance());
    private final DeployedForm form = new DeployedForm("test", 1, List.of(field), "", (expression, context) -> false);

    @Test
    void anEmptyFieldIsNamedByItsLabel() {
        FormValues values = new FormValues(Map.of(), form);
        assertThatThrownBy(() -> values.required("outcome"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.arguments())
                        .containsExactly("How did it end?"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            textarea  | {}                              | 4000
            textfield | {}                              | 4000
            textarea  | {'validate':{'maxLength':9000}} | 4000
            textarea  | {'validate':{'maxLength':100}}  | 100
            """)
    void noAnswerIsLongerThanWhatIsKept(String type, String component, int longest) throws IOException {
        var notes = new FormField("notes", "Notes", type, new ObjectMapper().readTree(component.replace('\'', '"')));
        notes.check("x".repeat(longest));
        assertThatThrownBy(() -> notes.check("x".repeat(longest + 1)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.arguments())
                        .containsExactly("Notes", longest));
    }

    @Test
    void whatIsOnNoFormIsNamedByItsKey() {
        assertThat(new FormValues(Map.of()).label("outcome")).isEqualTo("outcome");
        assertThat(new FormValues(Map.of(), form).label("other")).isEqualTo("other");
    }
}
