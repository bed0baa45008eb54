package salesconveyor.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import salesconveyor.mail.MailFailed.Cause;

/** Sends by SMTP, as set by {@code spring.mail.*}. */
class SmtpCarrier implements Carrier {
    private final JavaMailSenderImpl server;

    SmtpCarrier(JavaMailSenderImpl server) {
        this.server = server;
    }

    @Override
    public Session session() {
        return server.getSession();
    }

    @Override
    public Carried carry(MimeMessage letter, String name) throws MessagingException {
        String protocol = server.getProtocol() == null ? "smtp" : server.getProtocol();
        Transport transport = session().getTransport(protocol);
        try {
            transport.connect(server.getHost(), server.getPort(), blankToNull(server.getUsername()), password());
        } catch (MessagingException e) {
            return new Carried(How.LATER, e.toString());
        }
        try {
            transport.sendMessage(letter, letter.getAllRecipients());
        } catch (MessagingException e) {
            return judge(e);
        }
        // The server has taken the letter; a failing goodbye does not matter.
        try {
            transport.close();
        } catch (MessagingException ignored) {
            return Carried.SENT;
        }
        return Carried.SENT;
    }

    /** Only a server that answered "no" has surely not taken the letter. */
    private static Carried judge(MessagingException failure) {
        int code = 0;
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            code = Math.max(code, code(e));
            if (e instanceof SMTPAddressFailedException address && address.getReturnCode() >= 500) {
                Cause cause = ReplyCode.ofRecipient(address.getReturnCode(), String.valueOf(address.getMessage()));
                return cause == Cause.ADDRESS
                        ? Carried.unknownAddress(address.toString())
                        : new Carried(How.REFUSED, address.toString(), cause);
            }
        }
        How how = code >= 500 ? How.REFUSED : code >= 400 ? How.LATER : How.DOUBTFUL;
        return new Carried(how, failure.toString());
    }

    private static int code(Exception e) {
        return e instanceof SMTPSendFailedException send
                ? send.getReturnCode()
                : e instanceof SMTPAddressFailedException address
                        ? address.getReturnCode()
                        : e instanceof SMTPSenderFailedException sender ? sender.getReturnCode() : 0;
    }

    private @Nullable String password() {
        return blankToNull(server.getUsername()) == null ? null : server.getPassword();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
