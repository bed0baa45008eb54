package salesconveyor.service;

import static org.assertj.core.api.Assertions.assertThat;
import static salesconveyor.service.Answering.Page.ANSWERED_BEFORE;
import static salesconveyor.service.Answering.Page.EXPIRED;
import static salesconveyor.service.Answering.Page.QUESTION;
import static salesconveyor.service.Answering.Page.THANKS;
import static salesconveyor.service.Answering.Page.UNKNOWN;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import salesconveyor.billing.Invoicing;

/** Every path of the satisfaction question: by mail, by a caller, too late, and what a low score leads to. */
class SatisfactionTest extends ServiceCase {
    @Autowired
    Answering answering;

    @Autowired
    Asking asking;

    @Autowired
    Invoicing invoicing;

    @Test
    void theLetterGoesOutOnceAndCarriesTheLink() {
        String token = toSurvey();
        assertThat(jdbc.sql("select body from mail where mail_key = ?")
                        .param("survey-" + order)
                        .query(String.class)
                        .single())
                .contains("http://localhost:8080/public/satisfaction/" + token);
        asking.send(order, opportunity, company);
        assertThat(mails(order + "@example.com", "satisfied")).isEqualTo(1);
    }

    @Test
    void aPromoterNeedsNoCall() {
        String token = toSurvey();
        assertThat(answering.answer(token, 10, "Great")).isEqualTo(THANKS);
        assertThat(task("recoverClient")).isNull();
        assertThat(answering.answer(token, 1, "second thoughts")).isEqualTo(ANSWERED_BEFORE);
        assertThat(surveys.ofOrder(order).orElseThrow().score()).isEqualTo(10);
        pay(true);
        assertEnded("EndEvent_OrderServed", ServiceResult.SERVED);
    }

    @Test
    void anUnhappyClientIsRecovered() {
        answering.answer(toSurvey(), 3, "Came late");
        assertThat(task("recoverClient").getAssignee()).isEqualTo("manager");
        assertThat(tasks.getVariable(task("recoverClient").getId(), "givenAnswer")
                        .toString())
                .contains("3")
                .contains("Came late");
        assertRefused("recoverClient", "fill in", "outcome", "RECOVERED");
        complete("recoverClient", "outcome", "RECOVERED", "recoveryNotes", "Sent a new one");
        pay(true);
        assertEnded("EndEvent_OrderServed", ServiceResult.SERVED);
    }

    @Test
    void aClientWhoIsLostEndsTheCaseAsLostWhenTheMoneyIsSettled() {
        answering.answer(toSurvey(), 0, null);
        timer("BoundaryEvent_RecoveryLate");
        assertThat(mails("head@example.com", company(company))).isEqualTo(1);
        assertThat(task("recoverClient")).as("the task stays").isNotNull();
        complete("recoverClient", "outcome", "LOST", "recoveryNotes", "Went to a competitor");
        pay(true);
        assertEnded("EndEvent_ClientLost", ServiceResult.CLIENT_LOST);
    }

    @Test
    void whoDoesNotAnswerTheLetterIsCalled() {
        toSurvey();
        timer("Event_NoAnswerInTime");
        assertRefused("askSatisfaction", "fill in", "outcome", "ANSWERED");
        assertRefused("askSatisfaction", "at most 10", "outcome", "ANSWERED", "givenScore", 11);
        assertRefused("askSatisfaction", "at least 0", "outcome", "ANSWERED", "givenScore", -1);
        complete("askSatisfaction", "outcome", "ANSWERED", "givenScore", 6, "scoreComment", "Hm");
        assertThat(task("recoverClient")).isNotNull();
        assertThat(jdbc.sql("select channel from survey where order_number = ?")
                        .param(order)
                        .query(String.class)
                        .single())
                .isEqualTo("PHONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_ANSWER", "REFUSED", "DO_NOT_CALL"})
    void whoCannotOrWillNotAnswerIsNotCalledAgain(String outcome) {
        toSurvey();
        timer("Event_NoAnswerInTime");
        complete("askSatisfaction", "outcome", outcome);
        assertThat(task("askSatisfaction")).isNull();
        assertThat(passed("measureSatisfaction")).isTrue();
        assertThat(suppressions.contains(company)).isEqualTo(outcome.equals("DO_NOT_CALL"));
    }

