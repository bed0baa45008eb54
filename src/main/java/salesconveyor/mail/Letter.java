package salesconveyor.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.IDN;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/** A {@link Mail} as it travels. Its Message-ID stays the same in each try, so that a double is known as one. */
class Letter extends SMTPMessage {
    /** Some relays write a Message-ID of their own; a report of failure returns this header with the others. */
    static final String NAME = "X-Conveyor-Letter";

    private final String id;

    private Letter(Session session, String id) {
        super(session);
        this.id = id;
    }

    /** @param name the letter's own name, of the table mail */
    static Letter write(Mail mail, String name, Sender sender, Session session, Instant date)
            throws MessagingException {
        Letter letter = new Letter(session, "<" + name + ".conveyor@" + sender.domain() + ">");
        boolean multipart = !mail.attachments().isEmpty();
        MimeMessageHelper parts = new MimeMessageHelper(letter, multipart, UTF_8.name());
        parts.setFrom(sender.from());
        parts.setTo(address(mail.to()));
        parts.setSubject(mail.subject());
        parts.setSentDate(Date.from(date));
        var invitation = mail.attachments().stream()
                .filter(file -> file.contentType().startsWith("text/calendar"))
                .findFirst();
        if (invitation.isPresent()) {
            parts.getMimeMultipart().addBodyPart(body(mail.text(), invitation.get()));
        } else {
            parts.setText(mail.text());
        }
        for (Mail.Attachment file : mail.attachments()) {
            parts.addAttachment(file.name(), new ByteArrayResource(file.content()), file.contentType());
        }
        for (Map.Entry<String, String> header : mail.headers().entrySet()) {
            letter.setHeader(header.getKey(), header.getValue());
        }
        letter.setHeader(NAME, name);
        letter.setEnvelopeFrom(sender.returnPath(name));
        letter.saveChanges();
        return letter;
    }

    /** A calendar file that is only attached is no invitation to most mail programs: it stands beside the text (RFC 6047). */
    private static MimeBodyPart body(String text, Mail.Attachment invitation) throws MessagingException {
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text, UTF_8.name());
        MimeBodyPart calendar = new MimeBodyPart();
        calendar.setDataHandler(
                new DataHandler(new ByteArrayDataSource(invitation.content(), invitation.contentType())));
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(new MimeMultipart("alternative", words, calendar));
        return both;
    }

    /** Exactly one address, its domain in any script. */
    static InternetAddress address(String text) throws AddressException {
        int at = text.lastIndexOf('@');
        int end = text.endsWith(">") ? text.length() - 1 : text.length();
        if (at < 0) {
            throw new AddressException("Not an address", text);
        }
        try {
            String domain = IDN.toASCII(text.substring(at + 1, end));
            InternetAddress address =
                    new InternetAddress(text.substring(0, at + 1) + domain + text.substring(end), true);
            if (address.getPersonal() != null) {
                address.setPersonal(address.getPersonal(), UTF_8.name());
            }
            return address;
        } catch (IllegalArgumentException | java.io.UnsupportedEncodingException e) {
            throw new AddressException(e.getMessage(), text);
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
