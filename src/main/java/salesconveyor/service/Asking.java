package salesconveyor.service;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.Contacting;
import salesconveyor.companies.SuppressionList;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;

/** What follows when a question was asked: the answer, a reminder, a caller who asks, or nothing. */
@Component
@Transactional
class Asking {
    /** What follows when the table was read. */
    enum Next {
        SCORED,
        REMIND,
        ASK,
        NEVER
    }

    private final Surveys surveys;
    private final Surveying surveying;
    private final SuppressionList suppressions;
    private final Contacting contacting;
    private final ServedOrders orders;
    private final Clock clock;
    private final AskingSettings settings;

    Asking(
            Surveys surveys,
            Surveying surveying,
            SuppressionList suppressions,
            Contacting contacting,
            ServedOrders orders,
            Clock clock,
            AskingSettings settings) {
        this.surveys = surveys;
        this.surveying = surveying;
        this.suppressions = suppressions;
        this.contacting = contacting;
        this.orders = orders;
        this.clock = clock;
        this.settings = settings;
    }

    Next next(String order, String company) {
        var survey = surveys.ofOrder(order).orElseThrow();
        if (survey.score() != null) {
            return Next.SCORED;
        }
        if (survey.callOutcome() != null || !OffsetDateTime.now(clock).isBefore(askUntil(order))) {
            return Next.NEVER;
        }
        if (surveying.mayRemind(survey)) {
            return Next.REMIND;
        }
        return suppressions.forbids(company, ContactScope.PHONE) || surveying.isTroubled(company)
                ? Next.NEVER
                : Next.ASK;
    }

    @Nullable
    Integer score(String order) {
        return surveys.ofOrder(order).orElseThrow().score();
    }

    /** After this moment no caller asks any more. */
    OffsetDateTime askUntil(String order) {
        var survey = surveys.ofOrder(order).orElseThrow();
        OffsetDateTime asked = survey.reminded() == null ? survey.sent() : survey.reminded();
        return asked.plus(settings.patience()).plus(settings.callWithin());
    }

    /** What a caller heard. */
    void record(String order, String company, String opportunity, FormValues form, @Nullable String caller) {
        String outcome = form.required("outcome");
        Integer score = form.integer("givenScore");
        String comment = form.text("scoreComment");
        surveys.called(order, outcome);
        if (outcome.equals("ANSWERED")) {
            if (score == null) {
                throw new Refused("Please enter the score that the client gave, from 0 to 10.");
            }
            surveys.answer(order, score, comment, "PHONE");
        }
        if (outcome.equals("DO_NOT_CALL")) {
            contacting.forbid(company, ContactScope.COMPANY, comment, opportunity);
        }
        orders.note(order, "askSatisfaction", outcome, caller, comment);
    }
}
