package salesconveyor.engine;

import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people whom running cases keep for their later tasks. */
@Component
public class CaseOwners {
    private final RuntimeService runtime;
    private final AsSystem asSystem;

    CaseOwners(RuntimeService runtime, AsSystem asSystem) {
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    /**
     * Later tasks of the running cases are somebody else's.
     *
     * @param variable that keeps a login
     * @param to nobody: the whole group's
     */
    public void pass(String variable, String from, @Nullable String to) {
        asSystem.run(() -> {
            runtime
                    .createVariableInstanceQuery()
                    .variableName(variable)
                    .variableValueEquals(variable, from)
                    .list()
                    .stream()
                    .filter(kept -> kept.getTaskId() == null && kept.getExecutionId() != null)
                    .forEach(kept -> runtime.setVariableLocal(kept.getExecutionId(), variable, to));
            return true;
        });
    }
}
