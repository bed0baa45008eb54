package salesconveyor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import salesconveyor.ConveyorTest;

/** Personal data is not kept for ever: what the engine remembers of an ended case goes by itself. */
@ConveyorTest
class HistoryEndsTest {
    @Autowired
    ProcessEngine engine;

    @Test
    void eachProcessAndDecisionHasATimeToLiveAndTheCleanUpRuns() {
        var repository = engine.getRepositoryService();
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
                .isNotEmpty()
                .allSatisfy(
                        process -> assertThat(process.getHistoryTimeToLive()).isPositive());
        assertThat(repository.createDecisionDefinitionQuery().latestVersion().list())
                .isNotEmpty()
                .allSatisfy(
                        decision -> assertThat(decision.getHistoryTimeToLive()).isPositive());
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
        assertThat(settings.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
        assertThat(engine.getHistoryService().findHistoryCleanupJobs()).isNotEmpty();
    }
}
