package salesconveyor.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The drawings of the deployed models, and the user tasks on them. */
@Component
public class Diagrams {
    /** A user task, and the group that may take it. */
    public record Step(String id, String name, @Nullable String group) {}

    /**
     * The newest version of a process.
     *
     * @param definition the engine's id of that version
     * @param name what people call the process
     * @param steps its user tasks, from left to right
     */
    public record Diagram(String definition, String process, String name, List<Step> steps) {}

    private final RepositoryService repository;
    private final AsSystem asSystem;
    private final Map<String, Diagram> read = new ConcurrentHashMap<>();

    Diagrams(RepositoryService repository, AsSystem asSystem) {
        this.repository = repository;
        this.asSystem = asSystem;
    }

    /** The newest version of a process; nothing when nobody deployed it. */
    public Optional<Diagram> newest(String process) {
        return asSystem.run(() -> Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .singleResult())
                .map(definition -> read.computeIfAbsent(definition.getId(), id -> diagram(definition))));
    }

    /** The BPMN file of this version; nothing when there is no such version. */
    public Optional<String> xml(String definition) {
        return asSystem.run(() -> {
            if (repository
                            .createProcessDefinitionQuery()
                            .processDefinitionId(definition)
                            .count()
                    == 0) {
                return Optional.empty();
            }
            try (var file = repository.getProcessModel(definition)) {
                return Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Diagram diagram(ProcessDefinition definition) {
        BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
        List<Step> steps = model.getModelElementsByType(UserTask.class).stream()
                .sorted(Comparator.comparingDouble(Diagrams::left))
                .map(task -> new Step(
                        task.getId(),
                        task.getName() == null ? task.getId() : task.getName(),
                        task.getCamundaCandidateGroups()))
                .toList();
        return new Diagram(
                definition.getId(),
                definition.getKey(),
                definition.getName() == null ? definition.getKey() : definition.getName(),
                steps);
    }

    /** What somebody deployed by REST may be drawn nowhere. */
    private static double left(UserTask task) {
        return task.getDiagramElement() == null
                ? Double.MAX_VALUE
                : task.getDiagramElement().getBounds().getX();
    }
}
