package salesconveyor;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person answers in a form, written as one line: field, value, field, value. A value may be null. */
public class Answers {
    private Answers() {}

    /** @param pairs field and value by turns */
    public static Map<String, @Nullable Object> of(@Nullable Object... pairs) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return values;
    }
}
