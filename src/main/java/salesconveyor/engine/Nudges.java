package salesconveyor.engine;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * Sends a message to whoever waits for it. A message is a nudge, the table is the truth: when nobody waits, nothing
 * happens, and whoever waits next asks the table first.
 */
@Component
public class Nudges {
    private final RuntimeService runtime;

    Nudges(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Wakes the case with this number. @return how many waited */
    public int toCase(String message, String caseNumber) {
        return runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(caseNumber)
                .correlateAllWithResult()
                .size();
    }

    /** Wakes whoever waits with this value of a local or process variable. @return how many waited */
    public int to(String message, Variable<String> variable, String value) {
        return runtime.createMessageCorrelation(message)
                .localVariableEquals(variable.name(), value)
                .correlateAllWithResult()
                .size();
    }

    /** Starts a process by its start message. */
    public void start(String message, String caseNumber, Map<String, Object> variables) {
        runtime.startProcessInstanceByMessage(message, caseNumber, variables);
    }
}
