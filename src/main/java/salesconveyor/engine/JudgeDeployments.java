package salesconveyor.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import salesconveyor.engine.lint.Finding;
import salesconveyor.engine.lint.Known;
import salesconveyor.engine.lint.ModelRules;

/**
 * Refuses a deployment that {@link ModelLint} finds unsafe, and what a person deploys when it would be broken; Modeler
 * shows the findings. What is only unusual is deployed and said in the log. What we ship is judged by the tests.
 */
class JudgeDeployments extends CommandInterceptor {
    private static final Logger log = LoggerFactory.getLogger(JudgeDeployments.class);

    private final ModelLint lint = new ModelLint();
    private final ListableBeanFactory beans;
    private final ProcessEngineConfigurationImpl engine;

    JudgeDeployments(ListableBeanFactory beans, ProcessEngineConfigurationImpl engine) {
        this.beans = beans;
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof DeployCmd) {
            var builder = (DeploymentBuilderImpl) Parts.of(command, "deploymentBuilder");
            if (builder != null && builder.getDeployment().getResources() != null) {
                judge(builder.getDeployment().getResources());
            }
        }
        return next.execute(command);
    }

    private void judge(Map<String, ResourceEntity> files) {
        List<String> findings = new ArrayList<>();
        files.forEach((name, file) ->
                lint.findings(name, file.getBytes()).forEach(finding -> findings.add("* " + name + ": " + finding)));
        if (findings.isEmpty() && engine.getIdentityService().getCurrentAuthentication() != null) {
            Known known = new KnownToEngine(beans, engine, files.keySet());
            files.forEach((name, file) ->
                    ModelRules.judge(name, file.getBytes(), known).forEach(finding -> report(name, finding, findings)));
        }
        if (!findings.isEmpty()) {
            throw new BadUserRequestException(
                    "ENGINE-09005 Could not parse BPMN process. Errors: \n" + String.join("\n", findings));
        }
    }

    private static void report(String name, Finding finding, List<String> findings) {
        if (finding.blocks()) {
            findings.add("* " + name + ": " + finding);
        } else {
            log.warn("{} was deployed although {}", name, finding);
        }
    }
}
