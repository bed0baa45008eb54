package salesconveyor.service;

import static org.assertj.core.api.Assertions.assertThat;
import static salesconveyor.service.Answering.Page.ANSWERED_BEFORE;
import static salesconveyor.service.Answering.Page.EXPIRED;
import static salesconveyor.service.Answering.Page.QUESTION;
import static salesconveyor.service.Answering.Page.THANKS;
import static salesconveyor.service.Answering.Page.UNKNOWN;

import java.time.Duration;
import java.time.Period;
import java.util.Locale;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import salesconveyor.billing.Invoicing;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.Contacting;

/** Every path of the satisfaction question: by mail, by a caller, too late, and what a low score leads to. */
class SatisfactionTest extends ServiceCase {
    @Autowired
    Answering answering;

    @Autowired
    Surveying surveying;

    @Autowired
    Complaints complaints;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Contacting contacting;

    @Test
    void theLetterGoesOutOnceAndCarriesTheLink() {
        String token = toSurvey();
        assertThat(jdbc.sql("select body from mail where mail_key = ?")
                        .param("survey-" + order)
                        .query(String.class)
                        .single())
                .contains("http://localhost:8080/public/satisfaction/" + token);
        surveying.send(order);
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
        unanswered();
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
        unanswered();
        complete("askSatisfaction", "outcome", outcome);
        assertThat(task("askSatisfaction")).isNull();
        assertThat(passed("measureSatisfaction")).isTrue();
        assertThat(suppressions.contains(company)).isEqualTo(outcome.equals("DO_NOT_CALL"));
    }

    @Test
    void anAnswerByMailTakesTheCallersTaskAway() {
        String token = toSurvey();
        unanswered();
        answering.answer(token, 8, null);
        assertThat(task("askSatisfaction")).isNull();
        assertThat(passed("satisfactionLevel")).isTrue();
    }

    @Test
    void whoForbidsContactIsNotCalledForAScore() {
        toSurvey();
        unanswered();
        suppressions.add(company, "no");
        tell("contactForbidden");
        assertThat(task("askSatisfaction")).isNull();
        assertThat(passed("measureSatisfaction")).isTrue();
    }

    @Test
    void nobodyCallsWeeksLater() {
        toSurvey();
        unanswered();
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
        unanswered();
        complete("askSatisfaction", "outcome", "NO_ANSWER");
        assertEnded("EndEvent_OrderServed", ServiceResult.SERVED);
        assertThat(answering.answer(token, 2, "It broke")).isEqualTo(THANKS);
        assertThat(surveys.ofOrder(order).orElseThrow().score()).isEqualTo(2);
        assertThat(task("recoverClient").getAssignee()).isEqualTo("manager");
        assertThat(complaints.isOpen(company)).isTrue();
        timer("BoundaryEvent_RecoveryLate");
        assertThat(mails("head@example.com", company(company))).isEqualTo(1);
        complete("recoverClient", "outcome", "RECOVERED", "recoveryNotes", "Sent a new one");
        assertThat(complaints.isOpen(company)).isFalse();
        assertThat(passed("EndEvent_RecoveryEnded")).isTrue();
    }

    @Test
    void whoDoesNotAnswerIsRemindedOnceAndThenCalled() {
        String token = toSurvey();
        timer("Event_NoAnswerInTime");
        assertThat(task("askSatisfaction")).as("a reminder comes first").isNull();
        assertThat(jdbc.sql("select body from mail where mail_key = ?")
                        .param("survey-reminder-" + order)
                        .query(String.class)
                        .single())
                .contains("/public/satisfaction/" + token)
                .contains("for 25 days");
        assertThat(surveying.remind(order)).as("done again").isEqualTo(Period.ZERO);
        timer("Event_NoAnswerInTime");
        assertThat(task("askSatisfaction")).isNotNull();
        assertThat(jdbc.sql("select count(*) from mail where recipient = ? and mail_key like 'survey-%'")
                        .param(order + "@example.com")
                        .query(Integer.class)
                        .single())
                .as("the letter and one reminder")
                .isEqualTo(2);
    }

    @Test
    void anAnswerThatComesWhileTheReminderIsWrittenStopsItAndTheWaiting() {
        String token = toSurvey();
        var waits = instances()
                .flatMap(
                        id -> management
                                .createJobQuery()
                                .timers()
                                .processInstanceId(id)
                                .activityId("Event_NoAnswerInTime")
                                .list()
                                .stream())
                .findFirst()
                .orElseThrow();
        ClockUtil.setCurrentTime(waits.getDuedate());
        management.executeJob(waits.getId());
        assertThat(answering.answer(token, 3, null)).isEqualTo(THANKS);
        runJobs();
        assertThat(mails(order + "@example.com", "still open")).isZero();
        timer("Event_NoAnswerInTime");
        assertThat(task("recoverClient")).isNotNull();
    }

