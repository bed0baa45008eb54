package salesconveyor.engine;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/** The namespace of Camunda's own attributes in a BPMN file. */
final class Camunda {
    static final Namespace NAMESPACE = new Namespace(BpmnParser.CAMUNDA_BPMN_EXTENSIONS_NS);

    private Camunda() {}
}
