package salesconveyor.payments;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Identities;
import salesconveyor.engine.ProcessModel;
import salesconveyor.engine.Variable;

/** Java twin of processes/importStatement.bpmn. The business key is the import's number. */
@ProcessModel("importStatement")
class ImportStatement {
    static final Variable<Boolean> ENTRIES_LEFT = Variable.bool("entriesLeft"); // answers "Entries left?"
    static final Variable<Integer> UNRESOLVED_ENTRIES = Variable.integer("unresolvedEntries");
    static final Variable<Integer> LOOP_COUNTER = Variable.integer("loopCounter"); // the engine's own, from 0

    /** Which entry the task is about, for the task alone. */
    static final Variable<String> BANK_ENTRY = Variable.string("bankEntry");

    @Bean
    ExecutionListener readStatement(Importing importing, Identities identities) {
        return execution -> execution.setProcessBusinessKey(importing.take(
                execution.getProcessBusinessKey(),
                FormValues.of(execution).file("statementFile").orElse(null),
                identities.current()));
    }

    @Bean
    JavaDelegate matchEntries(Settling settling, Statements statements, PaymentMessages messages, HeldBack heldBack) {
        return execution -> {
            messages.tell(settling.settle(execution.getProcessBusinessKey()));
            heldBack.lookAgain();
            int left = statements.unresolved(execution.getProcessBusinessKey()).size();
            UNRESOLVED_ENTRIES.set(execution, left);
            ENTRIES_LEFT.set(execution, left > 0);
        };
    }

    @Bean
    TaskListener loadEntry(Statements statements) {
        return task -> BANK_ENTRY.setLocal(
                task,
                statements
                        .unresolved(task.getExecution().getProcessBusinessKey())
                        .get(LOOP_COUNTER.get(task))
                        .toString());
    }

    @Bean
    TaskListener recordResolution(Resolving resolving, PaymentMessages messages) {
        return task -> messages.tell(
                resolving.record(Long.parseLong(BANK_ENTRY.get(task)), FormValues.of(task), task.getAssignee()));
    }

    @Bean
    JavaDelegate escalateEntries(Escalating escalating) {
        return execution -> escalating.entries(execution.getProcessBusinessKey());
    }
}
