package salesconveyor.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetTaskPropertyCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateFilterCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** What no station needs, although the engine gives it to whoever may work on a task or start a process. */
class ClosedToStaff extends StaffGuard {
    private static final String START = "A case starts at its start event only; please start it in Tasklist.";
    private static final String VALUES = "Values are entered in the form of the task; please complete the form.";
    private static final String PROCESS =
            "The process decides who does a task and until when; please ask an administrator.";
    private static final String FILTERS = "Filters are made by an administrator.";

    private static final Map<Class<?>, String> CLOSED = Map.ofEntries(
            Map.entry(StartProcessInstanceAtActivitiesCmd.class, START),
            Map.entry(AbstractCorrelateMessageCmd.class, START),
            Map.entry(MessageEventReceivedCmd.class, START),
            Map.entry(SignalEventReceivedCmd.class, START),
            Map.entry(EvaluateStartConditionCmd.class, START),
            Map.entry(SignalCmd.class, START),
            Map.entry(AbstractVariableCmd.class, VALUES),
            Map.entry(AbstractPatchVariablesCmd.class, VALUES),
            Map.entry(HandleTaskBpmnErrorCmd.class, VALUES),
            Map.entry(HandleTaskEscalationCmd.class, VALUES),
            Map.entry(ResolveTaskCmd.class, VALUES),
            Map.entry(CreateAttachmentCmd.class, VALUES),
            Map.entry(SaveAttachmentCmd.class, VALUES),
            Map.entry(DelegateTaskCmd.class, PROCESS),
            Map.entry(SaveTaskCmd.class, PROCESS),
            Map.entry(CreateTaskCmd.class, PROCESS),
            Map.entry(DeleteTaskCmd.class, PROCESS),
            Map.entry(AbstractSetTaskPropertyCmd.class, PROCESS),
            Map.entry(DeleteIdentityLinkCmd.class, PROCESS),
            Map.entry(CreateFilterCmd.class, FILTERS),
            Map.entry(SaveFilterCmd.class, FILTERS),
            Map.entry(DeleteFilterCmd.class, FILTERS));

    @Override
    void check(Command<?> command, String person, CommandContext context) {
        if (command instanceof AssignTaskCmd) {
            return; // TaskGuard looks at whom it is given to.
        }
        CLOSED.forEach((type, sentence) -> {
            if (type.isInstance(command)) {
                throw new Forbidden(sentence);
            }
        });
    }
}
