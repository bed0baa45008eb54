package salesconveyor.service;

import static org.assertj.core.api.Assertions.assertThat;
import static salesconveyor.billing.InvoiceKind.CREDIT_NOTE;
import static salesconveyor.billing.InvoiceKind.INVOICE;
import static salesconveyor.billing.InvoiceKind.PROFORMA;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import salesconveyor.KnownAddresses;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.Invoicing;
import salesconveyor.selling.OrderHistory;

/** Every path of stage 3 to the end of the delivery, and how a case ends. */
class ServeClientTest extends ServiceCase {
    private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2020-01-01T00:00:00Z");

    @Autowired
    OrderHistory orderHistory;

    @Test
    void aNewClientPaysFirstAndIsServedWithoutWaitingForMoney() {
        start();
        runJobs();
        assertThat(documents()).containsExactly(PROFORMA);
        assertThat(task("shipOrder")).isNull();
        pay(true);
        assertThat(documents()).contains(INVOICE, PROFORMA);
        ship("SHIPPED", ALL);
        assertThat(passed("Gateway_PaymentSettled")).isTrue();
        suppressions.add(company, "no");
        timer("Event_NoAnswerInTime");
        assertEnded("EndEvent_OrderServed", ServiceResult.SERVED);
    }

    @Test
    void anUnpaidProformaCancelsTheOrder() {
        start();
        runJobs();
        pay(false);
        assertEnded("EndEvent_ProformaExpired", ServiceResult.CANCELLED);
        assertThat(invoices.ofOrder(order))
                .allSatisfy(proforma -> assertThat(proforma.withdrawn()).isTrue());
    }

    @Test
    void whatWasPaidOfAProformaThatExpiresIsSettledAndTheClientTold() {
        start();
        runJobs();
        receive(invoices.ofOrder(order).get(0), new BigDecimal("100.00"));
        laterBy(Duration.ofDays(20));
        pay(false);
        assertEnded("EndEvent_ProformaExpired", ServiceResult.CANCELLED);
        assertThat(settled()).isEqualTo("100.00 CREDIT");
        assertThat(letter("has expired")).contains("was not paid in full", "€100.00 on it", "€100.00 is your credit");
    }

    @Test
    void whatWasPaidAheadForAnOrderThatCannotBeShippedIsSettledAndTheClientTold() {
        start();
        runJobs();
        pay(true);
        ship("PARTLY_SHIPPED", "[{\"line\":1,\"quantity\":\"40\"}]");
        complete("shipOrder", "outcome", "CANNOT_SHIP", "cannotShipReason", "Out of range");
        assertThat(tasks.getVariable(task("decideShipment").getId(), "shipmentState")
                        .toString())
                .contains(
                        "1. Box, large: ordered 100 pc, shipped 40, left to ship 60",
                        "2. Print design: ordered 2.5 h, shipped 0, left to ship 2.5",
                        "Paid for it so far: €476.00");
        complete("decideShipment", "outcome", "CANCEL", "cancelReason", "Client agrees");
        runJobs();
        assertThat(documents()).contains(INVOICE, CREDIT_NOTE);
        assertThat(settled()).isEqualTo("380.80 CREDIT");
        assertThat(letter("what you paid too much")).contains("€380.80 more than you owe", "€380.80 is your credit");
    }

    @Test
    void whatWasPaidAheadForAnOrderThatIsGivenUpIsSettledAndTheClientTold() {
        start();
        runJobs();
        KnownAddresses.forget(company);
        jdbc.sql("delete from billing_address where company_number = ?")
                .param(company)
                .update();
        pay(true);
        complete("completeBilling", "outcome", "CANCEL", "giveUpReason", "The company does not exist");
        runJobs();
        assertEnded("EndEvent_OrderNotBilled", ServiceResult.CANCELLED);
        assertThat(settled()).isEqualTo("476.00 CREDIT");
        assertThat(letter("is withdrawn")).contains("We have cancelled the order " + order, "€476.00 is your credit");
    }

    private String settled() {
        return jdbc.sql("select amount, state from refund where order_number = ?")
                .param(order)
                .query((row, n) -> row.getBigDecimal("amount") + " " + row.getString("state"))
                .single();
    }

    private String letter(String subject) {
        return jdbc.sql("select body from mail where recipient = ? and subject like ?")
                .params(order + "@example.com", "%" + subject + "%")
                .query(String.class)
                .single();
    }

