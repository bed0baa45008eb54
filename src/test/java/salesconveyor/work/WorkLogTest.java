package salesconveyor.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;

/** What is remembered of a task beyond the engine's history. */
@ConveyorTest
class WorkLogTest {
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

    @Test
    void eachClaimIsRememberedAlsoOneThatWasGivenBack() {
        String company = companies.add("Claimed " + System.nanoTime());
        String instance = runtime.startProcessInstanceByKey(
                        "acquireClient", opportunities.add(company, "LIST"), Map.of("companyNumber", company))
                .getId();
        String task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        tasks.claim(task, "researcher");
        tasks.claim(task, null);
        tasks.claim(task, "admin");
        assertThat(workers(task, "released is not null")).isEqualTo(List.of("researcher"));
        assertThat(workers(task, "released is null")).isEqualTo(List.of("admin"));
        tasks.complete(task, Map.of("outcome", "NOT_FOUND"));
        assertThat(workers(task, "released is not null")).isEqualTo(List.of("researcher", "admin"));
        assertThat(jdbc.sql("select given_back from work where task = ? and completed and worker = 'admin'")
                        .param(task)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private List<String> workers(String task, String condition) {
        return jdbc.sql("select worker from work_claim where task = ? and " + condition + " order by id")
                .param(task)
                .query(String.class)
                .list();
    }
}
