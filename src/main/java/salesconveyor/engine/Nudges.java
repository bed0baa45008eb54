package salesconveyor.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends a message to whoever waits for it. A message is a nudge, the table is the truth: when nobody waits, nothing
 * happens, and whoever waits next asks the table first. The engine does not ask for the rights of the person in whose
 * name a message is sent: who sends it has judged that.
 *
 * <p>One step may have several reasons to wake the same waiting point; the first wakes it, the others find nobody. That
 * loses nothing: whoever is woken reads the tables in a step of its own, after all of them are written.
 */
@Component
public class Nudges {
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AsSystem asSystem;

    Nudges(RuntimeService runtime, TaskService tasks, AsSystem asSystem) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.asSystem = asSystem;
    }

    /** Wakes the case with this number. @return how many waited */
    public int toCase(String message, String caseNumber) {
        if (Context.getCommandContext() == null) {
            return asSystem.run(() -> runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(caseNumber)
                    .correlateAllWithResult()
                    .size());
        }
        return asSystem.run(() -> wake(
                message,
                runtime
                        .createExecutionQuery()
                        .messageEventSubscriptionName(message)
                        .processInstanceBusinessKey(caseNumber)
                        .active()
                        .list()
                        .stream()
                        .map(Execution::getId)
                        .toList()));
    }

    /** Wakes whoever waits with this value of a local or process variable. @return how many waited */
    public int to(String message, Variable<String> variable, String value) {
        return asSystem.run(() -> runtime.createMessageCorrelation(message)
                .localVariableEquals(variable.name(), value)
                .correlateAllWithResult()
                .size());
    }

    /**
     * Wakes whoever waits with this value of a process variable in another case than this one.
     *
     * @param exceptCase the case that sends the message and goes its own way; none when nobody does
     */
    public void toOthers(String message, Variable<String> variable, String value, @Nullable String exceptCase) {
        asSystem.run(() -> {
            List<String> others = new ArrayList<>(waiting(message, variable, value, null));
            if (exceptCase != null) {
                others.removeAll(waiting(message, variable, value, exceptCase));
            }
            return wake(message, others);
        });
    }

    /** Wakes whoever waits at this point of its model with this value of a process variable; who is elsewhere is left. */
    public void at(String point, String message, Variable<String> variable, String value) {
        asSystem.run(() -> {
            List<Execution> there = runtime.createExecutionQuery()
                    .messageEventSubscriptionName(message)
                    .processVariableValueEquals(variable.name(), value)
                    .activityId(point)
                    .list();
            return wake(message, there.stream().map(Execution::getId).toList());
        });
    }

    /** @return how many waited still */
    private int wake(String message, List<String> executions) {
        int woken = 0;
        for (String execution : executions) {
            if (stillWaits(message, execution)) {
                runtime.messageEventReceived(message, execution);
                woken++;
            }
        }
        return woken;
    }

    /**
     * Within a step of the engine a query reads rows that the step has not written yet: it finds who was woken just now,
     * and waking him again would fail the whole step. The step's own memory knows better.
     */
    private static boolean stillWaits(String message, String execution) {
        CommandContext step = Context.getCommandContext();
        return step == null
                || !step.getEventSubscriptionManager()
                        .findEventSubscriptionsByNameAndExecution("message", message, execution, false)
                        .isEmpty();
    }

    private List<String> waiting(String message, Variable<String> variable, String value, @Nullable String caseNumber) {
        var query = runtime.createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processVariableValueEquals(variable.name(), value);
        return (caseNumber == null ? query : query.processInstanceBusinessKey(caseNumber))
                .list().stream().map(Execution::getId).toList();
    }

    /** Starts a process by its start message. */
    public void start(String message, String caseNumber, Map<String, Object> variables) {
        asSystem.run(() -> runtime.startProcessInstanceByMessage(message, caseNumber, variables));
    }

    /** Starts a process at its plain start event, for a case that is written in our tables already. */
    public void begin(String process, String caseNumber, Map<String, Object> variables) {
        asSystem.run(() -> runtime.startProcessInstanceByKey(process, caseNumber, variables));
    }

    /** Whether this process runs for the case now. */
    public boolean runs(String process, String caseNumber) {
        return asSystem.run(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(caseNumber)
                        .count()
                > 0);
    }

    /** Writes what a form shows anew on the case's open tasks that show it, on all the same. */
    public void show(String caseNumber, Variable<String> shown, String value) {
        show(caseNumber, shown, station -> value);
    }

    /** The same where each station shows its own. @param value what the station with this id shows */
    public void show(String caseNumber, Variable<String> shown, UnaryOperator<String> value) {
        asSystem.run(() -> {
            tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                    .filter(task -> tasks.getVariableLocal(task.getId(), shown.name()) != null)
                    .forEach(task -> tasks.setVariableLocal(
                            task.getId(), shown.name(), shown.toEngine(value.apply(task.getTaskDefinitionKey()))));
            return true;
        });
    }
}
