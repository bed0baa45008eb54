package salesconveyor.engine;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** Hears, in the engine's transaction, of every change of every user task. */
public interface TaskWatch {
    void changed(Change change);

    /** How a task was completed: its outcome key, and the answers that no listener of the model asked for. */
    record Completion(@Nullable String outcome, Map<String, String> answers) {}

    /** A call that somebody promised to make, and until when nobody else may take it. */
    record Promise(String by, Instant until) {
        /** What the case keeps of it, beside each other. */
        static final String BY = "caller";

        private static final String UNTIL = "callerUntil";

        private static @Nullable Promise of(DelegateTask task) {
            return task.getVariable(BY) instanceof String caller && task.getVariable(UNTIL) instanceof String until
                    ? new Promise(caller, OffsetDateTime.parse(until).toInstant())
                    : null;
        }
    }

    /**
     * A task at one moment.
     *
     * @param notBefore the follow-up date: the task can be done before it, but nobody should wait for that
     * @param event create, assignment, update, delete or complete
     * @param actor in whose name it happens; nobody when the program itself does it
     * @param promise looked up for a new task alone
     */
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
            @Nullable Instant notBefore,
            @Nullable String actor,
            @Nullable Promise promise,
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
                    instant(task.getFollowUpDate()),
                    Context.getCommandContext().getAuthenticatedUserId(),
                    TaskListener.EVENTNAME_CREATE.equals(task.getEventName()) ? Promise.of(task) : null,
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
