package salesconveyor.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.jspecify.annotations.Nullable;

/**
 * What a person entered in the form of one task or start event. {@link FormMove} takes the values out of the process
 * before the model's own listener runs, so nothing of a form stays behind as a variable. What the listener does not
 * ask for is kept as a named answer of the task.
 */
public final class FormValues {
    /** The form that was filled in, and which of its deployed versions. */
    public record Source(String form, int version) {}

    private final Map<String, Object> values;
    private final @Nullable DeployedForm form;
    private final Set<String> asked = new LinkedHashSet<>();

    public FormValues(Map<String, Object> values) {
        this(values, null);
    }

    FormValues(Map<String, Object> values, @Nullable DeployedForm form) {
        this.values = values;
        this.form = form;
    }

    /** The values entered in the form of this task, or of the start event of this instance. */
    public static FormValues of(VariableScope scope) {
        return FormHold.find(scope);
    }

    /** Whether the form has this field: what an owner took out of it was not asked. */
    public boolean asks(String key) {
        return values.containsKey(key);
    }

    public @Nullable String text(String key) {
        Object value = take(key);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    /** A field that the form requires. */
    public String required(String key) {
        String value = text(key);
        if (value == null) {
            throw new Refused("Please fill in \"{0}\".", label(key));
        }
        return value;
    }

    /** What people read over this field; its key when no form was filled in. */
    public String label(String key) {
        return form == null
                ? key
                : form.fields().stream()
                        .filter(field -> field.key().equals(key))
                        .map(FormField::label)
                        .findFirst()
                        .orElse(key);
    }

    /** What people read for a value of this field: the words of a choice; the value itself when no form was filled in. */
    public String word(String key, String value) {
        return form == null
                ? value
                : form.fields().stream()
                        .filter(field -> field.key().equals(key))
                        .map(field -> field.word(value))
                        .findFirst()
                        .orElse(value);
    }

    public @Nullable BigDecimal decimal(String key) {
        String value = text(key);
        try {
            return value == null ? null : new BigDecimal(value.replace(',', '.').replaceAll("\\s", ""));
        } catch (NumberFormatException e) {
            throw new Refused("{0} is not a number; write it like 1234.50.", value);
        }
    }

    public @Nullable Integer integer(String key) {
        BigDecimal value = decimal(key);
        return value == null ? null : value.intValue();
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(take(key));
    }

    public @Nullable LocalDate date(String key) {
        String value = text(key);
        return value == null ? null : LocalDate.parse(value.substring(0, 10));
    }

    /** A date with time and offset, as form-js writes it. */
    public @Nullable OffsetDateTime dateTime(String key) {
        String value = text(key);
        return value == null ? null : OffsetDateTime.parse(value);
    }

    public Optional<Upload> file(String key) {
        return take(key) instanceof FileValue file && file.getValue() != null
                ? Optional.of(new Upload(file.getFilename(), String.valueOf(file.getMimeType()), read(file)))
                : Optional.empty();
    }

    /** The fields that nobody asked for: an owner's own questions. */
    public Map<String, String> rest() {
        Map<String, String> rest = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (!asked.contains(key) && value != null && !(value instanceof FileValue)) {
                rest.put(key, value.toString());
            }
        });
        return rest;
    }

    /** The same as lines for people: the question and the answer in the words of the form, in its order. */
    public List<String> told() {
        Map<String, String> rest = rest();
        return form == null
                ? List.of()
                : form.fields().stream()
                        .filter(field -> !rest.getOrDefault(field.key(), "").isBlank())
                        .map(field -> field.label() + ": " + field.word(String.valueOf(rest.get(field.key()))))
                        .toList();
    }

    /** Nothing when no form was filled in. */
    public Optional<Source> source() {
        return Optional.ofNullable(form).map(filled -> new Source(filled.id(), filled.version()));
    }

    @Nullable
    Object peek(String key) {
        return values.get(key);
    }

    private @Nullable Object take(String key) {
        asked.add(key);
        return values.get(key);
    }

    private static byte[] read(FileValue file) {
        try (var stream = file.getValue()) {
            return stream.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