    @Test
    void onTermsTheMoneyAndTheQuestionAreFollowedSideBySide() {
        String token = toSurvey();
        assertThat(token).hasSizeGreaterThan(30);
        surveys.answer(order, 9, null, "MAIL");
        nudges.toCase("satisfactionAnswered", opportunity);
        assertThat(passed("measureSatisfaction")).isTrue();
        assertThat(orders.result(order)).as("the money is still open").isEmpty();
        pay(true);
        assertEnded("EndEvent_OrderServed", ServiceResult.SERVED);
        assertThat(deliveries.lastDelivered(company)).contains(LocalDate.of(2026, 11, 23));
    }

    @Test
    void anOrderIsShippedInParts() {
        startOnTerms();
        ship("PARTLY_SHIPPED", "[{\"line\":1,\"quantity\":\"40\"},{\"line\":2,\"quantity\":\"\"}]");
        assertThat(tasks.getVariable(task("shipOrder").getId(), "shipmentLines").toString())
                .contains("\"delivered\":\"40\"")
                .contains("\"rest\":\"60\"");
        ship("SHIPPED", "[{\"line\":1,\"quantity\":\"60\"},{\"line\":2,\"quantity\":\"2,5\"}]");
        assertThat(deliveries.ofOrder(order)).extracting(Delivery::number).allMatch(n -> n.startsWith("D-2026-"));
        assertThat(mails(order + "@example.com", "D-2026-")).isEqualTo(2);
        assertThat(passed("Gateway_AfterDelivery")).isTrue();
    }

    @Test
    void whatCannotBeShippedWaitsOrIsReplacedAsTheManagerDecides() {
        startOnTerms();
        complete("shipOrder", "outcome", "CANNOT_SHIP", "cannotShipReason", "Sold out until May");
        assertThat(task("decideShipment").getAssignee()).isEqualTo("manager");
        assertThat(tasks.getVariable(task("decideShipment").getId(), "serviceStory")
                        .toString())
                .contains("Sold out until May");
        complete("decideShipment", "outcome", "WAIT", "waitDate", "2026-12-14");
        assertThat(task("shipOrder")).isNull();
        timer("Event_WaitingOver");
        complete("shipOrder", "outcome", "CANNOT_SHIP", "cannotShipReason", "Still sold out");
        complete("decideShipment", "outcome", "REPLACE", "replacement", "Send the blue ones");
        assertThat(tasks.getVariable(task("shipOrder").getId(), "serviceStory").toString())
                .contains("Send the blue ones");
    }

    @Test
    void whatIsCancelledBeforeAnythingWasDeliveredIsWithdrawn() {
        startOnTerms();
        complete("shipOrder", "outcome", "CANNOT_SHIP", "cannotShipReason", "Out of range");
        complete("decideShipment", "outcome", "CANCEL", "cancelReason", "Client agrees");
        runJobs();
        assertEnded("EndEvent_OrderCancelled", ServiceResult.CANCELLED);
        assertThat(documents()).contains(INVOICE, CREDIT_NOTE);
    }

    @Test
    void afterAPartWasDeliveredOnlyTheRestIsCancelled() {
        startOnTerms();
        ship("PARTLY_SHIPPED", "[{\"line\":1,\"quantity\":\"40\"}]");
        complete("shipOrder", "outcome", "CANNOT_SHIP", "cannotShipReason", "Out of range");
        complete("decideShipment", "outcome", "CANCEL", "cancelReason", "Client agrees");
        runJobs();
        assertThat(passed("Gateway_AfterDelivery")).isTrue();
        assertThat(documents()).contains(INVOICE, CREDIT_NOTE);
    }

    @Test
    void stoppedDeliveriesWaitForTheirReleaseOrTheNextDay() {
        stopDeliveries();
        startOnTerms();
        assertThat(task("shipOrder")).isNull();
        timer("Event_DayPassed");
        assertThat(task("shipOrder")).isNull();
        releaseDeliveries();
        tell("deliveriesReleased");
        assertThat(task("shipOrder")).isNotNull();
    }