    @Test
    void anAnswerByMailTakesTheCallersTaskAway() {
        String token = toSurvey();
        timer("Event_NoAnswerInTime");
        answering.answer(token, 8, null);
        assertThat(task("askSatisfaction")).isNull();
        assertThat(passed("satisfactionLevel")).isTrue();
    }

    @Test
    void whoForbidsContactIsNotCalledForAScore() {
        toSurvey();
        timer("Event_NoAnswerInTime");
        suppressions.add(company, "no");
        tell("contactForbidden");
        assertThat(task("askSatisfaction")).isNull();
        assertThat(passed("measureSatisfaction")).isTrue();
    }

    @Test
    void nobodyCallsWeeksLater() {
        toSurvey();
        timer("Event_NoAnswerInTime");
        timer("BoundaryEvent_AskingTooLate");
        assertThat(task("askSatisfaction")).isNull();
        assertThat(passed("measureSatisfaction")).isTrue();
    }

    @Test
    void anAnswerThatCameWhileTheTimerRanIsFoundInTheTable() {
        toSurvey();
        surveys.answer(order, 9, null, "MAIL");
        timer("Event_NoAnswerInTime");
        assertThat(task("askSatisfaction")).isNull();
        assertThat(passed("satisfactionLevel")).isTrue();
    }

    @Test
    void aLateLowScoreStillCounts() {
        String token = toSurvey();
        pay(true);
        timer("Event_NoAnswerInTime");
        complete("askSatisfaction", "outcome", "NO_ANSWER");
        assertEnded("EndEvent_OrderServed", ServiceResult.SERVED);
        assertThat(answering.answer(token, 2, "It broke")).isEqualTo(THANKS);
        assertThat(surveys.ofOrder(order).orElseThrow().score()).isEqualTo(2);
        assertThat(mails("head@example.com", company(company))).isEqualTo(1);
    }

    @Test
    void aLateGoodScoreIsKeptAndDisturbsNobody() {
        String token = toSurvey();
        nudges.toCase("caseCancelled", opportunity);
        assertThat(answering.answer(token, 9, null)).isEqualTo(THANKS);
        assertThat(mails("head@example.com", company(company))).isZero();
    }

    @Test
    void aClientIsNotAskedTwiceInSixtyDays() {
        toSurvey();
        tidyCase();
        placeOrder();
        startOnTerms();
        ship("SHIPPED", ALL);
        assertThat(surveys.ofOrder(order)).isEmpty();
        assertThat(passed("measureSatisfaction")).isTrue();
        collecting();
        tidyCase();
        laterBy(Duration.ofDays(61));
        placeOrder();
        startOnTerms();
        ship("SHIPPED", ALL);
        assertThat(surveys.ofOrder(order)).as("an invoice is overdue").isEmpty();
        tidyCase();
        invoices.ofCompany(company).forEach(invoice -> invoicing.withdraw(invoice.orderNumber(), "test"));
        placeOrder();
        toSurvey();
    }

    @Test
    void aLinkExpiresAndAnUnknownOneIsNotKnown() {
        String token = toSurvey();
        assertThat(answering.look(token)).isEqualTo(QUESTION);
        assertThat(answering.look("unknown")).isEqualTo(UNKNOWN);
        laterBy(Duration.ofDays(31));
        assertThat(answering.look(token)).isEqualTo(EXPIRED);
        assertThat(answering.answer(token, 1, null)).isEqualTo(EXPIRED);
        assertThat(surveys.ofOrder(order).orElseThrow().score()).isNull();
    }

    private void tidyCase() {
        runtime.deleteProcessInstance(service.getId(), "test");
    }

    private String company(String number) {
        return companies.get(number).name();
    }
}
