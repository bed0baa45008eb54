package salesconveyor.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** Hears, in the engine's transaction, of every change of every user task. */
public interface TaskWatch {
    void changed(Change change);

    /** How a task was completed: its outcome key, and the answers that no listener of the model asked for. */
    record Completion(@Nullable String outcome, Map<String, String> answers) {}

    /** A task at one moment; {@code event} is create, assignment, update, delete or complete. */
    record Change(
            String event,
            String task,
            String station,
            String process,
            @Nullable String caseNumber,
            @Nullable String companyNumber,
            @Nullable String role,
            @Nullable String assignee,
            int priority,
            @Nullable Instant due,
            @Nullable Completion completion) {
        static Change of(DelegateTask task, @Nullable Completion completion) {
            return new Change(
                    task.getEventName(),
                    task.getId(),
                    task.getTaskDefinitionKey(),
                    key(task),
                    ((TaskEntity) task).getExecution().getProcessBusinessKey(),
                    task.getVariable("companyNumber") instanceof String company ? company : null,
                    task.getCandidates().stream()
                            .map(link -> link.getGroupId())
                            .filter(group -> group != null)
                            .findFirst()
                            .orElse(null),
                    task.getAssignee(),
                    task.getPriority(),
                    instant(task.getDueDate()),
                    completion);
        }

        private static String key(DelegateTask task) {
            return ((TaskEntity) task).getProcessDefinition().getKey();
        }

        private static @Nullable Instant instant(@Nullable Date date) {
            return date == null ? null : date.toInstant();
        }
    }
}
