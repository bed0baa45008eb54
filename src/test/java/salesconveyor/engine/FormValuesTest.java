package salesconveyor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

    @Test
    void whatIsOnNoFormIsNamedByItsKey() {
        assertThat(new FormValues(Map.of()).label("outcome")).isEqualTo("outcome");
        assertThat(new FormValues(Map.of(), form).label("other")).isEqualTo("other");
    }
}
