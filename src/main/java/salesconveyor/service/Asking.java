package salesconveyor.service;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.BillingData;
import salesconveyor.companies.Companies;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.Contacting;
import salesconveyor.companies.SuppressionList;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;
import salesconveyor.mail.Mail;
import salesconveyor.mail.Outbox;
import salesconveyor.payments.Receivables;
import salesconveyor.shared.Texts;

/** Asks a client how satisfied they are: by mail, and when nobody answers, by a caller. */
@Component
@Transactional
class Asking {
    /** What follows when the table was read. */
    enum Next {
        SCORED,
        ASK,
        NEVER
    }

    private final Surveys surveys;
    private final SuppressionList suppressions;
    private final Contacting contacting;
    private final Receivables receivables;
    private final BillingData data;
    private final Companies companies;
    private final ServedOrders orders;
    private final Outbox outbox;
    private final Texts texts;
    private final Clock clock;
    private final AskingSettings settings;

    Asking(
            Surveys surveys,
            SuppressionList suppressions,
            Contacting contacting,
            Receivables receivables,
            BillingData data,
            Companies companies,
            ServedOrders orders,
            Outbox outbox,
            Texts texts,
            Clock clock,
            AskingSettings settings) {
        this.surveys = surveys;
        this.suppressions = suppressions;
        this.contacting = contacting;
        this.receivables = receivables;
        this.data = data;
        this.companies = companies;
        this.orders = orders;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
        this.settings = settings;
    }

    boolean mayAsk(String order, String company) {
        return hasWay(order, company)
                && !surveys.askedSince(company, now().minus(settings.pause()))
                && !receivables.hasOverdue(company);
    }

    /** By mail; whom no letter reaches by mail, by a caller. */
    private boolean hasWay(String order, String company) {
        return data.recipient(order).isPresent()
                ? !suppressions.forbids(company, ContactScope.MAIL)
                : companies.get(company).callNumber() != null && !suppressions.forbids(company, ContactScope.PHONE);
    }

    /** Doing it again changes nothing: one question for each order, one letter for each question. */
    void send(String order, String opportunity, String company) {
        var survey = surveys.open(order, opportunity, company);
        data.recipient(order).ifPresent(address -> outbox.post(letter(order, address, survey.token())));
    }

    private Mail letter(String order, String address, String token) {
        String text = texts.say("Thank you for your order {0}. May we ask you one question?", order)
                + "\n\n"
                + texts.say("How likely is it that you recommend us? Please choose a number from 0 to 10 here:")
                + "\n\n"
                + settings.link(token)
                + "\n\n"
                + texts.say("The link works once, for {0} days.", settings.validDays());
        return Mail.of("survey-" + order, address, texts.say("Are you satisfied with us?"), text);
    }

    Next next(String order, String company) {
        var survey = surveys.ofOrder(order).orElseThrow();
        if (survey.score() != null) {
            return Next.SCORED;
        }
        boolean never = suppressions.forbids(company, ContactScope.PHONE)
                || survey.callOutcome() != null
                || !now().isBefore(askUntil(order));
        return never ? Next.NEVER : Next.ASK;
    }

    @Nullable
    Integer score(String order) {
        return surveys.ofOrder(order).orElseThrow().score();
    }

    /** After this moment no caller asks any more. */
    OffsetDateTime askUntil(String order) {
        return surveys.ofOrder(order)
                .orElseThrow()
                .sent()
                .plus(settings.patience())
                .plus(settings.callWithin());
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

    /** How long a letter waits for its answer; without a letter a caller asks at once. */
    Period patience(String order) {
        return data.recipient(order).isPresent() ? settings.patience() : Period.ZERO;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
