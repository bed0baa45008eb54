package salesconveyor.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import salesconveyor.shared.Erasure;

/** What the engine remembers of cases: steps, values, comments, answers of decisions. */
@Component
public class CaseMemory {
    private final HistoryService history;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AsSystem asSystem;

    CaseMemory(HistoryService history, RuntimeService runtime, TaskService tasks, AsSystem asSystem) {
        this.history = history;
        this.runtime = runtime;
        this.tasks = tasks;
        this.asSystem = asSystem;
    }

    /** Which of these cases still run, in whatever process. */
    public List<String> running(Collection<String> cases) {
        return asSystem.run(() -> history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKeyIn(cases.toArray(String[]::new))
                .unfinished()
                .list()
                .stream()
                .map(HistoricProcessInstance::getBusinessKey)
                .distinct()
                .sorted()
                .toList());
    }

    /** The numbers of the cases with an open task whose form names the company; what was completed is no obstacle. */
    public List<String> runningWith(Erasure erasure) {
        return asSystem.run(() -> {
            var cases = new TreeSet<String>();
            for (String word : erasure.words()) {
                for (Task task : open(word)) {
                    if (shows(task, erasure)) {
                        runtime.createProcessInstanceQuery()
                                .processInstanceId(task.getProcessInstanceId())
                                .list()
                                .forEach(instance -> cases.add(String.valueOf(instance.getBusinessKey())));
                    }
                }
            }
            return List.copyOf(cases);
        });
    }

    /**
     * Forgets ended cases altogether, and of all other cases the values that name the company.
     *
     * @return how many instances and values
     */
    public Map<String, Integer> forget(Erasure erasure) {
        return asSystem.run(() -> {
            List<String> ended = history
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKeyIn(erasure.cases().toArray(String[]::new))
                    .finished()
                    .list()
                    .stream()
                    .map(HistoricProcessInstance::getId)
                    .toList();
            if (!ended.isEmpty()) {
                history.deleteHistoricProcessInstances(ended);
            }
            var values = new TreeSet<String>();
            for (String word : erasure.words()) {
                for (HistoricVariableInstance value : values(word)) {
                    if (erasure.isIn(String.valueOf(value.getValue())) && values.add(value.getId())) {
                        history.deleteHistoricVariableInstance(value.getId());
                    }
                }
            }
            return Map.of("ended process instances", ended.size(), "values of other cases", values.size());
        });
    }

    private List<Task> open(String word) {
        return tasks.createNativeTaskQuery()
                .sql("select * from ACT_RU_TASK where ID_ in (select TASK_ID_ from ACT_RU_VARIABLE where"
                        + " position(cast(#{word} as varchar(400)) in lower(TEXT_)) > 0)")
                .parameter("word", word)
                .list();
    }

    private boolean shows(Task task, Erasure erasure) {
        return runtime
                .createVariableInstanceQuery()
                .taskIdIn(task.getId())
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .list()
                .stream()
                .anyMatch(value -> value.getValue() instanceof String text && erasure.isIn(text));
    }

    private List<HistoricVariableInstance> values(String word) {
        return history.createNativeHistoricVariableInstanceQuery()
                .sql("select * from ACT_HI_VARINST where position(cast(#{word} as varchar(400)) in lower(TEXT_)) > 0")
                .parameter("word", word)
                .list();
    }
}
