package salesconveyor.service;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.BillingData;
import salesconveyor.companies.Companies;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.EmailAddress;
import salesconveyor.companies.SuppressionList;
import salesconveyor.mail.Mail;
import salesconveyor.mail.Outbox;
import salesconveyor.payments.Receivables;
import salesconveyor.shared.Texts;

/** Decides whether a client is asked at all, and writes the letter and its reminder. */
@Component
@Transactional
class Surveying {
    private final Surveys surveys;
    private final SuppressionList suppressions;
    private final Receivables receivables;
    private final Complaints complaints;
    private final BillingData data;
    private final Companies companies;
    private final Outbox outbox;
    private final Texts texts;
    private final Clock clock;
    private final AskingSettings settings;

    Surveying(
            Surveys surveys,
            SuppressionList suppressions,
            Receivables receivables,
            Complaints complaints,
            BillingData data,
            Companies companies,
            Outbox outbox,
            Texts texts,
            Clock clock,
            AskingSettings settings) {
        this.surveys = surveys;
        this.suppressions = suppressions;
        this.receivables = receivables;
        this.complaints = complaints;
        this.data = data;
        this.companies = companies;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Whether the client may be asked about this order. If so it is written down at once, so that an order that is
     * delivered at the same moment asks nobody.
     */
    boolean open(String order, String opportunity, String company, @Nullable String manager) {
        companies.lock(company);
        if (surveys.ofOrder(order).isPresent()) {
            return true;
        }
        String email = data.recipient(order).map(Surveying::oneSpelling).orElse(null);
        boolean may = hasWay(order, company)
                && !surveys.askedSince(company, email, OffsetDateTime.now(clock).minus(settings.pause()))
                && !isTroubled(company);
        if (may) {
            surveys.open(order, opportunity, company, email, manager);
        }
        return may;
    }

    /** Who waits for an answer from us, or whom we wait for with money, is not asked for praise. */
    boolean isTroubled(String company) {
        return complaints.isOpen(company) || receivables.hasOverdue(company);
    }

    /** By mail; whom no letter reaches by mail, by a caller. */
    private boolean hasWay(String order, String company) {
        return data.recipient(order).isPresent()
                ? !suppressions.forbids(company, ContactScope.MAIL)
                : companies.get(company).callNumber() != null && !suppressions.forbids(company, ContactScope.PHONE);
    }

    /** Doing it again changes nothing: one letter for each question. */
    void send(String order) {
        var survey = surveys.ofOrder(order).orElseThrow();
        data.recipient(order)
                .ifPresent(address -> outbox.post(Mail.of(
                        "survey-" + order,
                        address,
                        texts.say("Are you satisfied with us?"),
                        texts.say("Thank you for your order {0}. May we ask you one question?", order)
                                + link(survey))));
    }

    /** Whether the letter was not answered and can be sent once more. */
    boolean mayRemind(Surveys.Survey survey) {
        return survey.reminded() == null
                && data.recipient(survey.orderNumber()).isPresent()
                && !suppressions.forbids(survey.companyNumber(), ContactScope.MAIL)
                && !isTroubled(survey.companyNumber());
    }

    /**
     * Reminds the client, once, and not when anything has come in between that forbids it.
     *
     * @return how long to wait for the answer; not at all when it came meanwhile, or there is no letter to answer
     */
    Period remind(String order) {
        var survey = surveys.ofOrder(order).orElseThrow();
        companies.lock(survey.companyNumber());
        if (!mayRemind(survey) || !surveys.remind(order)) {
            return Period.ZERO;
        }
        data.recipient(order)
                .ifPresent(address -> outbox.post(Mail.of(
                        "survey-reminder-" + order,
                        address,
                        texts.say("One question is still open: are you satisfied with us?"),
                        texts.say(
                                        "A few days ago we asked you one question on your order {0}. We ask once more and not again by mail.",
                                        order)
                                + link(survey))));
        return settings.patience();
    }

    private String link(Surveys.Survey survey) {
        long passed = ChronoUnit.DAYS.between(survey.sent(), OffsetDateTime.now(clock));
        return "\n\n"
                + texts.say("How likely is it that you recommend us? Please choose a number from 0 to 10 here:")
                + "\n\n"
                + settings.link(survey.token())
                + "\n\n"
                + texts.say("The link works once, for {0} days.", settings.validDays() - passed);
    }

    /** How long a letter waits for its answer; without a letter a caller asks at once. */
    Period patience(String order) {
        return data.recipient(order).isPresent() ? settings.patience() : Period.ZERO;
    }

    private static String oneSpelling(String address) {
        return EmailAddress.normal(address).orElse(address);
    }
}
