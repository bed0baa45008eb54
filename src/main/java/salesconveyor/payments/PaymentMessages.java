package salesconveyor.payments;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Nudges;
import salesconveyor.engine.Variable;

/** What the cases are told of money. The tables are written before; whoever does not wait finds it there. */
@Component
public class PaymentMessages {
    private static final Variable<String> INVOICE_NUMBER = Variable.string("invoiceNumber");
    private static final Variable<String> COMPANY_NUMBER = Variable.string("companyNumber");

    private final Nudges nudges;
    private final Reopening reopening;

    PaymentMessages(Nudges nudges, Reopening reopening) {
        this.nudges = nudges;
        this.reopening = reopening;
    }

    /**
     * An invoice may be told of several times in one step: paid and returned in one file, paid in part and set off.
     * Whatever woke its process in collectPayment.bpmn leads to "Check payment", which begins in a transaction of its own
     * and asks the tables.
     */
    void tell(Touched touched) {
        touched.paid().forEach(this::paymentReceived);
        touched.returned().forEach(this::paymentReturned);
    }

    void paymentReceived(String invoice) {
        nudges.toOthers("paymentReceived", INVOICE_NUMBER, invoice, null);
        reopening.prepaidCase(invoice).ifPresent(prepaid -> nudges.toCase("deliveriesReleased", prepaid));
    }

    /** Who waits for this payment alone looks again; a call or a decision that began goes on. */
    void bankTold(String invoice) {
        nudges.at("Gateway_WaitForPayment", "paymentReceived", INVOICE_NUMBER, invoice);
    }

    /** Who still collects looks again; what was collected is opened again, and what was prepaid is not shipped. */
    void paymentReturned(String invoice) {
        paymentReceived(invoice);
        reopening.prepaidCase(invoice).ifPresent(prepaid -> nudges.toCase("deliveriesStopped", prepaid));
        reopening.of(invoice).ifPresent(again -> start("paymentReturned", again, again.manager()));
    }

    /**
     * A case was cancelled in its service: what was delivered and is not paid is collected on its own, unless that
     * happens already because a payment was returned.
     */
    public void orderCancelled(String order, String caseNumber, @Nullable String manager) {
        if (!nudges.runs("collectPayment", caseNumber)) {
            reopening.afterCancelling(order).ifPresent(rest -> start("orderCancelled", rest, manager));
        }
    }

    private void start(String message, Reopening.Again again, @Nullable String manager) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("invoiceNumber", again.invoiceNumber());
        variables.put("companyNumber", again.companyNumber());
        variables.put("manager", manager);
        variables.put("prepayment", again.prepayment());
        nudges.start(message, again.opportunityNumber(), variables);
    }

    /** Deliveries of the client go on, if they had been stopped. */
    void released(boolean wereStopped, String company) {
        if (wereStopped) {
            decided("RELEASE", company);
        }
    }

    /** Tells the orders of a client what a decision on an overdue invoice means for their deliveries. */
    void decided(String outcome, String company) {
        switch (outcome) {
            case "STOP" -> nudges.toOthers("deliveriesStopped", COMPANY_NUMBER, company, null);
            case "RELEASE" -> nudges.toOthers("deliveriesReleased", COMPANY_NUMBER, company, null);
            default -> {}
        }
    }
}
