package salesconveyor.service;

import java.math.BigDecimal;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import salesconveyor.billing.InvoiceSending;
import salesconveyor.billing.Invoicing;
import salesconveyor.companies.Companies;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.ProcessModel;
import salesconveyor.engine.Variable;
import salesconveyor.payments.Offsetting;
import salesconveyor.payments.PaymentMessages;

/** Java twin of processes/serveClient.bpmn. The business key is the opportunity's number. */
@ProcessModel("serveClient")
class ServeClient {
    static final Variable<String> COMPANY_NUMBER = Variable.string("companyNumber");
    static final Variable<String> ORDER_NUMBER = Variable.string("orderNumber");
    static final Variable<String> MANAGER = Variable.string("manager"); // who owns the case; empty: the whole group
    static final Variable<String> CLIENT_CLASS = Variable.string("clientClass");
    static final Variable<BigDecimal> NET_AMOUNT = Variable.decimal("netAmount");
    static final Variable<Boolean> PREPAYMENT =
            Variable.bool("prepayment"); // answers "Proforma first?", "Already paid?"
    static final Variable<Integer> NET_DAYS = Variable.integer("netDays");
    static final Variable<Boolean> BILLING_READY = Variable.bool("billingReady"); // answers "Can we bill and mail?"
    static final Variable<Boolean> ORDER_GIVEN_UP = Variable.bool("orderGivenUp"); // answers "Order given up?"
    static final Variable<Boolean> PAID_IN_FULL = Variable.bool("paidInFull"); // of the proforma
    static final Variable<String> PROFORMA_NUMBER = Variable.string("proformaNumber");
    static final Variable<String> INVOICE_NUMBER = Variable.string("invoiceNumber");
    static final Variable<Boolean> DELIVERIES_STOPPED = Variable.bool("deliveriesStopped");
    static final Variable<String> HELD_UNTIL = Variable.string("heldUntil"); // ISO date and time with offset
    static final Variable<Boolean> ANYTHING_SHIPPED = Variable.bool("anythingShipped");
    static final Variable<Boolean> ORDER_COMPLETE = Variable.bool("orderComplete");
    static final Variable<String> SHIPMENT_DECISION = Variable.string("shipmentDecision");
    static final Variable<String> WAIT_UNTIL = Variable.string("waitUntil"); // ISO date and time with offset
    static final Variable<Boolean> ANYTHING_DELIVERED = Variable.bool("anythingDelivered");
    static final Variable<ServiceResult> SERVICE_RESULT = Variable.key("serviceResult", ServiceResult.class);

    // Shown on the forms, for the task alone.
    static final Variable<String> SERVICE_CASE = Variable.string("serviceCase");
    static final Variable<String> SERVICE_COMPANY = Variable.string("serviceCompany");
    static final Variable<String> SERVICE_CONTACT = Variable.string("serviceContact");
    static final Variable<String> SERVICE_STORY = Variable.string("serviceStory");
    static final Variable<String> BILLING_GAPS = Variable.string("billingGaps");
    static final Variable<String> BILLING_EMAIL = Variable.string("billingEmail"); // a field of the form, filled in
    static final Variable<String> BILLING_TAX_NUMBER = Variable.string("billingTaxNumber"); // likewise
    static final Variable<String> BILLING_ADDRESS = Variable.string("billingAddress"); // a field of the form, filled in
    static final Variable<String> SHIPMENT_LINES = Variable.string("shipmentLines");
    static final Variable<String> SHIPMENT_STATE = Variable.string("shipmentState");
    static final Variable<String> SHIPMENT_CARRIERS = Variable.string("shipmentCarriers"); // one a line

    @Bean
    JavaDelegate readOrder(ServedOrders orders, Companies companies, Shipping shipping) {
        return execution -> {
            String company = COMPANY_NUMBER.get(execution);
            orders.open(ORDER_NUMBER.get(execution), execution.getProcessBusinessKey(), company);
            MANAGER.set(execution, MANAGER.find(execution));
            CLIENT_CLASS.set(execution, companies.clientClass(company));
            NET_AMOUNT.set(execution, shipping.netAmount(ORDER_NUMBER.get(execution)));
            PAID_IN_FULL.set(execution, false);
            SERVICE_RESULT.set(execution, ServiceResult.SERVED);
        };
    }

    @Bean
    ExecutionListener takePaymentTerms() {
        return execution -> {
            var terms = ((DmnDecisionResult) execution.getVariable("decisionResult")).getSingleResult();
            PREPAYMENT.set(execution, "PREPAID".equals(terms.getEntry("terms")));
            NET_DAYS.set(execution, terms.getEntry("netDays"));
        };
    }

    @Bean
    JavaDelegate checkBilling(CompletingBilling completing) {
        return execution -> BILLING_READY.set(execution, completing.isReady(ORDER_NUMBER.get(execution)));
    }

    @Bean
    TaskListener loadBilling(ServiceCards cards, CompletingBilling completing) {
        return task -> {
            load(task, cards);
            var page = completing.page(ORDER_NUMBER.get(task));
            BILLING_GAPS.setLocal(task, page.gaps());
            BILLING_EMAIL.setLocal(task, page.email());
            BILLING_ADDRESS.setLocal(task, page.address());
            BILLING_TAX_NUMBER.setLocal(task, page.taxNumber());
        };
    }

