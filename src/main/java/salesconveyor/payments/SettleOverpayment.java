package salesconveyor.payments;

import java.math.BigDecimal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.ProcessModel;
import salesconveyor.engine.Variable;

/** Java twin of processes/settleOverpayment.bpmn. The business key is the number of the refund. */
@ProcessModel("settleOverpayment")
class SettleOverpayment {
    static final Variable<Boolean> REFUND_ASKED = Variable.bool("refundAsked");
    static final Variable<BigDecimal> REFUND_AMOUNT = Variable.decimal("refundAmount");
    static final Variable<Boolean> CLIENT_OWES = Variable.bool("clientOwes");
    static final Variable<String> OVERPAYMENT_USE = Variable.string("overpaymentUse"); // answers "Pay it back?"
    static final Variable<String> REFUND_OUTCOME = Variable.string("refundOutcome"); // answers "Paid back?"

    // Shown on the form, for the task alone.
    static final Variable<String> REFUND_NUMBER = Variable.string("refundNumber");
    static final Variable<String> REFUND_SUM = Variable.string("refundSum");
    static final Variable<String> REFUND_FACTS = Variable.string("refundFacts");
    static final Variable<String> REFUND_ACCOUNT = Variable.string("refundAccount"); // a field of the form, filled in
    static final Variable<String> CREDIT_COMPANY = Variable.string("creditCompany"); // a field of the form, filled in

    @Bean
    ExecutionListener openOverpayment(Refunds refunds, Refunding refunding) {
        return execution -> {
            Refund refund = refunds.get(execution.getProcessBusinessKey());
            REFUND_ASKED.set(execution, refund.asked());
            REFUND_AMOUNT.set(execution, refund.amount());
            CLIENT_OWES.set(execution, refunding.owes(refund));
        };
    }

    @Bean
    ExecutionListener leaveAsCredit(Refunding refunding) {
        return execution -> refunding.leave(execution.getProcessBusinessKey());
    }

    @Bean
    TaskListener loadRefund(Refunds refunds, RefundCard card) {
        return task -> {
            String number = number(task);
            refunds.open(number);
            REFUND_NUMBER.setLocal(task, number);
            REFUND_SUM.setLocal(task, card.sum(number));
            REFUND_FACTS.setLocal(task, card.facts(number));
            REFUND_ACCOUNT.setLocal(task, card.account(number));
            CREDIT_COMPANY.setLocal(task, card.company(number));
        };
    }

    @Bean
    TaskListener recordRefund(Refunding refunding) {
        return task ->
                REFUND_OUTCOME.set(task, refunding.record(number(task), FormValues.of(task), task.getAssignee()));
    }

    @Bean
    JavaDelegate escalateRefund(Escalating escalating) {
        return execution -> escalating.refund(execution.getProcessBusinessKey());
    }

    private static String number(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
