package salesconveyor.mail;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.mail.Carrier.Carried;
import salesconveyor.mail.Carrier.How;
import salesconveyor.mail.MailFailed.Cause;

/** Notes that a letter did not arrive and tells who cares, both or neither. */
@Component
@Transactional
class Failures {
    private final WaitingMail waiting;
    private final ApplicationEventPublisher events;

    Failures(WaitingMail waiting, ApplicationEventPublisher events) {
        this.waiting = waiting;
        this.events = events;
    }

    /** The server did not take it. */
    void note(long id, Mail mail, Carried carried) {
        waiting.stop(id, carried.how().name(), carried.problem());
        if (carried.cause() != null) {
            tell(mail, carried.cause(), carried.problem());
        }
    }

    /**
     * A report says that a letter which was sent did not arrive.
     *
     * @return whether we know the letter
     */
    boolean bounced(String letter, Cause cause, String reason) {
        return waiting.sentAs(letter)
                .map(id -> {
                    waiting.stop(id, How.BOUNCED.name(), reason);
                    tell(waiting.read(id), cause, reason);
                    return true;
                })
                .orElseGet(() -> waiting.isBounced(letter));
    }

    private void tell(Mail mail, Cause cause, String reason) {
        events.publishEvent(new MailFailed(mail.key(), mail.to(), mail.subject(), cause, Anonymous.words(reason)));
    }
}
