package salesconveyor.engine;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Knows which Camunda forms are deployed, for whoever lets a person name one. */
@Component
public class Forms {
    private final ProcessEngine engine;

    Forms(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** The keys of the newest form with this id; none when there is no such form. */
    public Set<String> keys(String id) {
        if (!id.matches("[\\w-]+")) {
            return Set.of();
        }
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(command -> {
            DeployedForm form = new DeployedForms().find(id);
            return form == null ? Set.of() : form.keys();
        });
    }
}
