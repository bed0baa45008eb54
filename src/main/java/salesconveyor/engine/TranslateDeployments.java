package salesconveyor.engine;

import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;

/** Translates what is deployed, by us or from Modeler, before the engine looks for duplicates. */
class TranslateDeployments extends CommandInterceptor {
    private final ModelTranslation translation;

    TranslateDeployments(ModelTranslation translation) {
        this.translation = translation;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof DeployCmd) {
            var builder = (DeploymentBuilderImpl) Parts.of(command, "deploymentBuilder");
            if (builder != null && builder.getDeployment().getResources() != null) {
                builder.getDeployment()
                        .getResources()
                        .values()
                        .forEach(file -> file.setBytes(translation.translate(file.getName(), file.getBytes())));
            }
        }
        return next.execute(command);
    }
}
