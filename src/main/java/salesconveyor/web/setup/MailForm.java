package salesconveyor.web.setup;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import salesconveyor.engine.Refused;
import salesconveyor.mail.Mail;
import salesconveyor.mail.Outbox;
import salesconveyor.shared.Texts;

/** A test mail, by the same way as every other mail. */
@Controller
class MailForm {
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Texts texts;

    MailForm(Outbox outbox, TransactionTemplate transaction, Clock clock, Texts texts) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
        this.texts = texts;
    }

    @PostMapping("/pages/setup/mail")
    String mail(@RequestParam String to, Locale locale, RedirectAttributes flash) {
        var answer = new Answer("mail", locale, texts, flash);
        if (!to.strip().matches("[^@\\s,;]+@[^@\\s,;]+")) {
            return answer.refused(new Refused("{0} is not a mail address.", to));
        }
        Mail mail = Mail.of(
                "test-" + Instant.now(clock).toEpochMilli(),
                to,
                texts.say(locale, "Test mail of the sales conveyor"),
                texts.say(locale, "This mail came through: the conveyor can write to your clients."));
        transaction.executeWithoutResult(status -> outbox.post(mail));
        return answer.done(
                texts.say(locale, "The mail to {0} is on its way. Reload this page to see how it went.", to));
    }
}
