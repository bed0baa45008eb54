package salesconveyor.engine;

import java.time.OffsetDateTime;
import java.util.Date;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Open tasks for which somebody begins to wait. */
@Component
public class UrgentTasks {
    /**
     * @param variable keeps until when the case must have answered; a time that it keeps already and that is no later
     *     stays, and the tasks with it
     */
    public record Urgency(Variable<OffsetDateTime> variable, OffsetDateTime due, int priority) {}

    private final ProcessEngine engine;
    private final AsSystem asSystem;

    UrgentTasks(@Lazy ProcessEngine engine, AsSystem asSystem) {
        this.engine = engine;
        this.asSystem = asSystem;
    }

    /**
     * Makes the case's open tasks of this station urgent.
     *
     * @param alarm the timer at the border of the task that tells when it is late; it is set up anew when a task
     *     without urgency was spared it
     * @param lateAt when that timer fires, by who has taken the task (nobody: null) and the time of the urgency
     */
    public void hurry(
            String caseNumber,
            String station,
            Urgency urgency,
            String alarm,
            BiFunction<@Nullable String, OffsetDateTime, OffsetDateTime> lateAt) {
        asSystem.run(() -> {
            engine
                    .getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .taskDefinitionKey(station)
                    .list()
                    .stream()
                    .filter(task -> isNews(task, urgency))
                    .forEach(task -> hurry(task, urgency, alarm, lateAt.apply(task.getAssignee(), urgency.due())));
            return true;
        });
    }

    private boolean isNews(Task task, Urgency urgency) {
        Object known = engine.getRuntimeService()
                .getVariable(task.getProcessInstanceId(), urgency.variable().name());
        return known == null || OffsetDateTime.parse(known.toString()).isAfter(urgency.due());
    }

    private void hurry(Task task, Urgency urgency, String alarm, OffsetDateTime lateAt) {
        engine.getRuntimeService()
                .setVariable(
                        task.getProcessInstanceId(),
                        urgency.variable().name(),
                        urgency.variable().toEngine(urgency.due()));
        Date due = date(urgency.due());
        task.setPriority(Math.max(task.getPriority(), urgency.priority()));
        task.setDueDate(task.getDueDate() == null || task.getDueDate().after(due) ? due : task.getDueDate());
        engine.getTaskService().saveTask(task);
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    watch(task, alarm, date(lateAt), context);
                    return true;
                });
    }

    private static void watch(Task task, String alarm, Date lateAt, CommandContext context) {
        ExecutionEntity execution = context.getExecutionManager().findExecutionById(task.getExecutionId());
        TimerDeclarationImpl timer = TimerDeclarationImpl.getDeclarationsForScope(execution.getActivity())
                .get(alarm);
        if (timer != null) { // A case that an older model began may have none.
            JobEntity job = execution.getJobs().stream()
                    .filter(running -> alarm.equals(running.getActivityId()))
                    .findAny()
                    .orElseGet(() -> timer.createTimer(execution));
            job.setDuedate(lateAt);
        }
    }

    private static Date date(OffsetDateTime time) {
        return Date.from(time.toInstant());
    }
}
