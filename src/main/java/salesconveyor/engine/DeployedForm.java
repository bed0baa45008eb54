package salesconveyor.engine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** A form as it is deployed now: the keys a person may enter, and the rules they must keep. */
record DeployedForm(String id, int version, List<FormField> fields, String source, FormField.Visibility visibility) {
    private static final Pattern WORD = Pattern.compile("\\w+");

    /** Takes the values of this form's fields out of the scope; a value that breaks a rule of the form is refused. */
    FormValues take(VariableScope scope) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (FormField field : fields) {
            TypedValue typed = entered(scope, field.key()).getVariableTyped(field.key(), false);
            values.put(
                    field.key(),
                    typed instanceof FileValue ? typed : typed == null ? null : plain(scope, field, typed));
        }
        Map<String, Object> context = new LinkedHashMap<>(scope.getVariables());
        context.putAll(values);
        fields.stream()
                .filter(field -> !field.hidden(context, visibility))
                .forEach(field -> field.check(values.get(field.key())));
        fields.forEach(field -> remove(scope, field.key()));
        return new FormValues(values, this);
    }

    Set<String> keys() {
        return fields.stream().map(FormField::key).collect(Collectors.toUnmodifiableSet());
    }

    /** The names among these values that are no fields of the form; without a form all of them. */
    static Set<Object> foreign(@Nullable DeployedForm form, @Nullable Map<?, ?> values) {
        Set<Object> foreign = new LinkedHashSet<>(values == null ? Set.of() : values.keySet());
        if (form != null) {
            foreign.removeAll(form.keys());
        }
        return foreign;
    }

    /** Every word of the form: a variable that is not among them is not shown by it. */
    Set<String> words() {
        return WORD.matcher(source).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Object plain(VariableScope scope, FormField field, TypedValue typed) {
        return "json".equals(typed.getType().getName())
                ? entered(scope, field.key()).getVariable(field.key())
                : typed.getValue();
    }

    /** Emptied first, at the task and above it: what is only removed stays readable in the engine's history. */
    private static void remove(VariableScope scope, String key) {
        while (scope.hasVariable(key)) {
            scope.setVariable(key, null);
            if (scope.hasVariableLocal(key)) {
                scope.removeVariableLocal(key);
            } else {
                scope.removeVariable(key);
            }
        }
    }

    /** What is entered goes past a task to its execution; what the field was filled in with before stays at the task. */
    private static VariableScope entered(VariableScope scope, String key) {
        return scope instanceof DelegateTask task && task.getExecution().hasVariable(key) ? task.getExecution() : scope;
    }
}
