package salesconveyor.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;

/** What the engine remembers of cases: steps, values, comments, answers of decisions. */
@Component
public class CaseMemory {
    private final HistoryService history;
    private final AsSystem asSystem;

    CaseMemory(HistoryService history, AsSystem asSystem) {
        this.history = history;
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

    /** The numbers of the cases that run and hold one of these texts in a value: it stands on one of their forms. */
    public List<String> runningWith(Collection<String> texts) {
        return asSystem.run(() -> {
            var cases = new TreeSet<String>();
            for (String text : texts) {
                for (HistoricVariableInstance value : values(text)) {
                    history.createHistoricProcessInstanceQuery()
                            .processInstanceId(value.getProcessInstanceId())
                            .unfinished()
                            .list()
                            .forEach(instance -> cases.add(String.valueOf(instance.getBusinessKey())));
                }
            }
            return List.copyOf(cases);
        });
    }

    /**
     * Forgets ended cases altogether, and of all other cases the values that hold one of these texts.
     *
     * @return how many instances and values
     */
    public Map<String, Integer> forget(Collection<String> cases, Collection<String> texts) {
        return asSystem.run(() -> {
            List<String> ended = history
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKeyIn(cases.toArray(String[]::new))
                    .finished()
                    .list()
                    .stream()
                    .map(HistoricProcessInstance::getId)
                    .toList();
            if (!ended.isEmpty()) {
                history.deleteHistoricProcessInstances(ended);
            }
            int values = 0;
            for (String text : texts) {
                for (HistoricVariableInstance value : values(text)) {
                    history.deleteHistoricVariableInstance(value.getId());
                    values++;
                }
            }
            return Map.of("ended process instances", ended.size(), "values of other cases", values);
        });
    }

    private List<HistoricVariableInstance> values(String text) {
        return history.createNativeHistoricVariableInstanceQuery()
                .sql("select * from ACT_HI_VARINST where position(cast(#{text} as varchar(400)) in TEXT_) > 0")
                .parameter("text", text)
                .list();
    }
}
