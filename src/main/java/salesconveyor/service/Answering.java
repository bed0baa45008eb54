package salesconveyor.service;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the answer of a client's page. The table always keeps it; then whoever waits is woken. When nobody waits any
 * more, an unhappy answer starts the recovery of the client: it still counts.
 */
@Component
public class Answering {
    /** What the page says. */
    public enum Page {
        QUESTION,
        THANKS,
        ANSWERED_BEFORE,
        EXPIRED,
        UNKNOWN
    }

    private static final String LOW = "DETRACTOR";

    private final Surveys surveys;
    private final ServiceMessages messages;
    private final AskingSettings settings;
    private final Clock clock;

    Answering(Surveys surveys, ServiceMessages messages, AskingSettings settings, Clock clock) {
        this.surveys = surveys;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the link shows; looking at it answers nothing. */
    public Page look(String token) {
        var survey = surveys.byToken(token).orElse(null);
        if (survey == null) {
            return Page.UNKNOWN;
        }
        if (survey.answered() != null) {
            return Page.ANSWERED_BEFORE;
        }
        boolean expired = OffsetDateTime.now(clock).isAfter(survey.sent().plusDays(settings.validDays()));
        return expired ? Page.EXPIRED : Page.QUESTION;
    }

    public Page answer(String token, int score, @Nullable String comment) {
        Page page = look(token);
        if (page != Page.QUESTION) {
            return page;
        }
        var survey = surveys.byToken(token).orElseThrow();
        // Committed before anybody is woken: what goes wrong in the case must not cost the answer.
        if (!surveys.answer(survey.orderNumber(), score, comment, "MAIL")) {
            return Page.ANSWERED_BEFORE;
        }
        boolean waited = messages.satisfactionAnswered(survey.opportunityNumber());
        if (!waited && LOW.equals(messages.level(score))) {
            messages.scoreCameLate(survey);
        }
        return Page.THANKS;
    }
}
