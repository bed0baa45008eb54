package salesconveyor.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import salesconveyor.mail.MailFailed.Cause;

/** Takes a finished letter out of the house. */
interface Carrier {
    /** The session that letters for this carrier are written in. */
    Session session();

    /** @param name a file name for the letter, without extension */
    Carried carry(MimeMessage letter, String name) throws MessagingException, IOException;

    /** Removes what is kept here of a letter that was carried. A mail server keeps nothing here. */
    default void forget(String name) {}

    /**
     * How it went.
     *
     * @param cause of a letter that was refused
     */
    record Carried(How how, String problem, @Nullable Cause cause) {
        static final Carried SENT = new Carried(How.SENT, "");

        Carried(How how, String problem) {
            this(how, problem, how == How.REFUSED ? Cause.LETTER : null);
        }

        static Carried unknownAddress(String problem) {
            return new Carried(How.BOUNCED, problem, Cause.ADDRESS);
        }
    }

    enum How {
        SENT,
        LATER,
        /** The server refused this letter for good. */
        REFUSED,
        /** Nobody has this address. */
        BOUNCED,
        /** The letter may have arrived, so that sending it again could double it. */
        DOUBTFUL,
        /** It may not be sent any more. */
        WITHDRAWN
    }
}
