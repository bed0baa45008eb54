package salesconveyor.engine;

import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.HistoricDecisionInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricDetailQueryImpl;
import org.camunda.bpm.engine.impl.HistoricVariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmdTyped;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Of a case's variables a person sees those that the form of the task names, and none while a colleague works on it. The
 * engine shows all that reach the task, so that an assistant could read the margin that a decision was made by.
 */
class ReadGuard extends StaffGuard {
    private final DeployedForms forms;

    ReadGuard(DeployedForms forms) {
        this.forms = forms;
    }

    /**
     * The engine shows the history of all variables to whoever ever had a task of the case, and in one list what is
     * filled in on every task that the role could take.
     */
    @Override
    void check(Command<?> command, String person, CommandContext context) {
        boolean values = command instanceof VariableInstanceQueryImpl
                || command instanceof HistoricVariableInstanceQueryImpl
                || command instanceof HistoricDetailQueryImpl
                || command instanceof HistoricDecisionInstanceQueryImpl;
        if (values && !context.getAuthorizationManager().isAuthorized(READ_HISTORY, PROCESS_DEFINITION, "*")) {
            throw new Forbidden("The values of a case are shown on the forms of its tasks only.");
        }
    }

    @Override
    <T> @Nullable T answer(Command<T> command, T answer, CommandContext context) {
        if (command instanceof GetTaskVariablesCmd) {
            ((Map<?, ?>) answer).keySet().retainAll(named(Parts.text(command, "taskId"), context));
        } else if (command instanceof GetTaskFormVariablesCmd form) {
            ((Map<?, ?>) answer).keySet().retainAll(named(form.resourceId, context));
        } else if ((command instanceof GetTaskVariableCmd || command instanceof GetTaskVariableCmdTyped)
                && !named(Parts.text(command, "taskId"), context).contains(Parts.text(command, "variableName"))) {
            return null;
        }
        return answer;
    }

    private Set<String> named(@Nullable String id, CommandContext context) {
        TaskEntity task = id == null ? null : context.getTaskManager().findTaskById(id);
        DeployedForm form = task == null || isAColleagues(task, context) ? null : forms.shownBy(task);
        return form == null ? Set.of() : form.words();
    }

    /** Somebody else works on it: what it is about is no concern of the others of the same role. */
    private static boolean isAColleagues(TaskEntity task, CommandContext context) {
        String person = context.getAuthenticatedUserId();
        return task.getAssignee() != null
                && !task.getAssignee().equals(person)
                && !context.getAuthorizationManager().isAuthorized(READ_HISTORY, PROCESS_DEFINITION, "*");
    }
}
