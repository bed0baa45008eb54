package salesconveyor.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** A form as it is deployed now: the keys a person may enter, and the rules they must keep. */
record DeployedForm(String id, List<FormField> fields, FormField.Visibility visibility) {
    /** Takes the values of this form's fields out of the scope; a value that breaks a rule of the form is refused. */
    FormValues take(VariableScope scope) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (FormField field : fields) {
            TypedValue typed = scope.getVariableTyped(field.key(), false);
            values.put(
                    field.key(),
                    typed instanceof FileValue ? typed : typed == null ? null : plain(scope, field, typed));
        }
        Map<String, Object> context = new LinkedHashMap<>(scope.getVariables());
        fields.stream()
                .filter(field -> !field.hidden(context, visibility))
                .forEach(field -> field.check(values.get(field.key())));
        fields.forEach(field -> remove(scope, field.key()));
        return new FormValues(values);
    }

    Set<String> keys() {
        return fields.stream().map(FormField::key).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static @Nullable Object plain(VariableScope scope, FormField field, TypedValue typed) {
        return "json".equals(typed.getType().getName()) ? scope.getVariable(field.key()) : typed.getValue();
    }

    private static void remove(VariableScope scope, String key) {
        scope.removeVariableLocal(key);
        scope.removeVariable(key);
    }
}