    @Test
    void aPrepaymentThatTheBankTookBackHoldsTheDelivery() {
        start();
        runJobs();
        pay(true);
        assertThat(task("shipOrder")).isNotNull();
        Invoice proforma = invoices.ofOrder(order).stream()
                .filter(paper -> paper.kind() == PROFORMA)
                .findFirst()
                .orElseThrow();
        allocate(proforma.number(), proforma.gross().negate());
        nudges.toCase("deliveriesStopped", opportunity);
        assertThat(task("shipOrder")).isNull();
        timer("Event_DayPassed");
        assertThat(task("shipOrder")).isNull();
        allocate(proforma.number(), proforma.gross());
        nudges.toCase("deliveriesReleased", opportunity);
        assertThat(task("shipOrder")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"CREDIT", "WRITE_OFF"})
    void whatIsCreditedOrWrittenOffInsteadOfPrepaidIsNotShipped(String decision, @Autowired Invoicing invoicing) {
        start();
        runJobs();
        pay(true);
        Invoice proforma = invoices.ofOrder(order).stream()
                .filter(paper -> paper.kind() == PROFORMA)
                .findFirst()
                .orElseThrow();
        String invoice = invoices.ofOrder(order).stream()
                .filter(paper -> proforma.number().equals(paper.proforma()))
                .findFirst()
                .orElseThrow()
                .number();
        allocate(proforma.number(), proforma.gross().negate());
        nudges.toCase("deliveriesStopped", opportunity);
        if (decision.equals("CREDIT")) {
            invoicing.credit(invoice, "Never paid");
        } else {
            jdbc.sql("insert into write_off (invoice_number, amount, reason, decided) values (?, ?, 'insolvent', ?)")
                    .params(invoice, proforma.gross(), LONG_AGO)
                    .update();
        }
        timer("Event_DayPassed");
        assertThat(task("shipOrder")).isNull();
        laterBy(Duration.ofDays(31));
        timer("Event_StoppedTooLong");
        complete("decideShipment", "outcome", "CANCEL", "cancelReason", "Never paid");
        runJobs();
        assertThat(orders.result(order)).contains(ServiceResult.CANCELLED);
    }

    @Test
    void anOpenShipmentIsTakenBackWhenDeliveriesAreStopped() {
        startOnTerms();
        stopDeliveries();
        tell("deliveriesStopped");
        assertThat(task("shipOrder")).isNull();
        timer("Event_StoppedTooLong");
        assertThat(task("decideShipment")).isNotNull();
    }

    @Test
    void aCancelledCaseIsWithdrawnWhereverItIs() {
        startOnTerms();
        assertThat(nudges.toCase("caseCancelled", opportunity)).isEqualTo(1);
        runJobs();
        assertThat(passed("collectRest")).isTrue();
        assertEnded("EndEvent_CaseCancelledInService", ServiceResult.CANCELLED);
        assertThat(documents()).contains(INVOICE, CREDIT_NOTE);
        assertThat(credited()).isEqualByComparingTo("476.00");
        assertThat(orderHistory.margins(LONG_AGO)).doesNotContainKey(company);
        assertThat(orderHistory.days(company)).isEmpty();
        assertThat(orderHistory.bought(company)).isEmpty();
        assertThat(collections()).isZero();
    }

    @Test
    void whatWasDeliveredBeforeTheCaseWasCancelledIsStillOwedAndCollected() {
        startOnTerms();
        ship("PARTLY_SHIPPED", "[{\"line\":1,\"quantity\":\"40\"}]");
        nudges.toCase("caseCancelled", opportunity);
        runJobs();
        assertEnded("EndEvent_CaseCancelledInService", ServiceResult.CANCELLED);
        assertThat(credited()).as("60 boxes and the hours").isEqualByComparingTo("380.80");
        assertThat(collections()).isEqualTo(1);
        assertThat(orderHistory.margins(LONG_AGO).get(company)).isEqualByComparingTo("40.00");
        assertThat(orderHistory.days(company)).hasSize(1);
        assertThat(orderHistory.bought(company)).singleElement().satisfies(box -> assertThat(box.quantity())
                .isEqualByComparingTo("40"));
        assertThat(mails(order + "@example.com", "CN-")).isEqualTo(1);
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("collectPayment")
                .processInstanceBusinessKey(opportunity)
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
    }

    @Test
    void whatWasDeliveredInFullIsNotCreditedWhenTheCaseIsCancelled() {
        toSurvey();
        nudges.toCase("caseCancelled", opportunity);
        runJobs();
        assertThat(documents()).containsExactly(INVOICE);
        assertThat(collections()).isEqualTo(1);
        pay(true);
        assertThat(collections()).isZero();
    }

    @Test
    void whoGetsTheGoodsLatePaysLaterAndIsTold() {
        startOnTerms();
        laterBy(Duration.ofDays(20));
        ship("PARTLY_SHIPPED", "[{\"line\":1,\"quantity\":\"100\"}]");
        assertThat(due()).as("the invoice is not delivered yet").isEqualTo("2026-12-07");
        laterBy(Duration.ofDays(2));
        ship("SHIPPED", "[{\"line\":2,\"quantity\":\"2.5\"}]");
        assertThat(due()).isEqualTo("2026-12-29");
        assertThat(mails(order + "@example.com", "more time to pay")).isEqualTo(1);
    }

    @Test
    void whoGetsTheGoodsAtOncePaysByThePrintedDay() {
        startOnTerms();
        ship("SHIPPED", ALL);
        assertThat(due()).isEqualTo("2026-12-07");
        assertThat(mails(order + "@example.com", "more time to pay")).isZero();
    }

    private String due() {
        return invoices.ofOrder(order).get(0).due().toString();
    }