    /** The reminder waits for its turn in the queue of jobs, and what comes in meanwhile counts. */
    @ParameterizedTest
    @ValueSource(strings = {"SUPPRESSED", "COMPLAINT", "OVERDUE", "ERASED"})
    void whatComesBetweenDecisionAndReminderStopsIt(String trouble) {
        toSurvey();
        assertThat(surveying.mayRemind(surveys.ofOrder(order).orElseThrow())).isTrue();
        switch (trouble) {
            case "SUPPRESSED" -> contacting.forbid(company, ContactScope.MAIL, "no mails", null);
            case "COMPLAINT" -> complaints.open("O-of-before-" + order, company);
            case "OVERDUE" -> {
                collecting();
                jdbc.sql("update invoice set due = date '2026-11-24' where order_number = ?")
                        .param(order)
                        .update();
                laterBy(Duration.ofDays(5));
            }
            default ->
                jdbc.sql("update sale set email = null where company_number = ?")
                        .param(company)
                        .update();
        }
        assertThat(surveying.remind(order)).isEqualTo(Period.ZERO);
        assertThat(mails(order + "@example.com", "still open")).isZero();
        assertThat(surveys.ofOrder(order).orElseThrow().reminded()).isNull();
    }

    /** What troubles the client after the letter: whether it is reminded and called then. */
    @ParameterizedTest
    @CsvSource({"COMPLAINT, 0", "OVERDUE, 0", "NO_CALLS, 1"})
    void whoIsInTroubleIsNeitherRemindedNorCalled(String trouble, int reminders) {
        toSurvey();
        switch (trouble) {
            case "COMPLAINT" -> complaints.open("O-of-before-" + order, company);
            case "OVERDUE" -> {
                collecting();
                jdbc.sql("update invoice set due = date '2026-11-24' where order_number = ?")
                        .param(order)
                        .update();
            }
            default -> contacting.forbid(company, ContactScope.PHONE, "no calls", null);
        }
        timer("Event_NoAnswerInTime");
        if (reminders > 0) {
            timer("Event_NoAnswerInTime");
        }
        assertThat(mails(order + "@example.com", "still open")).isEqualTo(reminders);
        assertThat(task("askSatisfaction")).isNull();
        assertThat(passed("EndEvent_NoScoreGiven")).isTrue();
    }

    /** The rule against asking too often: what happened before, and whether the next delivery is followed by a question. */
    @ParameterizedTest(name = "{0} {1} days before: asked {2}")
    @CsvSource({
        "ASKED_COMPANY, 59, false",
        "ASKED_COMPANY, 61, true",
        "ASKED_PERSON, 59, false",
        "ASKED_PERSON, 61, true",
        "ASKED_ANOTHER, 1, true",
        "COMPLAINT_OPEN, 90, false",
        "COMPLAINT_CLOSED, 90, true",
        "NOTHING, 0, true"
    })
    void aClientIsNotAskedTooOften(String before, int days, boolean asked) {
        String earlier = "O-earlier-" + order;
        String person = order + "@example.com";
        laterBy(Duration.ofDays(-days));
        switch (before) {
            case "ASKED_COMPANY" -> surveys.open(earlier, earlier, company, "somebody@example.com", null);
            case "ASKED_PERSON" -> surveys.open(earlier, earlier, "C-of-before", person.toLowerCase(Locale.ROOT), null);
            case "ASKED_ANOTHER" -> surveys.open(earlier, earlier, "C-of-before", "x" + person, null);
            case "COMPLAINT_OPEN" -> complaints.open(earlier, company);
            case "COMPLAINT_CLOSED" -> {
                complaints.open(earlier, company);
                complaints.close(earlier, "RECOVERED");
            }
            default -> assertThat(before).isEqualTo("NOTHING");
        }
        laterBy(Duration.ofDays(days));
        assertThat(surveying.open(order, opportunity, company, "manager")).isEqualTo(asked);
        assertThat(surveys.ofOrder(order).isPresent()).isEqualTo(asked);
    }

    @Test
    void aComplaintEndsWithTheCaseThatIsCancelled() {
        answering.answer(toSurvey(), 1, null);
        assertThat(complaints.isOpen(company)).isTrue();
        tidyCase();
        assertThat(complaints.of(company)).singleElement().satisfies(complaint -> {
            assertThat(complaint.isOpen()).isFalse();
            assertThat(complaint.outcome()).isNull();
        });
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

    /** Neither the letter nor the reminder is answered. */
    private void unanswered() {
        timer("Event_NoAnswerInTime");
        timer("Event_NoAnswerInTime");
    }

    private void tidyCase() {
        runtime.deleteProcessInstance(service.getId(), "test");
    }

    private String company(String number) {
        return companies.get(number).name();
    }
}
