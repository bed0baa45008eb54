package salesconveyor.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** Takes a finished letter out of the house. */
interface Carrier {
    /** The session that letters for this carrier are written in. */
    Session session();

    /** @param name a file name for the letter, without extension */
    Carried carry(MimeMessage letter, String name) throws MessagingException, IOException;

    /** How it went. {@code DOUBTFUL}: the letter may have arrived, so that sending it again could double it. */
    record Carried(How how, String problem) {
        static final Carried SENT = new Carried(How.SENT, "");
    }

    enum How {
        SENT,
        LATER,
        REFUSED,
        DOUBTFUL
    }
}