    private BigDecimal credited() {
        return invoices.ofOrder(order).stream()
                .filter(paper -> paper.kind() == CREDIT_NOTE)
                .map(Invoice::gross)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private long collections() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("collectPayment")
                .processInstanceBusinessKey(opportunity)
                .count();
    }

    @Test
    void whoForbidsContactIsServedNevertheless() {
        startOnTerms();
        suppressions.add(company, "no");
        tell("contactForbidden");
        ship("SHIPPED", ALL);
        assertThat(surveys.ofOrder(order)).isEmpty();
        pay(true);
        assertEnded("EndEvent_OrderServed", ServiceResult.SERVED);
    }

    @Test
    void nothingOfAFormStaysInTheProcess() {
        startOnTerms();
        complete("shipOrder", "outcome", "SHIPPED", "shipmentRows", ALL, "shipmentNote", "private");
        assertThat(runtime.getVariables(service.getId()))
                .doesNotContainKeys("outcome", "shipmentRows", "shipmentNote", "trackingLink", "decisionResult");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHIPPED        | [{\"line\":1,\"quantity\":\"100\"}]                 | Line 2 (Print design): 2.5 would stay open",
                "SHIPPED        | [{\"line\":1,\"quantity\":\"101\"}]                 | Line 1 (Box, large): 101 is more than the 100",
                "SHIPPED        | [{\"line\":1,\"quantity\":\"0\"}]                   | Line 1 (Box, large): 0 cannot be delivered",
                "PARTLY_SHIPPED | [{\"line\":1,\"quantity\":\"-1\"}]                  | Line 1 (Box, large): -1 cannot be delivered",
                "PARTLY_SHIPPED | [{\"line\":1,\"quantity\":\"many\"}]                | Line 1 (Box, large): many is not a quantity",
                "PARTLY_SHIPPED | [{\"line\":2,\"quantity\":\"0.0001\"}]              | Line 2 (Print design): a quantity has three decimals",
                "PARTLY_SHIPPED | [{\"line\":7,\"quantity\":\"1\"}]                   | no line 7",
                "PARTLY_SHIPPED | [{\"line\":1,\"quantity\":1},{\"line\":1,\"quantity\":1}] | Line 1 (Box, large) is entered twice",
                "PARTLY_SHIPPED | [{\"line\":1,\"quantity\":\"\"},{\"line\":2,\"quantity\":null}] | Nothing is entered",
                "PARTLY_SHIPPED | [{\"line\":1,\"quantity\":100},{\"line\":2,\"quantity\":2.5}] | Nothing stays open",
                "PARTLY_SHIPPED | not json                                            | cannot be read",
                "CANNOT_SHIP    | []                                                  | say why",
                "LATER          | []                                                  | does not offer"
            })
    void aWrongShipmentIsRefusedInASentenceThatNamesTheLine(String outcome, String rows, String sentence) {
        startOnTerms();
        assertRefused("shipOrder", sentence, "outcome", outcome, "shipmentRows", rows);
        assertThat(deliveries.ofOrder(order)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1)", "parcel 123", "https:///nowhere", "ftp://example.com/1"})
    void aTrackingLinkIsAWholeWebAddress(String link) {
        startOnTerms();
        assertRefused(
                "shipOrder", "whole web address", "outcome", "SHIPPED", "shipmentRows", ALL, "trackingLink", link);
    }

    @Test
    void textsThatAreTooLongADayInThePastAndTooManyDelaysAreRefused() {
        startOnTerms();
        assertRefused(
                "shipOrder",
                "longer than 1,000 characters",
                "outcome",
                "CANNOT_SHIP",
                "cannotShipReason",
                "x".repeat(1001));
        complete("shipOrder", "outcome", "CANNOT_SHIP", "cannotShipReason", "Sold out");
        assertRefused("decideShipment", "tomorrow", "outcome", "WAIT", "waitDate", "2026-11-23");
        assertRefused("decideShipment", "fill in", "outcome", "REPLACE");
        assertRefused("decideShipment", "fill in", "outcome", "CANCEL");
        assertRefused("decideShipment", "fill in", "replacement", "no outcome");
        for (int time = 1; time <= 5; time++) {
            complete("decideShipment", "outcome", "REPLACE", "replacement", "blue");
            complete("shipOrder", "outcome", "CANNOT_SHIP", "cannotShipReason", "Sold out");
        }
        assertRefused("decideShipment", "already chosen 5 times", "outcome", "REPLACE", "replacement", "red");
    }

    @Test
    void dueDatesAreWorkingTime() {
        startOnTerms();
        assertThat(task("shipOrder").getDueDate()).isAfter(Date.from(MONDAY));
    }
}
