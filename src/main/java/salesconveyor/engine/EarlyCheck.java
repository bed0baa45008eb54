package salesconveyor.engine;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import salesconveyor.shared.Texts;

/**
 * Judges our own models once after the start, beside everything else: the first deployment after it would take longer
 * than the five seconds that Modeler waits.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class EarlyCheck {
    private static final Logger LOG = LoggerFactory.getLogger(EarlyCheck.class);

    private final ModelJudge judge;
    private final ShippedModels shipped;

    EarlyCheck(ListableBeanFactory beans, ProcessEngine engine, ShippedModels shipped, Texts texts) {
        this.judge =
                new ModelJudge(beans, (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration(), texts);
        this.shipped = shipped;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread beside = new Thread(this::check, "early-check");
        beside.setDaemon(true);
        beside.start();
    }

    private void check() {
        try {
            judge.judge(shipped.all().stream()
                    .collect(Collectors.toMap(ShippedModels.Shipped::file, ShippedModels.Shipped::content)));
        } catch (RuntimeException e) {
            // Nothing depends on it; the engine may be stopping already.
            LOG.debug("The early check of the models failed", e);
        }
    }
}
