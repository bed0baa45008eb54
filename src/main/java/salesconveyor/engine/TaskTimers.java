package salesconveyor.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The timers at the border of a task. */
@Component
public class TaskTimers {
    private final ManagementService management;
    private final Clock clock;

    TaskTimers(ManagementService management, Clock clock) {
        this.management = management;
        this.clock = clock;
    }

    /** Gives whoever has taken the task at least this time before a timer takes it away. */
    public void postpone(DelegateTask task, Duration grace) {
        Date earliest = Date.from(clock.instant().plus(grace));
        if (task.getAssignee() != null) {
            management
                    .createJobQuery()
                    .executionId(task.getExecutionId())
                    .timers()
                    .duedateLowerThan(earliest)
                    .list()
                    .forEach(timer -> management.setJobDuedate(timer.getId(), earliest, false));
        }
    }
}
