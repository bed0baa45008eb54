package salesconveyor.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Does the tasks of people in their name and with their rights, so that a demo company has a past. */
@Component
public class Hands {
    private static final int MOST_STEPS = 50;

    private final ProcessEngine engine;
    private final Identities identities;

    Hands(@Lazy ProcessEngine engine, Identities identities) {
        this.engine = engine;
        this.identities = identities;
    }

    /** Fills in a start form. @return the number of the new case */
    public String start(String login, String process, Map<String, Object> fields) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        identities.actAs(login);
        try {
            ProcessInstance started = engine.getFormService().submitStartForm(definition, values(fields));
            return started.getBusinessKey();
        } finally {
            identities.actAsNobody();
        }
    }

    /** Claims and completes a task, if it is there. @return whether it was */
    public boolean work(String login, String caseNumber, String station, Map<String, Object> fields) {
        List<Task> waiting = tasks(caseNumber).stream()
                .filter(task -> station.equals(task.getTaskDefinitionKey()))
                .toList();
        identities.actAs(login);
        try {
            for (Task task : waiting) {
                if (task.getAssignee() == null) {
                    engine.getTaskService().claim(task.getId(), login);
                }
                engine.getFormService().submitTaskForm(task.getId(), values(fields));
            }
        } finally {
            identities.actAsNobody();
        }
        return !waiting.isEmpty();
    }

    /** Lets the system do what needs no waiting: a mail, an invoice. */
    public void runNow(String caseNumber) {
        for (int step = 0; step < MOST_STEPS; step++) {
            List<Job> jobs = jobs(caseNumber);
            if (jobs.isEmpty() || jobs.get(0).getDuedate() != null) {
                return;
            }
            engine.getManagementService().executeJob(jobs.get(0).getId());
        }
    }

    /** Does not wait for the hour that the case waits for, until somebody has a task. */
    public void runOn(String caseNumber) {
        for (int step = 0; step < MOST_STEPS && tasks(caseNumber).isEmpty(); step++) {
            List<Job> jobs = jobs(caseNumber);
            if (jobs.isEmpty()) {
                return;
            }
            engine.getManagementService().executeJob(jobs.get(0).getId());
        }
    }

    private List<Task> tasks(String caseNumber) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .list();
    }

    /** What is to be done at once comes first, then the nearest hour. */
    private List<Job> jobs(String caseNumber) {
        List<Job> jobs = new ArrayList<>();
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .forEach(instance -> jobs.addAll(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .list()));
        jobs.sort(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder())));
        return jobs;
    }

    private static Map<String, Object> values(Map<String, Object> fields) {
        Map<String, Object> values = new HashMap<>(fields);
        values.replaceAll((field, value) -> value instanceof Upload upload
                ? Variables.fileValue(upload.name())
                        .file(upload.content())
                        .mimeType(upload.mediaType())
                        .create()
                : value);
        return values;
    }
}
