package salesconveyor.engine.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** Where everything of a model is drawn: boxes and the straight parts of arrows. */
record Drawing(Map<FlowNode, Box> nodes, Map<SequenceFlow, List<Line>> flows, Map<Lane, Box> lanes, List<Box> pools) {
    record Box(double left, double top, double right, double bottom) {
        boolean holds(Box other) {
            return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
        }

        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean isHitBy(Line line) {
            return overlaps(new Box(
                    Math.min(line.x1, line.x2),
                    Math.min(line.y1, line.y2),
                    Math.max(line.x1, line.x2) + (line.x1 == line.x2 ? 0.1 : 0),
                    Math.max(line.y1, line.y2) + (line.y1 == line.y2 ? 0.1 : 0)));
        }
    }

    record Line(double x1, double y1, double x2, double y2) {
        /** Whether an upright and a level line meet inside of both. */
        boolean crosses(Line other) {
            return (isUpright() && !other.isUpright() && other.isCutBy(this))
                    || (!isUpright() && other.isUpright() && isCutBy(other));
        }

        private boolean isUpright() {
            return x1 == x2;
        }

        private boolean isCutBy(Line upright) {
            return Math.min(x1, x2) < upright.x1
                    && upright.x1 < Math.max(x1, x2)
                    && Math.min(upright.y1, upright.y2) < y1
                    && y1 < Math.max(upright.y1, upright.y2);
        }
    }

    static Drawing of(BpmnFile file) {
        var drawing =
                new Drawing(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        for (BpmnShape shape : file.all(BpmnShape.class)) {
            var bounds = shape.getBounds();
            Box box = new Box(
                    bounds.getX(),
                    bounds.getY(),
                    bounds.getX() + bounds.getWidth(),
                    bounds.getY() + bounds.getHeight());
            var element = shape.getBpmnElement();
            if (element instanceof FlowNode node) {
                drawing.nodes.put(node, box);
            } else if (element instanceof Lane lane) {
                drawing.lanes.put(lane, box);
            } else if (element instanceof Participant) {
                drawing.pools.add(box);
            }
        }
        for (BpmnEdge edge : file.all(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow) {
                drawing.flows.put(flow, lines(List.copyOf(edge.getWaypoints())));
            }
        }
        return drawing;
    }

    private static List<Line> lines(List<Waypoint> points) {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Waypoint from = points.get(i - 1);
            Waypoint to = points.get(i);
            lines.add(new Line(from.getX(), from.getY(), to.getX(), to.getY()));
        }
        return lines;
    }

    /** A boundary event sits on its step, and a subprocess holds its steps: there an overlap is meant. */
    static boolean isTogether(FlowNode one, FlowNode other) {
        return isOn(one, other) || isOn(other, one);
    }

    private static boolean isOn(FlowNode one, FlowNode other) {
        return (one instanceof BoundaryEvent event && other.equals(event.getAttachedTo()))
                || (other instanceof SubProcess && other.equals(one.getParentElement()));
    }
}
