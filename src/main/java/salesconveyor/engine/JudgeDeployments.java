package salesconveyor.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import salesconveyor.engine.lint.Finding;

/**
 * Refuses a deployment that would be unsafe, and what a person deploys when it would be broken; Modeler shows the
 * findings. What is only unusual is deployed and said in the log. What we ship is judged by the tests. Only what is
 * being deployed is judged: a version that is there already is loaded whatever the rules say meanwhile.
 */
class JudgeDeployments extends CommandInterceptor {
    private static final Logger log = LoggerFactory.getLogger(JudgeDeployments.class);

    private final ModelJudge judge;
    private final ProcessEngineConfigurationImpl engine;

    JudgeDeployments(ModelJudge judge, ProcessEngineConfigurationImpl engine) {
        this.judge = judge;
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof DeployCmd) {
            var builder = (DeploymentBuilderImpl) Parts.of(command, "deploymentBuilder");
            if (builder != null && builder.getDeployment().getResources() != null) {
                Map<String, byte[]> files = new LinkedHashMap<>();
                builder.getDeployment().getResources().forEach((name, file) -> files.put(name, file.getBytes()));
                judge(files);
            }
        }
        return next.execute(command);
    }

    private void judge(Map<String, byte[]> files) {
        boolean person = engine.getIdentityService().getCurrentAuthentication() != null;
        Map<String, List<Finding>> findings = person ? judge.judge(files) : judge.unsafe(files);
        String refusal = judge.refusal(findings);
        if (!refusal.isEmpty()) {
            throw new BadUserRequestException(refusal);
        }
        findings.forEach((file, found) ->
                found.forEach(finding -> log.warn("{} was deployed although {}", file, judge.said(finding))));
    }
}
