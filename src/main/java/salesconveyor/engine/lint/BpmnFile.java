package salesconveyor.engine.lint;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A BPMN file with the questions that the rules ask of it. */
record BpmnFile(String name, BpmnModelInstance model) {
    static final Pattern CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    /** An attribute in Camunda's namespace; nothing when it is missing or empty. */
    static @Nullable String camunda(ModelElementInstance element, String attribute) {
        String value = element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, attribute);
        return value == null || value.isBlank() ? null : value;
    }

    /** The name in {@code ${name}}, when that is all the expression says. */
    static @Nullable String bean(@Nullable String expression) {
        if (expression == null) {
            return null;
        }
        Matcher matcher = BEAN.matcher(expression);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** Every Camunda element of this name below an element, such as its listeners. */
    static Stream<ModelElementInstance> extensions(BaseElement element, String name) {
        return element.getExtensionElements() == null
                ? Stream.empty()
                : element.getExtensionElements().getElements().stream()
                        .filter(child -> child.getElementType().getTypeName().equals(name));
    }

    static boolean isDocumented(BaseElement element) {
        return element.getDocumentations().stream()
                .anyMatch(text -> !text.getTextContent().isBlank());
    }

    /** The gateways that ask something: those with more than one way out. */
    List<ExclusiveGateway> questions() {
        return all(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .toList();
    }

    /** The lane of a node, or of the subprocess that it lies in. */
    Optional<Lane> lane(FlowNode node) {
        Optional<Lane> own = all(Lane.class).stream()
                .filter(lane -> lane.getFlowNodeRefs().contains(node))
                .findFirst();
        return own.isEmpty() && node.getParentElement() instanceof SubProcess parent ? lane(parent) : own;
    }
}
