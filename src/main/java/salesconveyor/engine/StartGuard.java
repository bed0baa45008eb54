package salesconveyor.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** Whoever starts a process gives the fields of its start form and nothing else: the number of a case is ours to give. */
class StartGuard extends StaffGuard {
    private final DeployedForms forms;

    StartGuard(DeployedForms forms) {
        this.forms = forms;
    }

    @Override
    void check(Command<?> command, String person, CommandContext context) {
        if (command instanceof SubmitStartFormCmd) {
            var process = new GetDeployedProcessDefinitionCmd(Parts.text(command, "processDefinitionId"), false)
                    .execute(context);
            check(process.getStartFormDefinition(), Parts.text(command, "businessKey"), (Map<?, ?>)
                    Parts.of(command, "variables"));
        } else if (command instanceof StartProcessInstanceCmd
                && Parts.of(command, "instantiationBuilder") instanceof ProcessInstantiationBuilderImpl start) {
            var process = new GetDeployedProcessDefinitionCmd(start, false).execute(context);
            check(process.getStartFormDefinition(), start.getBusinessKey(), start.getVariables());
        }
    }

    private void check(@Nullable FormDefinition start, @Nullable String number, @Nullable Map<?, ?> values) {
        if (number != null && !number.isBlank()) {
            throw new Refused("The number of a case is given by the program; please leave the business key empty.");
        }
        DeployedForm form = start == null ? null : forms.find(name(start));
        for (Object key : DeployedForm.foreign(form, values)) {
            throw new Refused("\"{0}\" is not a field of the start form.", key);
        }
    }

    private static @Nullable String name(FormDefinition start) {
        Expression name =
                start.getCamundaFormDefinitionKey() == null ? start.getFormKey() : start.getCamundaFormDefinitionKey();
        return name == null ? null : name.getExpressionText();
    }
}
