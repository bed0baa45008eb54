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
import salesconveyor.payments.DunningPlan.Step;

/** Java twin of processes/collectPayment.bpmn. The business key is the opportunity's number. */
@ProcessModel("collectPayment")
class CollectPayment {
    static final Variable<String> INVOICE_NUMBER = Variable.string("invoiceNumber");
    static final Variable<String> COMPANY_NUMBER = Variable.string("companyNumber");
    static final Variable<String> MANAGER = Variable.string("manager"); // who owns the case; empty: the whole group
    static final Variable<Boolean> PREPAYMENT = Variable.bool("prepayment"); // answers "Prepayment?"
    static final Variable<Boolean> PAID_IN_FULL = Variable.bool("paidInFull"); // answers "Paid in full?"
    static final Variable<Boolean> PROFORMA_EXPIRED = Variable.bool("proformaExpired"); // answers "Proforma expired?"
    static final Variable<Integer> DAYS_OVERDUE = Variable.integer("daysOverdue"); // negative before the due date
    static final Variable<String> CLIENT_CLASS = Variable.string("clientClass");
    static final Variable<BigDecimal> OPEN_AMOUNT = Variable.decimal("openAmount");
    static final Variable<String> DUNNING = Variable.string("dunning"); // the level, as the decision table says
    static final Variable<Step> DUNNING_STEP = Variable.key("dunningStep", Step.class);
    static final Variable<String> NEXT_DUNNING_CHECK = Variable.string("nextDunningCheck"); // ISO with offset
    static final Variable<String> DEBTOR_ANSWER = Variable.string("debtorAnswer"); // answers "Disputed?"
    static final Variable<String> OVERDUE_DECISION = Variable.string("overdueDecision"); // answers "What was decided?"
    static final Variable<CollectionResult> COLLECTION_RESULT =
            Variable.key("collectionResult", CollectionResult.class);

    // Shown on the forms, for the task alone.
    static final Variable<String> DEBT_CASE = Variable.string("debtCase");
    static final Variable<String> DEBT_COMPANY = Variable.string("debtCompany");
    static final Variable<String> DEBT_CONTACT = Variable.string("debtContact");
    static final Variable<String> DEBT_INVOICES = Variable.string("debtInvoices");
    static final Variable<String> DEBT_STORY = Variable.string("debtStory");

    @Bean
    ExecutionListener openCollection(InvoiceCollections collections) {
        return execution -> {
            MANAGER.set(execution, MANAGER.find(execution));
            collections.open(
                    INVOICE_NUMBER.get(execution),
                    COMPANY_NUMBER.get(execution),
                    MANAGER.find(execution),
                    PREPAYMENT.get(execution));
        };
    }

    @Bean
    ExecutionListener reopenCollection(ExecutionListener openCollection) {
        return openCollection;
    }

    @Bean
    ExecutionListener collectAfterCancelling(ExecutionListener openCollection) {
        return openCollection;
    }

    @Bean
    JavaDelegate checkPayment(Collecting collecting) {
        return execution -> {
            var look = collecting.look(INVOICE_NUMBER.get(execution));
            PAID_IN_FULL.set(execution, look.paidInFull());
            OPEN_AMOUNT.set(execution, look.open());
            DAYS_OVERDUE.set(execution, look.daysOverdue());
            CLIENT_CLASS.set(execution, look.clientClass());
            PROFORMA_EXPIRED.set(execution, look.expired());
            NEXT_DUNNING_CHECK.set(execution, look.nextCheck().toString());
            COLLECTION_RESULT.set(execution, look.result());
        };
    }

    @Bean
    JavaDelegate planDunning(Collecting collecting) {
        return execution ->
                DUNNING_STEP.set(execution, collecting.plan(INVOICE_NUMBER.get(execution), DUNNING.find(execution)));
    }

    @Bean
    JavaDelegate sendReminder(Reminding reminding) {
        return execution -> reminding.send(COMPANY_NUMBER.get(execution));
    }

    @Bean
    JavaDelegate releaseDeliveries(DecidingOverdue deciding, PaymentMessages messages) {
        return execution -> messages.released(
                deciding.releaseWhenSettled(COMPANY_NUMBER.get(execution)), COMPANY_NUMBER.get(execution));
    }

    @Bean
    JavaDelegate releaseAfterCredit(JavaDelegate releaseDeliveries) {
        return releaseDeliveries;
    }

    @Bean
    JavaDelegate releaseAfterWriteOff(JavaDelegate releaseDeliveries) {
        return releaseDeliveries;
    }

    @Bean
    JavaDelegate cancelCollection(CancellingCollections cancelling, JavaDelegate releaseDeliveries) {
        return execution -> {
            cancelling.cancel(INVOICE_NUMBER.get(execution));
            COLLECTION_RESULT.set(execution, CollectionResult.CREDITED);
            releaseDeliveries.execute(execution);
        };
    }

    @Bean
    JavaDelegate creditInvoice(DecidingOverdue deciding) {
        return execution -> deciding.credit(INVOICE_NUMBER.get(execution));
    }

    @Bean
    JavaDelegate escalateDecision(Escalating escalating) {
        return execution -> escalating.decision(INVOICE_NUMBER.get(execution));
    }

    @Bean
    ExecutionListener closeCollection(InvoiceCollections collections) {
        return execution -> collections.close(INVOICE_NUMBER.get(execution), COLLECTION_RESULT.get(execution));
    }

    @Bean
    TaskListener loadDebtor(DebtCard card) {
        return task -> load(task, card);
    }

    @Bean
    TaskListener loadOverdue(DebtCard card) {
        return task -> {
            load(task, card);
            DEBT_STORY.setLocal(task, card.storyToDecide(INVOICE_NUMBER.get(task)));
        };
    }

    @Bean
    TaskListener recordDebtorCall(CallingDebtors calling) {
        return task -> DEBTOR_ANSWER.set(
                task, calling.record(INVOICE_NUMBER.get(task), FormValues.of(task), task.getAssignee()));
    }

    @Bean
    TaskListener recordDecision(DecidingOverdue deciding, PaymentMessages messages) {
        return task -> {
            var decision = deciding.record(INVOICE_NUMBER.get(task), FormValues.of(task), task.getAssignee());
            OVERDUE_DECISION.set(task, decision.outcome());
            COLLECTION_RESULT.set(task, decision.result());
            messages.decided(decision.outcome(), COMPANY_NUMBER.get(task));
        };
    }

    private static void load(DelegateTask task, DebtCard card) {
        DEBT_CASE.setLocal(task, task.getExecution().getProcessBusinessKey());
        DEBT_COMPANY.setLocal(task, card.company(COMPANY_NUMBER.get(task)));
        DEBT_CONTACT.setLocal(task, card.contact(COMPANY_NUMBER.get(task)));
        DEBT_INVOICES.setLocal(task, card.debts(COMPANY_NUMBER.get(task), INVOICE_NUMBER.get(task)));
        DEBT_STORY.setLocal(task, card.story(INVOICE_NUMBER.get(task)));
    }
}
