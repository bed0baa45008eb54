package salesconveyor.engine;

import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way that a case took through its models, as long as the engine remembers it. */
@Component
public class CasePaths {
    /**
     * The way through one model.
     *
     * @param definition the version of the model
     * @param ended nothing while it runs
     * @param steps how many times each element was passed
     * @param open the elements where it stands
     * @param flows the sequence flows that were taken: the engine keeps none, so for each element it is the flow from
     *     where the case was last before
     */
    public record Part(
            String definition,
            String process,
            String name,
            Date started,
            @Nullable Date ended,
            Map<String, Integer> steps,
            Set<String> open,
            Set<String> flows) {}

    private final HistoryService history;
    private final RepositoryService repository;
    private final AsSystem asSystem;

    CasePaths(HistoryService history, RepositoryService repository, AsSystem asSystem) {
        this.history = history;
        this.repository = repository;
        this.asSystem = asSystem;
    }

    /** In the order in which they began; nothing when the engine has forgotten the case. */
    public List<Part> of(String caseNumber) {
        return asSystem.run(() -> history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(this::part)
                .toList());
    }

    private Part part(HistoricProcessInstance instance) {
        List<HistoricActivityInstance> passed = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list();
        BpmnModelInstance model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
        Map<String, Integer> steps = new LinkedHashMap<>();
        Map<String, Integer> last = new LinkedHashMap<>();
        Set<String> open = new TreeSet<>();
        Set<String> flows = new LinkedHashSet<>();
        for (int i = 0; i < passed.size(); i++) {
            HistoricActivityInstance step = passed.get(i);
            steps.merge(step.getActivityId(), 1, Integer::sum);
            if (step.getEndTime() == null) {
                open.add(step.getActivityId());
            }
            if (model.getModelElementById(step.getActivityId()) instanceof FlowNode node) {
                SequenceFlow from = latest(node.getIncoming(), last);
                if (from != null) {
                    flows.add(from.getId());
                }
            }
            last.put(step.getActivityId(), i);
        }
        return new Part(
                instance.getProcessDefinitionId(),
                instance.getProcessDefinitionKey(),
                instance.getProcessDefinitionName() == null
                        ? instance.getProcessDefinitionKey()
                        : instance.getProcessDefinitionName(),
                instance.getStartTime(),
                instance.getEndTime(),
                steps,
                open,
                flows);
    }

    private static @Nullable SequenceFlow latest(Collection<SequenceFlow> incoming, Map<String, Integer> last) {
        SequenceFlow latest = null;
        int when = -1;
        for (SequenceFlow flow : incoming) {
            Integer passed = last.get(flow.getSource().getId());
            if (passed != null && passed > when) {
                latest = flow;
                when = passed;
            }
        }
        return latest;
    }
}