    @Bean
    TaskListener recordBilling(CompletingBilling completing) {
        return task -> ORDER_GIVEN_UP.set(
                task, completing.record(ORDER_NUMBER.get(task), FormValues.of(task), task.getAssignee()));
    }

    @Bean
    JavaDelegate escalateBilling(CompletingBilling completing) {
        return execution -> completing.escalate(ORDER_NUMBER.get(execution));
    }

    @Bean
    JavaDelegate giveUpOrder(JavaDelegate withdrawOrder) {
        return withdrawOrder;
    }

    @Bean
    JavaDelegate issueProforma(Invoicing invoicing, Offsetting offsetting, InvoiceSending sending) {
        return execution -> {
            String number = invoicing.issueProforma(ORDER_NUMBER.get(execution), NET_DAYS.get(execution));
            PROFORMA_NUMBER.set(execution, number);
            offsetting.offset(number);
            sending.send(number);
        };
    }

    @Bean
    JavaDelegate issueInvoice(Invoicing invoicing, Offsetting offsetting, InvoiceSending sending) {
        return execution -> {
            String number = invoicing.issueInvoice(ORDER_NUMBER.get(execution), NET_DAYS.get(execution));
            INVOICE_NUMBER.set(execution, number);
            offsetting.offset(number);
            sending.send(number);
        };
    }

    @Bean
    JavaDelegate withdrawOrder(ShipmentDeciding deciding) {
        return execution -> {
            deciding.settle(ORDER_NUMBER.get(execution));
            SERVICE_RESULT.set(execution, ServiceResult.CANCELLED);
        };
    }

    @Bean
    JavaDelegate cancelOrder(JavaDelegate withdrawOrder) {
        return withdrawOrder;
    }

    @Bean
    JavaDelegate collectRest(PaymentMessages messages) {
        return execution -> messages.orderCancelled(
                ORDER_NUMBER.get(execution), execution.getProcessBusinessKey(), MANAGER.find(execution));
    }

    @Bean
    JavaDelegate checkDeliveries(ShipmentDeciding deciding) {
        return execution -> {
            var until = deciding.heldUntil(
                    ORDER_NUMBER.get(execution),
                    COMPANY_NUMBER.get(execution),
                    PREPAYMENT.get(execution) ? INVOICE_NUMBER.get(execution) : null);
            DELIVERIES_STOPPED.set(execution, until != null);
            HELD_UNTIL.set(execution, until == null ? null : until.toString());
        };
    }

    @Bean
    TaskListener loadShipment(ServiceCards cards, Shipping shipping, Carriers carriers) {
        return task -> {
            load(task, cards);
            SHIPMENT_LINES.setLocal(task, shipping.rows(ORDER_NUMBER.get(task)));
            SHIPMENT_CARRIERS.setLocal(task, String.join("\n", carriers.names()));
        };
    }

    @Bean
    TaskListener recordShipment(Shipping shipping) {
        return task -> ANYTHING_SHIPPED.set(
                task,
                shipping.record(
                        ORDER_NUMBER.get(task), COMPANY_NUMBER.get(task), FormValues.of(task), task.getAssignee()));
    }

    @Bean
    JavaDelegate announceDelivery(Announcing announcing, Shipping shipping) {
        return execution -> {
            announcing.announce(ORDER_NUMBER.get(execution));
            ORDER_COMPLETE.set(execution, shipping.isComplete(ORDER_NUMBER.get(execution)));
        };
    }

    @Bean
    TaskListener loadShipmentDecision(ServiceCards cards, ShipmentCard shipment) {
        return task -> {
            load(task, cards);
            SHIPMENT_STATE.setLocal(task, shipment.of(ORDER_NUMBER.get(task), COMPANY_NUMBER.get(task)));
        };
    }

    @Bean
    TaskListener recordShipmentDecision(ShipmentDeciding deciding) {
        return task -> {
            var decision = deciding.record(ORDER_NUMBER.get(task), FormValues.of(task), task.getAssignee());
            SHIPMENT_DECISION.set(task, decision.outcome());
            WAIT_UNTIL.set(
                    task,
                    decision.waitUntil() == null ? null : decision.waitUntil().toString());
        };
    }

    @Bean
    JavaDelegate settleUndelivered(ShipmentDeciding deciding) {
        return execution -> {
            boolean delivered = deciding.settle(ORDER_NUMBER.get(execution));
            ANYTHING_DELIVERED.set(execution, delivered);
            SERVICE_RESULT.set(execution, delivered ? ServiceResult.SERVED : ServiceResult.CANCELLED);
        };
    }

    @Bean
    JavaDelegate setDueDate(SettingDueDates dueDates) {
        return execution ->
                dueDates.set(ORDER_NUMBER.get(execution), INVOICE_NUMBER.get(execution), NET_DAYS.get(execution));
    }

    @Bean
    ExecutionListener recordServiceEnd(ServedOrders orders) {
        return execution -> orders.close(ORDER_NUMBER.get(execution), SERVICE_RESULT.get(execution));
    }

    private static void load(DelegateTask task, ServiceCards cards) {
        var card = cards.of(ORDER_NUMBER.get(task), COMPANY_NUMBER.get(task));
        SERVICE_CASE.setLocal(task, ORDER_NUMBER.get(task));
        SERVICE_COMPANY.setLocal(task, card.company());
        SERVICE_CONTACT.setLocal(task, card.contact());
        SERVICE_STORY.setLocal(task, card.story());
    }
}
