package salesconveyor.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Which cases wait for an hour after which somebody gets a task, as their models draw it. */
@Component
public class ComingTasks {
    private final RepositoryService repository;
    private final ManagementService management;
    private final AsSystem asSystem;
    private final Map<String, Map<String, Set<String>>> timers = new ConcurrentHashMap<>();

    ComingTasks(RepositoryService repository, ManagementService management, AsSystem asSystem) {
        this.repository = repository;
        this.management = management;
        this.asSystem = asSystem;
    }

    /** The first hour after which a case may have a task for one of these groups; nothing when none waits. */
    public Optional<Instant> next(Collection<String> groups) {
        return asSystem.run(() -> repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(process -> timers(process).entrySet().stream()
                        .filter(timer -> timer.getValue().stream().anyMatch(groups::contains))
                        .flatMap(timer -> due(process, timer.getKey()).stream()))
                .min(Instant::compareTo));
    }

    private Optional<Instant> due(ProcessDefinition process, String event) {
        return management
                .createJobQuery()
                .processDefinitionKey(process.getKey())
                .activityId(event)
                .active()
                .withRetriesLeft()
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .map(Job::getDuedate)
                .map(due -> Instant.ofEpochMilli(due.getTime()))
                .findFirst();
    }

    /** The timers of a model, each with the groups of the tasks that come behind it without another wait. */
    private Map<String, Set<String>> timers(ProcessDefinition process) {
        return timers.computeIfAbsent(process.getId(), id -> {
            BpmnModelInstance model = repository.getBpmnModelInstance(id);
            Map<String, Set<String>> found = new HashMap<>();
            for (CatchEvent event : model.getModelElementsByType(CatchEvent.class)) {
                if (event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance)) {
                    found.put(event.getId(), groupsBehind(event));
                }
            }
            return found;
        });
    }

    private static Set<String> groupsBehind(FlowNode event) {
        Set<String> groups = new HashSet<>();
        Set<FlowNode> seen = new HashSet<>(List.of(event));
        Deque<FlowNode> reached = new ArrayDeque<>(List.of(event));
        while (!reached.isEmpty()) {
            FlowNode node = reached.remove();
            if (node instanceof UserTask task) {
                groups.addAll(candidates(task));
            } else if (node.equals(event) || !(node instanceof CatchEvent)) {
                node.getOutgoing().stream()
                        .map(SequenceFlow::getTarget)
                        .filter(seen::add)
                        .forEach(reached::add);
            }
        }
        return groups;
    }

    private static List<String> candidates(UserTask task) {
        String groups = task.getCamundaCandidateGroups();
        return groups == null ? List.of() : Arrays.asList(groups.split("\\s*,\\s*"));
    }
}
