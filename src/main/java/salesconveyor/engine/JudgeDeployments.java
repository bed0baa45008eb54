package salesconveyor.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.springframework.util.ReflectionUtils;

/** Refuses a deployment that {@link ModelLint} finds unsafe or unsound; Modeler shows the findings. */
class JudgeDeployments extends CommandInterceptor {
    private final ModelLint lint = new ModelLint();

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof DeployCmd deploy) {
            var field = ReflectionUtils.findField(DeployCmd.class, "deploymentBuilder");
            ReflectionUtils.makeAccessible(field);
            var builder = (DeploymentBuilderImpl) ReflectionUtils.getField(field, deploy);
            if (builder != null && builder.getDeployment().getResources() != null) {
                judge(builder);
            }
        }
        return next.execute(command);
    }

    private void judge(DeploymentBuilderImpl builder) {
        List<String> findings = new ArrayList<>();
        builder.getDeployment().getResources().values().forEach(file -> lint.findings(file.getName(), file.getBytes())
                .forEach(finding -> findings.add("* " + file.getName() + ": " + finding)));
        if (!findings.isEmpty()) {
            throw new BadUserRequestException(
                    "ENGINE-09005 Could not parse BPMN process. Errors: \n" + String.join("\n", findings));
        }
    }
}
