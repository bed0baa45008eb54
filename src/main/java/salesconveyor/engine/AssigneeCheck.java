package salesconveyor.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** A case may name an owner who has left since: then the new task is offered to the whole group. */
class AssigneeCheck extends AbstractBpmnParseListener {
    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, AssigneeCheck::check);
    }

    private static void check(DelegateTask task) {
        String assignee = task.getAssignee();
        if (assignee == null) {
            return;
        }
        ReadOnlyIdentityProvider identities = Context.getCommandContext().getReadOnlyIdentityProvider();
        var groups = task.getCandidates().stream()
                .map(link -> link.getGroupId())
                .filter(group -> group != null)
                .toList();
        boolean known = groups.isEmpty()
                ? identities.findUserById(assignee) != null
                : groups.stream()
                        .anyMatch(group -> identities
                                        .createUserQuery(Context.getCommandContext())
                                        .userId(assignee)
                                        .memberOfGroup(group)
                                        .count()
                                > 0);
        if (!known) {
            task.setAssignee(null);
        }
    }
}
