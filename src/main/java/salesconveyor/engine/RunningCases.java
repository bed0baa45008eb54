package salesconveyor.engine;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which cases run and where each one is, by their numbers. */
@Component
public class RunningCases {
    /** A case in a process, since when. */
    public record Place(String caseNumber, String process, Date since) {}

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final AsSystem asSystem;

    RunningCases(
            TaskService tasks,
            RuntimeService runtime,
            HistoryService history,
            RepositoryService repository,
            IdentityService identity,
            AsSystem asSystem) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.history = history;
        this.repository = repository;
        this.identity = identity;
        this.asSystem = asSystem;
    }

    /**
     * The number of the case that a task belongs to; nothing when the person who asks may not see the task, or a
     * colleague works on it.
     */
    public Optional<String> ofTask(String task) {
        Task seen = tasks.createTaskQuery().taskId(task).singleResult();
        return seen == null || seen.getProcessInstanceId() == null || isAnotherPersons(seen)
                ? Optional.empty()
                : asSystem.run(() -> Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                                .processInstanceId(seen.getProcessInstanceId())
                                .singleResult())
                        .map(HistoricProcessInstance::getBusinessKey));
    }

    /** A task of a list with the number of its case. */
    public record Listed(
            String task, String caseNumber, @Nullable Date due) {}

    /** Those of these tasks that {@link #ofTask} would tell the case of. */
    public List<Listed> ofTasks(Collection<String> ids) {
        List<Task> seen = ids.isEmpty()
                ? List.of()
                : tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list().stream()
                        .filter(task -> task.getProcessInstanceId() != null && !isAnotherPersons(task))
                        .toList();
        Map<String, String> numbers =
                numbers(seen.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()));
        return seen.stream()
                .filter(task -> numbers.containsKey(task.getProcessInstanceId()))
                .map(task -> new Listed(
                        task.getId(), String.valueOf(numbers.get(task.getProcessInstanceId())), task.getDueDate()))
                .toList();
    }

    /** What a variable of their own says for those of these tasks that have it, for whoever may see them. */
    public Map<String, String> own(Collection<String> ids, String variable) {
        List<String> seen = ofTasks(ids).stream().map(Listed::task).toList();
        return seen.isEmpty()
                ? Map.of()
                : asSystem.run(() -> runtime
                        .createVariableInstanceQuery()
                        .variableName(variable)
                        .taskIdIn(seen.toArray(String[]::new))
                        .list()
                        .stream()
                        .filter(value -> value.getValue() != null)
                        .collect(Collectors.toMap(VariableInstance::getTaskId, value -> value.getValue()
                                .toString())));
    }

    private Map<String, String> numbers(Set<String> instances) {
        if (instances.isEmpty()) {
            return Map.of();
        }
        return asSystem.run(
                () -> history.createHistoricProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .filter(instance -> instance.getBusinessKey() != null)
                        .collect(Collectors.toMap(
                                HistoricProcessInstance::getId, HistoricProcessInstance::getBusinessKey)));
    }

    private boolean isAnotherPersons(Task task) {
        Authentication person = identity.getCurrentAuthentication();
        return task.getAssignee() != null
                && person != null
                && !task.getAssignee().equals(person.getUserId())
                && !StaffGuard.isAdministrator(person);
    }

    /** Where this case is: in each of these processes that it runs in. */
    public List<Place> of(String caseNumber, Collection<String> processes) {
        return asSystem.run(
                () -> history
                        .createHistoricProcessInstanceQuery()
                        .unfinished()
                        .processInstanceBusinessKey(caseNumber)
                        .list()
                        .stream()
                        .map(RunningCases::place)
                        .filter(place -> processes.contains(place.process()))
                        .toList());
    }

    /** The cases that run in a process, the oldest first. */
    public List<Place> in(String process, int atMost) {
        return asSystem.run(() -> history
                .createHistoricProcessInstanceQuery()
                .unfinished()
                .processDefinitionKey(process)
                .orderByProcessInstanceStartTime()
                .asc()
                .listPage(0, atMost)
                .stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .map(RunningCases::place)
                .toList());
    }

    /** What people call a process, or a step of it; the key when the newest version does not know it. */
    public String name(String process, @Nullable String step) {
        return asSystem.run(() -> {
            var definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult();
            if (definition == null || step == null) {
                return definition == null ? process : definition.getName();
            }
            return repository.getBpmnModelInstance(definition.getId()).getModelElementById(step)
                                    instanceof FlowElement element
                            && element.getName() != null
                    ? element.getName()
                    : step;
        });
    }

    private static Place place(HistoricProcessInstance instance) {
        return new Place(
                String.valueOf(instance.getBusinessKey()), instance.getProcessDefinitionKey(), instance.getStartTime());
    }
}
