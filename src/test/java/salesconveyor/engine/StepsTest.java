package salesconveyor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;

/** One transaction for our tables and the engine's, and no trace of what was entered in a form. */
@ConveyorTest
class StepsTest {
    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void aFailingStepTakesBackTheRowsAndTheToken() {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "halfWay.bpmn",
                        Bpmn.createExecutableProcess("halfWay")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("before")
                                .serviceTask()
                                .camundaDelegateExpression("${halfStep}")
                                .endEvent()
                                .done())
                .deploy();
        String instance = runtime.startProcessInstanceByKey("halfWay").getId();
        String task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        assertThatThrownBy(() -> tasks.complete(task)).hasMessageContaining("second half");
        assertThat(jdbc.sql("select count(*) from company where name = 'Half Written Ltd'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(tasks.createTaskQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getId())
                .isEqualTo(task);
        assertThat(jdbc.sql("select count(*) from work where task = ? and completed")
                        .param(task)
                        .query(Integer.class)
                        .single())
                .isZero();
        runtime.deleteProcessInstance(instance, "test");
    }

    @Test
    void whatAPersonEnteredIsNotKeptByTheEngine() {
        String company = companies.named("Private GmbH");
        String instance = runtime.startProcessInstanceByKey(
                        "acquireClient", opportunities.add(company, "LIST"), Map.of("companyNumber", company))
                .getId();
        String task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        tasks.complete(
                task,
                Map.of(
                        "outcome",
                        "FOUND",
                        "phone",
                        "+49 30 40190002",
                        "person",
                        "Anna Unforgettable",
                        "fit",
                        "GOOD",
                        "factSource",
                        "web"));
        for (String table : new String[] {"ACT_RU_VARIABLE", "ACT_HI_VARINST", "ACT_HI_DETAIL"}) {
            assertThat(jdbc.sql("select count(*) from " + table
                                    + " where PROC_INST_ID_ = ? and (NAME_ in ('phone', 'person', 'fit', 'factSource')"
                                    + " and (TEXT_ is not null or LONG_ is not null or BYTEARRAY_ID_ is not null)"
                                    + " or TEXT_ like '%Unforgettable%')")
                            .param(instance)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        runtime.deleteProcessInstance(instance, "test");
    }
}
