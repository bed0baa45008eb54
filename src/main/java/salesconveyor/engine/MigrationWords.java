package salesconveyor.engine;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.MigrationTrial.Obstacle;
import salesconveyor.shared.Sentence;

/** Says why a case cannot be moved in the words of whoever drew the model, not of the engine. */
class MigrationWords {
    private final BpmnModelInstance from;
    private final BpmnModelInstance to;

    MigrationWords(RepositoryService repository, String from, String to) {
        this.from = repository.getBpmnModelInstance(from);
        this.to = repository.getBpmnModelInstance(to);
    }

    /** What people call a step of the version that the case runs in. */
    String step(@Nullable String id) {
        ModelElementInstance element = id == null ? null : from.getModelElementById(part(id));
        if (element instanceof EventBasedGateway wait && wait.getName() == null) {
            // Nobody writes a name on it: what people read stands on what it waits for.
            return wait.getSucceedingNodes().list().stream()
                    .map(next -> step(next.getId()))
                    .collect(Collectors.joining(" / "));
        }
        return element instanceof FlowElement step && step.getName() != null ? step.getName() : String.valueOf(id);
    }

    Sentence of(Obstacle obstacle) {
        String failure = obstacle.failure();
        String step = step(obstacle.step());
        if (obstacle.equals(MigrationTrial.ENDED)) {
            return new Sentence("The case has ended meanwhile.");
        }
        if (failure.startsWith("There is no migration instruction")) {
            return missing(String.valueOf(obstacle.step()), step);
        }
        if (failure.startsWith("Target activity is not async")) {
            return new Sentence(
                    "The case waits before \"{0}\" for the program, and the new version does not wait there. It can be moved after the step.",
                    step);
        }
        if (failure.startsWith("Transition instance")) {
            return new Sentence("The way out of \"{0}\" is another one in the new version.", step);
        }
        if (failure.startsWith("The variable")) {
            return new Sentence("A value of the case would overwrite another one at \"{0}\".", step);
        }
        if (obstacle.step() == null) {
            return new Sentence("The case waits for something that the new version does not have: {0}", failure);
        }
        return new Sentence("A case at \"{0}\" cannot be moved: {1}", step, failure);
    }

    private Sentence missing(String id, String step) {
        ModelElementInstance old = from.getModelElementById(part(id));
        ModelElementInstance now = to.getModelElementById(part(id));
        if (now == null) {
            return new Sentence(
                    "The case is at \"{0}\", which the new version does not have. It can be moved after the step.",
                    step);
        }
        return old == null || old.getElementType().equals(now.getElementType())
                ? new Sentence(
                        "The case is at \"{0}\", which lies elsewhere in the new version, inside or outside of a subprocess.",
                        step)
                : new Sentence("The case is at \"{0}\", which is another kind of step in the new version.", step);
    }

    /** A step that is done for each of several things has a body of its own, which people do not see. */
    private static String part(String id) {
        return id.replace("#multiInstanceBody", "");
    }
}
