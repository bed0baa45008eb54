package salesconveyor.acquisition;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Consents;
import salesconveyor.companies.Consents.Consent;
import salesconveyor.companies.Consents.Purpose;
import salesconveyor.companies.MailSuppressions;
import salesconveyor.mail.Mail;
import salesconveyor.mail.Outbox;
import salesconveyor.shared.PublicAddress;
import salesconveyor.shared.Texts;

/** Double opt-in: anybody can type in anybody's address, so a consent to news counts once its owner confirmed it. */
@Component
@Transactional
public class Confirming {
    private static final Duration PAUSE = Duration.ofDays(1);

    /** What the link of the mail is worth now. */
    public enum State {
        UNKNOWN,
        OPEN,
        EXPIRED,
        CONFIRMED
    }

    /** @param email whose it is; null when the link is unknown */
    public record Link(State state, @Nullable String email) {}

    private final NewsRequests requests;
    private final Consents consents;
    private final MailSuppressions suppressions;
    private final Outbox outbox;
    private final PublicAddress address;
    private final Texts texts;
    private final Clock clock;
    private final Duration valid;

    Confirming(
            NewsRequests requests,
            Consents consents,
            MailSuppressions suppressions,
            Outbox outbox,
            PublicAddress address,
            Texts texts,
            Clock clock,
            @Value("${conveyor.acquisition.confirm-within:P7D}") Duration valid) {
        this.requests = requests;
        this.consents = consents;
        this.suppressions = suppressions;
        this.outbox = outbox;
        this.address = address;
        this.texts = texts;
        this.clock = clock;
        this.valid = valid;
    }

    /** Mails the link, at most one a day to an address; who gets news already needs none. */
    void ask(InquiryCheck.Clean inquiry, String company, String source, Visit visit) {
        String email = inquiry.email();
        boolean getsNews = consents.has(email, Purpose.MARKETING) && !suppressions.contains(email);
        if (!getsNews && !requests.justAsked(email, PAUSE)) {
            var request =
                    requests.add(email, company, inquiry.person(), ConsentWords.NEWS, source, visit.address(), valid);
            outbox.post(letter(request, visit.language()));
        }
    }

    private Mail letter(NewsRequests.Request request, Locale language) {
        String until = request.expires()
                .atZoneSameInstant(clock.getZone())
                .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language));
        String text = texts.say(
                        language,
                        "Somebody, probably you, asked for news and offers by e-mail at {0}.",
                        address.link("/public/inquiry"))
                + "\n\n"
                + texts.say(language, "Please confirm it by this link, until {0}:", until) + "\n"
                + address.link("/public/news/" + request.token()) + "\n\n"
                + texts.say(language, "If it was not you, do nothing: you will get no news from us.");
        return Mail.of(
                        "news-" + request.id(),
                        request.email(),
                        texts.say(language, "Please confirm that you want our news"),
                        text)
                .withHeader("Auto-Submitted", "auto-generated");
    }

    /** Looking changes nothing: scanners of mail open every link. */
    public Link look(String token) {
        return requests.find(token)
                .map(request -> new Link(state(request), request.email()))
                .orElseGet(() -> new Link(State.UNKNOWN, null));
    }

    /** The owner of the address says yes. Who unsubscribed before, or whose address bounced, gets news again. */
    public Link confirm(String token, String from) {
        requests.find(token).filter(request -> requests.confirm(request.id())).ifPresent(request -> {
            consents.confirm(
                    new Consent(
                            request.email(),
                            Purpose.MARKETING,
                            request.textVersion(),
                            request.source(),
                            request.companyNumber(),
                            request.person()),
                    new Consents.Confirmation(request.requested(), request.requestedFrom(), from));
            suppressions.lift(request.email());
        });
        return look(token);
    }

    private State state(NewsRequests.Request request) {
        return request.confirmed() != null
                ? State.CONFIRMED
                : request.expires().isAfter(OffsetDateTime.now(clock)) ? State.OPEN : State.EXPIRED;
    }
}
