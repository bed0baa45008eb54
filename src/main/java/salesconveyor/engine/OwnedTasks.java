package salesconveyor.engine;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
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

    OwnedTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    public List<Owned> all() {
        return tasks.createTaskQuery().taskAssigned().active().list().stream()
                .map(task -> new Owned(task.getId(), task.getAssignee(), groups(task), touched(task)))
                .toList();
    }

    /** Whoever of the group comes next may take it. */
    public void giveBack(Owned owned) {
        tasks.setAssignee(owned.task(), null);
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
