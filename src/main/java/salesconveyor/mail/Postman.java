package salesconveyor.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.mail.Carrier.Carried;
import salesconveyor.mail.Carrier.How;

/**
 * Empties the outbox. A letter is claimed, and the claim committed, before it is sent: two postmen never send the same
 * one, and one that a crash interrupts is left to a person instead of being sent twice.
 */
class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int ROUND = 100;
    private final WaitingMail waiting;
    private final Carrier carrier;
    private final Sender sender;
    private final List<LastLook> looks;
    private final Failures failures;
    private final Clock clock;

    Postman(WaitingMail waiting, Carrier carrier, Sender sender, List<LastLook> looks, Failures failures, Clock clock) {
        this.waiting = waiting;
        this.carrier = carrier;
        this.sender = sender;
        this.looks = looks;
        this.failures = failures;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void round() {
        int interrupted = waiting.giveUpInterrupted();
        if (interrupted > 0) {
            LOG.error(
                    "{} mails were interrupted while being sent and may have arrived: see state DOUBTFUL", interrupted);
        }
        for (long id : waiting.due(ROUND)) {
            if (deliver(id) == How.LATER) {
                return; // The server is down: the others would wait for its time-out in vain.
            }
        }
    }

    /** @return how it went; sent, too, if another postman has it */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public How deliver(long id) {
        if (!waiting.claim(id)) {
            return How.SENT;
        }
        Mail mail = waiting.read(id);
        Carried carried = looks.stream().allMatch(look -> look.maySend(mail))
                ? carry(id, mail)
                : new Carried(How.WITHDRAWN, "Not allowed any more");
        String about = id + " " + Anonymous.words(mail.key());
        String problem = Anonymous.words(carried.problem());
        switch (carried.how()) {
            case SENT -> {
                waiting.sent(id);
                LOG.info("Mail {} sent", about);
            }
            case LATER -> {
                waiting.later(id, carried.problem());
                LOG.warn("Mail {} has to wait: {}", about, problem);
            }
            case WITHDRAWN -> {
                waiting.stop(id, carried.how().name(), carried.problem());
                LOG.info("Mail {} is not sent: the recipient may not get it any more", about);
            }
            default -> {
                failures.note(id, mail, carried);
                LOG.error("Mail {} is {}: {}", about, carried.how(), problem);
            }
        }
        return carried.how();
    }

    private Carried carry(long id, Mail mail) {
        Letter letter;
        try {
            letter = Letter.write(mail, waiting.letter(id), sender, carrier.session(), clock.instant());
        } catch (AddressException e) {
            return new Carried(How.REFUSED, e.toString());
        } catch (MessagingException | RuntimeException e) {
            return new Carried(How.REFUSED, "Cannot be written: " + e);
        }
        try {
            return carrier.carry(letter, fileName(id, mail.key()));
        } catch (MessagingException | IOException e) {
            return new Carried(How.LATER, e.toString());
        } catch (RuntimeException e) {
            return new Carried(How.DOUBTFUL, e.toString());
        }
    }

    static String fileName(long id, String key) {
        return "%06d-%s".formatted(id, key.replaceAll("[^A-Za-z0-9._-]+", "_"));
    }
}
