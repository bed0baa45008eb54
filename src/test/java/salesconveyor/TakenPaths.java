package salesconveyor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes every sequence flow that is taken, in whichever test and application context. The suite runs in several JVMs:
 * each adds its lines to the one file of this run of Maven.
 */
@Component
public class TakenPaths extends AbstractProcessEnginePlugin {
    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();
    private static final @Nullable String FILE = System.getProperty("conveyor.taken");

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var listeners = new ArrayList<>(
                engine.getCustomPostBPMNParseListeners() == null
                        ? List.of()
                        : engine.getCustomPostBPMNParseListeners());
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
                transition.addListener(
                        ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) taken -> note(name(taken)));
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private static void note(String flow) throws IOException {
        if (FILE != null && TAKEN.add(flow)) {
            Files.createDirectories(Path.of(FILE).getParent());
            Files.writeString(Path.of(FILE), flow + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static String name(DelegateExecution taken) {
        String definition = taken.getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':')) + ": " + taken.getCurrentTransitionId();
    }

    /** The flows of the shipped models that no test has taken. */
    static Set<String> missing() throws IOException {
        Set<String> taken = Set.copyOf(Files.readAllLines(Path.of(System.getProperty("conveyor.taken"))));
        Set<String> missing = new TreeSet<>();
        try (var files = Files.list(Path.of("processes"))) {
            files.filter(file -> file.toString().endsWith(".bpmn")).forEach(file -> {
                var model = Bpmn.readModelFromFile(file.toFile());
                String process = model.getModelElementsByType(Process.class)
                        .iterator()
                        .next()
                        .getId();
                model.getModelElementsByType(SequenceFlow.class).stream()
                        .filter(flow -> !isTaken(taken, process, flow))
                        .forEach(flow -> missing.add(process + ": " + flow.getId()));
            });
        }
        return missing;
    }

    /** The engine steps over the flow from an event-based gateway to its event: what leads on from there tells. */
    private static boolean isTaken(Set<String> taken, String process, SequenceFlow flow) {
        return taken.contains(process + ": " + flow.getId())
                || flow.getSource() instanceof EventBasedGateway
                        && flow.getTarget().getOutgoing().stream().anyMatch(next -> isTaken(taken, process, next));
    }
}
