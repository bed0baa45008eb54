package salesconveyor.engine;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tasks that somebody has taken or was given. */
@Component
public class OwnedTasks {
    /**
     * A task with its owner and the groups that could do it too.
     *
     * @param touched when it was due or, if that is later, claimed or changed for the last time
     */
    public record Owned(String task, String owner, List<String> groups, Date touched) {}

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final AsSystem asSystem;

    OwnedTasks(TaskService tasks, RuntimeService runtime, AsSystem asSystem) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    public List<Owned> all() {
        return tasks.createTaskQuery().taskAssigned().active().list().stream()
                .map(task -> new Owned(task.getId(), task.getAssignee(), groups(task), touched(task)))
                .toList();
    }

    /**
     * Makes somebody the owner; nobody: whoever of the group comes next may take it.
     *
     * @throws RuntimeException of the engine when a listener of the model refuses it, or it has ended
     */
    public void give(String task, @Nullable String person) {
        asSystem.run(() -> {
            tasks.setAssignee(task, person);
            return true;
        });
    }

    /** Lets the task's case know who keeps the promise to call; nobody: whoever comes first. */
    public void promise(String task, @Nullable String caller) {
        asSystem.run(() -> {
            Task found = tasks.createTaskQuery().taskId(task).singleResult();
            if (found != null) {
                runtime.setVariable(found.getProcessInstanceId(), TaskWatch.Promise.BY, caller);
            }
            return true;
        });
    }

    private List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Date touched(Task task) {
        return Stream.of(task.getDueDate(), task.getLastUpdated(), task.getCreateTime())
                .filter(Objects::nonNull)
                .max(Date::compareTo)
                .orElseThrow();
    }
}
