package salesconveyor.engine;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Holds what was entered in a form between the first and the last listener of one command. Not a variable: the engine
 * serializes even a transient one.
 */
final class FormHold {
    private static final ThreadLocal<Map<String, FormValues>> HELD = ThreadLocal.withInitial(HashMap::new);

    private FormHold() {}

    static void hold(VariableScope scope, FormValues values) {
        HELD.get().put(id(scope), values);
    }

    static FormValues find(VariableScope scope) {
        return HELD.get().getOrDefault(id(scope), new FormValues(Map.of()));
    }

    /** After the outermost command of this thread nothing of a form is left, whether it failed or not. */
    static void clear() {
        HELD.remove();
    }

    private static String id(VariableScope scope) {
        return scope instanceof DelegateTask task ? task.getId() : ((DelegateExecution) scope).getProcessInstanceId();
    }
}
