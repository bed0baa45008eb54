package salesconveyor.journeys.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;

/** The running line as the people of a journey meet it: the REST door that Tasklist uses, and time that we move. */
public class Belt {
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final ManagementService management;
    private final RepositoryService repository;
    private final TestRestTemplate door;

    public Belt(ProcessEngine engine, TestRestTemplate door) {
        this.tasks = engine.getTaskService();
        this.runtime = engine.getRuntimeService();
        this.history = engine.getHistoryService();
        this.management = engine.getManagementService();
        this.repository = engine.getRepositoryService();
        this.door = door;
    }

    /** Lets the system do what it can do now, and each timer of the case that is not further away than the first. */
    public void runs(String caseNumber) {
        for (int round = 0; round < 20 && tasksOf(caseNumber).isEmpty(); round++) {
            List<Job> jobs = jobsOf(caseNumber);
            if (jobs.isEmpty()) {
                return;
            }
            management.executeJob(jobs.get(0).getId());
        }
    }

    /** Only what is due at once, never a wait: a mail, an invoice. */
    public void works(String caseNumber) {
        List<Job> due;
        do {
            due = jobsOf(caseNumber).stream()
                    .filter(job -> job.getDuedate() == null)
                    .toList();
            due.forEach(job -> management.executeJob(job.getId()));
        } while (!due.isEmpty());
    }

    public List<String> tasksOf(String caseNumber) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(task -> task.getTaskDefinitionKey())
                .sorted()
                .toList();
    }

    /** The task of this station, which must be there. */
    String task(String caseNumber, String station) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(station)
                .singleResult();
        assertThat(task)
                .as("%s of %s; there are %s", station, caseNumber, tasksOf(caseNumber))
                .isNotNull();
        return task.getId();
    }

    public boolean isOver(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .count()
                == 0;
    }

    /** Where the spine of this case ended. */
    public String endOf(String caseNumber) {
        var line = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey("salesConveyor")
                .singleResult();
        return line.getEndActivityId();
    }

    ResponseEntity<String> post(String login, String path, Map<String, Object> body) {
        return door.withBasicAuth(login, login).postForEntity(path, body, String.class);
    }

    /** A form of a public page, sent without a login. */
    ResponseEntity<String> send(String path, MultiValueMap<String, String> form) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        return door.postForEntity(path, new HttpEntity<>(form, headers), String.class);
    }

    /** How many cases the spine holds at this stage: what Cockpit shows on its diagram. */
    public int inStage(String stage) {
        return management.createActivityStatisticsQuery(definition("salesConveyor")).list().stream()
                .filter(activity -> activity.getId().equals(stage))
                .mapToInt(ActivityStatistics::getInstances)
                .sum();
    }

    String definition(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    String businessKey(String processInstance) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(processInstance)
                .singleResult()
                .getBusinessKey();
    }

    private List<Job> jobsOf(String caseNumber) {
        List<Job> jobs = new ArrayList<>();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .forEach(instance -> jobs.addAll(management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .list()));
        jobs.sort(java.util.Comparator.comparing(
                Job::getDuedate, java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder())));
        return jobs;
    }

    /** Values as the engine's REST takes them. */
    static Map<String, Object> variables(Object... pairs) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                values.put((String) pairs[i], value(pairs[i + 1]));
            }
        }
        return Map.of("variables", values);
    }

    private static Map<String, Object> value(Object value) {
        return value instanceof byte[] file
                ? Map.of(
                        "value",
                        Base64.getEncoder().encodeToString(file),
                        "type",
                        "File",
                        "valueInfo",
                        Map.of("filename", "file.xml", "mimeType", "text/xml"))
                : Map.of("value", value);
    }
}
