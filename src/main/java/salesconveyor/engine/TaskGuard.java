package salesconveyor.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** Whoever works on a task claims it first, completes it with the fields of its form alone, and gives back only their own. */
class TaskGuard extends StaffGuard {
    private final DeployedForms forms;

    TaskGuard(DeployedForms forms) {
        this.forms = forms;
    }

    @Override
    void check(Command<?> command, String person, CommandContext context) {
        if (command instanceof SubmitTaskFormCmd) {
            complete(command, (Map<?, ?>) Parts.of(command, "properties"), person, context);
        } else if (command instanceof CompleteTaskCmd) {
            complete(command, (Map<?, ?>) Parts.of(command, "variables"), person, context);
        } else if (command instanceof ClaimTaskCmd) {
            take(command, person, context);
        } else if (command instanceof AssignTaskCmd) {
            take(command, person, context);
        }
    }

    private void complete(Command<?> command, @Nullable Map<?, ?> values, String person, CommandContext context) {
        TaskEntity task = task(command, context);
        if (task == null || !mayWork(task, context)) {
            return; // The engine refuses it in its own words.
        }
        if (!person.equals(task.getAssignee())) {
            throw new Forbidden("Please claim the task before you complete it.");
        }
        if (Boolean.TRUE.equals(Parts.of(command, "returnVariables"))) {
            throw new Forbidden("The values of a case are shown on the forms of its tasks only.");
        }
        for (Object key : DeployedForm.foreign(forms.shownBy(task), values)) {
            throw new Refused("\"{0}\" is not a field of the form of this task.", key);
        }
    }

    /** To oneself what is free, to nobody what is one's own. */
    private static void take(Command<?> command, String person, CommandContext context) {
        TaskEntity task = task(command, context);
        if (task == null || !mayWork(task, context)) {
            return;
        }
        String taker = Parts.text(command, "userId");
        String owner = task.getAssignee();
        boolean givenBack = taker == null && person.equals(owner);
        boolean taken = person.equals(taker) && (owner == null || person.equals(owner));
        if (!givenBack && !taken) {
            throw new Forbidden("You can claim a free task for yourself and give back your own.");
        }
    }

    private static @Nullable TaskEntity task(Command<?> command, CommandContext context) {
        String id = Parts.text(command, "taskId");
        return id == null ? null : context.getTaskManager().findTaskById(id);
    }

    private static boolean mayWork(TaskEntity task, CommandContext context) {
        return context.getProcessEngineConfiguration().getCommandCheckers().stream()
                .allMatch(checker -> passes(() -> checker.checkTaskWork(task)));
    }

    private static boolean passes(Runnable check) {
        try {
            check.run();
            return true;
        } catch (org.camunda.bpm.engine.ProcessEngineException refused) {
            return false;
        }
    }
}
