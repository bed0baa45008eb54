package salesconveyor.engine;

import java.util.List;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Wraps every user task and start event with a form: the first listener checks the entered values against the
 * deployed form and takes them out of the process, the model's own listener reads them as {@link FormValues}, the
 * last one keeps what nobody asked for. The keys of the deployed form are the whitelist.
 */
class FormMove extends AbstractBpmnParseListener {
    private final DeployedForms forms;
    private final List<TaskWatch> watches;

    FormMove(DeployedForms forms, List<TaskWatch> watches) {
        this.forms = forms;
        this.watches = watches;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        boolean recorded = !task.getTaskListeners()
                .getOrDefault(TaskListener.EVENTNAME_COMPLETE, List.of())
                .isEmpty();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::takeForm);
        task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, completed -> finish(completed, recorded));
        for (String event : List.of(
                TaskListener.EVENTNAME_CREATE,
                TaskListener.EVENTNAME_ASSIGNMENT,
                TaskListener.EVENTNAME_UPDATE,
                TaskListener.EVENTNAME_DELETE)) {
            task.addTaskListener(event, changed -> tell(changed, null));
        }
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl start) {
        if (scope instanceof ProcessDefinitionImpl && ActivityTypes.START_EVENT.equals(start.getProperty("type"))) {
            String form = element.attributeNS(
                    Camunda.NAMESPACE, "formRef", element.attributeNS(Camunda.NAMESPACE, "formKey"));
            if (form != null) {
                start.addBuiltInListener(
                        ExecutionListener.EVENTNAME_START, (ExecutionListener) e -> holdStart(e, form), 0);
            }
        }
    }

    /** A case that has its number already was started by the program and not by a person with a form. */
    private void holdStart(DelegateExecution execution, String form) {
        if (execution.getProcessBusinessKey() == null) {
            hold(execution, forms.find(form));
        }
    }

    private void takeForm(DelegateTask task) {
        ((TaskEntity) task).initializeFormKey();
        hold(task, forms.of((TaskEntity) task));
    }

    private static void hold(VariableScope scope, @Nullable DeployedForm form) {
        if (form != null) {
            FormHold.hold(scope, form.take(scope));
        }
    }

    private void finish(DelegateTask task, boolean recorded) {
        FormValues values = FormValues.of(task);
        String outcome = values.peek("outcome") instanceof String key ? key : null;
        if (!recorded && outcome != null) {
            // An owner's own task has no listener that answers the next gateway: its outcome is the answer.
            task.getExecution().setVariable("outcome", outcome);
        }
        tell(task, new TaskWatch.Completion(outcome, values.rest()));
    }

    private void tell(DelegateTask task, TaskWatch.@Nullable Completion completion) {
        watches.forEach(watch -> watch.changed(TaskWatch.Change.of(task, completion)));
    }
}
