package salesconveyor.engine.lint;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import salesconveyor.engine.lint.Drawing.Line;
import salesconveyor.shared.Sentence;

/** The drawing says what the model does: nothing hidden, nothing crossing, read from left to right. */
final class DrawingRules {
    static final List<Rule<BpmnFile>> RULES = List.of(
            Rule.unusual("draw.shape", (file, known, report) -> {
                Drawing drawing = Drawing.of(file);
                file.all(FlowNode.class).stream()
                        .filter(node -> !drawing.nodes().containsKey(node))
                        .forEach(node -> report.say(
                                node,
                                new Sentence("it is not drawn."),
                                new Sentence("Draw it, or take it out of the model.")));
                file.all(SequenceFlow.class).stream()
                        .filter(flow -> !drawing.flows().containsKey(flow))
                        .forEach(flow -> report.say(
                                flow,
                                new Sentence("the arrow is not drawn."),
                                new Sentence("Draw it, or take it out of the model.")));
            }),
            Rule.unusual("draw.lane", (file, known, report) -> {
                Drawing drawing = Drawing.of(file);
                drawing.nodes().forEach((node, box) -> file.lane(node)
                        .map(drawing.lanes()::get)
                        .filter(lane -> !lane.holds(box))
                        .ifPresent(lane -> report.say(
                                node,
                                new Sentence("it is drawn outside its lane."),
                                new Sentence("Move it into the lane of who does it."))));
            }),
            Rule.unusual("draw.pool", (file, known, report) -> {
                Drawing drawing = Drawing.of(file);
                drawing.lanes().forEach((lane, box) -> {
                    if (drawing.pools().stream().noneMatch(pool -> pool.holds(box))) {
                        report.say(
                                lane,
                                new Sentence("the lane is drawn outside the pool."),
                                new Sentence("Make the pool wide enough."));
                    }
                });
            }),
            Rule.unusual("draw.overlap", (file, known, report) -> {
                var nodes = List.copyOf(Drawing.of(file).nodes().entrySet());
                for (int i = 0; i < nodes.size(); i++) {
                    for (int j = i + 1; j < nodes.size(); j++) {
                        FlowNode one = nodes.get(i).getKey();
                        FlowNode other = nodes.get(j).getKey();
                        if (nodes.get(i).getValue().overlaps(nodes.get(j).getValue())
                                && !Drawing.isTogether(one, other)) {
                            report.say(
                                    one,
                                    new Sentence("it is drawn over {0}.", other.getId()),
                                    new Sentence("Move one of them."));
                        }
                    }
                }
            }),
            Rule.unusual("draw.crossing", (file, known, report) -> {
                var flows = List.copyOf(Drawing.of(file).flows().entrySet());
                for (int i = 0; i < flows.size(); i++) {
                    for (int j = i + 1; j < flows.size(); j++) {
                        if (cross(flows.get(i).getValue(), flows.get(j).getValue())) {
                            report.say(
                                    flows.get(i).getKey(),
                                    new Sentence(
                                            "it crosses {0}.",
                                            flows.get(j).getKey().getId()),
                                    new Sentence("Lead one of the arrows around the other."));
                        }
                    }
                }
            }),
            Rule.unusual("draw.through", (file, known, report) -> {
                Drawing drawing = Drawing.of(file);
                drawing.flows().forEach((flow, lines) -> drawing.nodes().forEach((node, box) -> {
                    boolean own = node.equals(flow.getSource())
                            || node.equals(flow.getTarget())
                            || node.equals(flow.getParentElement());
                    if (!own && lines.stream().anyMatch(box::isHitBy)) {
                        report.say(
                                flow,
                                new Sentence("it runs through {0}.", node.getId()),
                                new Sentence("Lead the arrow around it."));
                    }
                }));
            }),
            Rule.unusual("draw.start", (file, known, report) -> {
                Drawing drawing = Drawing.of(file);
                file.all(StartEvent.class).forEach(start -> start.getOutgoing().forEach(flow -> {
                    var from = drawing.nodes().get(start);
                    var to = drawing.nodes().get(flow.getTarget());
                    if (from != null && to != null && from.left() >= to.right()) {
                        report.say(
                                start,
                                new Sentence("the start is drawn on the right, but a process is read from the left."),
                                new Sentence("Draw its start on the left."));
                    }
                }));
            }));

    private DrawingRules() {}

    private static boolean cross(List<Line> one, List<Line> other) {
        return one.stream().anyMatch(line -> other.stream().anyMatch(line::crosses));
    }
}
