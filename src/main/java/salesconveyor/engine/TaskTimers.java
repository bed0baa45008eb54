package salesconveyor.engine;

import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The timers at the border of a task. */
@Component
public class TaskTimers {
    private final ManagementService management;

    TaskTimers(ManagementService management) {
        this.management = management;
    }

    /**
     * Sets when a timer at the border of the task fires.
     *
     * @param boundary the id of the boundary event
     * @param time nothing leaves it as it is
     */
    public void move(DelegateTask task, String boundary, @Nullable OffsetDateTime time) {
        if (time != null) {
            Date due = Date.from(time.toInstant());
            management
                    .createJobQuery()
                    .executionId(task.getExecutionId())
                    .activityId(boundary)
                    .list()
                    .forEach(timer -> management.setJobDuedate(timer.getId(), due, false));
        }
    }

    /** Spares the database the timers of a new task that would fire no earlier than this. */
    public void dropFrom(DelegateTask task, OffsetDateTime time) {
        Date never = Date.from(time.toInstant());
        List.copyOf(((ExecutionEntity) task.getExecution()).getJobs()).stream()
                .filter(timer ->
                        timer.getDuedate() != null && !timer.getDuedate().before(never))
                .forEach(JobEntity::delete);
    }
}
