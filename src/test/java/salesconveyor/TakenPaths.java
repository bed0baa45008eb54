package salesconveyor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.springframework.stereotype.Component;

/** Notes every sequence flow that is taken in this JVM, in whichever test and application context. */
@Component
public class TakenPaths extends AbstractProcessEnginePlugin {
    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

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
                        ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) taken -> TAKEN.add(name(taken)));
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private static String name(DelegateExecution taken) {
        String definition = taken.getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':')) + ": " + taken.getCurrentTransitionId();
    }

    /** The flows of the shipped models that no test has taken. */
    static Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        try (var files = Files.list(Path.of("processes"))) {
            files.filter(file -> file.toString().endsWith(".bpmn")).forEach(file -> {
                var model = Bpmn.readModelFromFile(file.toFile());
                String process = model.getModelElementsByType(Process.class)
                        .iterator()
                        .next()
                        .getId();
                model.getModelElementsByType(SequenceFlow.class).stream()
                        .filter(flow -> !isTaken(process, flow))
                        .forEach(flow -> missing.add(process + ": " + flow.getId()));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return missing;
    }

    /** The engine steps over the flow from an event-based gateway to its event: what leads on from there tells. */
    private static boolean isTaken(String process, SequenceFlow flow) {
        return TAKEN.contains(process + ": " + flow.getId())
                || flow.getSource() instanceof EventBasedGateway
                        && flow.getTarget().getOutgoing().stream().anyMatch(next -> isTaken(process, next));
    }
}
