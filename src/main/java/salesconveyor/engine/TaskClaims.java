package salesconveyor.engine;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes tasks in the name of whoever acts on this thread, with that person's rights and through all guards. */
@Component
public class TaskClaims {
    private final TaskService tasks;
    private final AsSystem asSystem;

    TaskClaims(TaskService tasks, AsSystem asSystem) {
        this.tasks = tasks;
        this.asSystem = asSystem;
    }

    /** @throws RuntimeException of the engine when this person may not take it, or somebody was faster */
    public void take(String task, String person) {
        tasks.claim(task, person);
    }

    /** What people call the task; nothing when the engine does not know it any more. */
    public @Nullable String name(String task) {
        return asSystem.run(() -> {
            Task found = tasks.createTaskQuery().taskId(task).singleResult();
            return found == null ? null : String.valueOf(found.getName());
        });
    }
}
