package salesconveyor.work;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import salesconveyor.engine.TaskWatch;
import salesconveyor.shared.Texts;
import salesconveyor.work.Substitutions.Substitution;

/** A promised call is due: whoever promised it, or stands in, hears of it at once. */
@Component
class PromiseNotice implements TaskWatch {
    private final Notices notices;
    private final Substitutions substitutions;
    private final Texts texts;
    private final Clock clock;
    private final boolean atOnce;

    PromiseNotice(
            Notices notices,
            Substitutions substitutions,
            Texts texts,
            Clock clock,
            @Value("${conveyor.notices.at-once:true}") boolean atOnce) {
        this.notices = notices;
        this.substitutions = substitutions;
        this.texts = texts;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    @Override
    public void changed(Change change) {
        Promise promise = change.promise();
        if (atOnce && promise != null) {
            tell(change, promise);
        }
    }

    private void tell(Change change, Promise promise) {
        String caller = substitutions
                .of(promise.by(), OffsetDateTime.now(clock))
                .map(Substitution::substitute)
                .orElse(promise.by());
        String task = notices.task(change.process(), change.station());
        String company = notices.company(change.companyNumber());
        String subject = texts.say("A promised call is due: {0}", company);
        String text = texts.say(
                "{0} waits for the call that {1} promised. It is in Tasklist as \"{2}\"; until {3} nobody else can take it.",
                company, promise.by(), task, told(promise));
        notices.addresses(caller, change.role())
                .forEach(address -> notices.post("promised-" + change.task(), address, subject, text));
    }

    private String told(Promise promise) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(promise.until().atZone(clock.getZone()));
    }
}
