package salesconveyor.journeys;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import salesconveyor.Modeler;

/** What an owner draws who wants a second head to confirm a discount: a task with a form of its own, and a question. */
final class SecondApproval {
    static final String FORM = """
            {"id": "confirmDiscount", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.22.0", "components": [
              {"type": "select", "id": "outcome", "key": "outcome", "label": "Do you confirm the discount?",
               "values": [{"label": "Yes", "value": "CONFIRM"}, {"label": "No", "value": "REFUSE"}],
               "validate": {"required": true}},
              {"type": "textarea", "id": "confirmNotes", "key": "confirmNotes", "label": "Notes",
               "validate": {"maxLength": 1000}}]}
            """;

    private final BpmnModelInstance model;

    private SecondApproval(BpmnModelInstance model) {
        this.model = model;
    }

    static String model() {
        byte[] shipped = Modeler.shipped("processes/sellToClient.bpmn").getBytes(StandardCharsets.UTF_8);
        return new SecondApproval(Bpmn.readModelFromStream(new ByteArrayInputStream(shipped))).drawn();
    }

    private String drawn() {
        SequenceFlow yes = model.getModelElementById("Flow_DiscountApproved_Yes");
        FlowNode send = model.getModelElementById("sendProposal");
        UserTask confirm = in(send, UserTask.class, "confirmDiscount");
        confirm.setName("Confirm discount");
        confirm.setCamundaFormRef("confirmDiscount");
        confirm.setCamundaFormRefBinding("latest");
        confirm.setCamundaCandidateGroups("heads");
        confirm.setCamundaDueDate("${workingTime.after('PT4H')}");
        confirm.setCamundaPriority("70");
        ExclusiveGateway confirmed = in(send, ExclusiveGateway.class, "Gateway_DiscountConfirmed");
        confirmed.setName("Discount confirmed?");
        send.getIncoming().remove(yes);
        yes.setTarget(confirm);
        confirm.getIncoming().add(yes);
        flow("confirmDiscount_to_Gateway_DiscountConfirmed", confirm, confirmed);
        SequenceFlow confirmedYes = flow("Flow_DiscountConfirmed_Yes", confirmed, send);
        confirmedYes.setName("yes");
        ConditionExpression condition = model.newInstance(ConditionExpression.class);
        condition.setTextContent("${outcome == 'CONFIRM'}");
        confirmedYes.setConditionExpression(condition);
        SequenceFlow no = flow("Flow_DiscountConfirmed_No", confirmed, model.getModelElementById("prepareProposal"));
        no.setName("no");
        confirmed.setDefault(no);
        return Bpmn.convertToString(model);
    }

    private <T extends FlowNode> T in(FlowNode neighbour, Class<T> type, String id) {
        T node = model.newInstance(type, id);
        ((Process) neighbour.getParentElement()).addChildElement(node);
        return node;
    }

    private SequenceFlow flow(String id, FlowNode from, FlowNode to) {
        SequenceFlow flow = model.newInstance(SequenceFlow.class, id);
        ((Process) from.getParentElement()).addChildElement(flow);
        flow.setSource(from);
        flow.setTarget(to);
        from.getOutgoing().add(flow);
        to.getIncoming().add(flow);
        return flow;
    }
}
