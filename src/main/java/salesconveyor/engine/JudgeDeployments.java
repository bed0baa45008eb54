package salesconveyor.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.Resource;
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
            if (builder != null) {
                boolean person = engine.getIdentityService().getCurrentAuthentication() != null;
                if (person) {
                    judge.address(builder.getDeployment());
                }
                judge(files(builder), person);
            }
        }
        return next.execute(command);
    }

    /** What is sent, and what is taken over from earlier deployments. */
    private Map<String, byte[]> files(DeploymentBuilderImpl builder) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        builder.getDeployments().forEach(id -> files.putAll(earlier(id, file -> true)));
        builder.getDeploymentResourcesById()
                .forEach((id, ids) -> files.putAll(earlier(id, file -> ids.contains(file.getId()))));
        builder.getDeploymentResourcesByName()
                .forEach((id, names) -> files.putAll(earlier(id, file -> names.contains(file.getName()))));
        if (builder.getDeployment().getResources() != null) {
            builder.getDeployment().getResources().forEach((name, file) -> files.put(name, file.getBytes()));
        }
        return files;
    }

    private Map<String, byte[]> earlier(String deployment, Predicate<Resource> taken) {
        return new AsSystem(engine.getIdentityService())
                .run(() -> engine.getRepositoryService().getDeploymentResources(deployment).stream()
                        .filter(taken)
                        .collect(Collectors.toMap(Resource::getName, file -> ((ResourceEntity) file).getBytes())));
    }

    private void judge(Map<String, byte[]> files, boolean person) {
        Map<String, List<Finding>> findings = person ? judge.judge(files) : judge.unsafe(files);
        String refusal = judge.refusal(findings);
        if (!refusal.isEmpty()) {
            throw new BadUserRequestException(refusal);
        }
        findings.forEach((file, found) ->
                found.forEach(finding -> log.warn("{} was deployed although {}", file, judge.said(finding))));
    }
}
