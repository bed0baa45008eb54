package salesconveyor.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;
import salesconveyor.mail.MailFailed.Cause;

/**
 * What a delivery status notification (RFC 3464) says about a letter of ours.
 *
 * @param letters the names that may be the letter's own, wherever a mail server keeps them
 * @param reason the words of the server that refused it
 */
record BounceReport(Set<String> letters, Cause cause, String reason) {
    private static final String NAME = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    /** In a return path, in a Message-ID, or alone. */
    private static final Pattern LETTER =
            Pattern.compile("\\+(" + NAME + ")@|<(" + NAME + ")\\.conveyor@|^\\s*(" + NAME + ")\\s*$");

    private static final List<String> OF_REPORT =
            List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "In-Reply-To", "References");
    private static final List<String> OF_LETTER = List.of(Letter.NAME, "Message-ID", "Return-Path");
    private static final int DEEPEST = 3;

    /** @return nothing when the message reports no failure: a letter of a person, a warning of a delay, a receipt */
    static Optional<BounceReport> read(Part message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/*")) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        collect(message, parts, 0);
        Set<String> letters = new LinkedHashSet<>();
        OF_REPORT.forEach(header -> name(values(message, header), letters));
        InternetHeaders failed = null;
        for (Part part : parts) {
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                failed = failed(new DeliveryStatus(part.getInputStream()));
            } else if (part.getContent() instanceof Part original) {
                OF_LETTER.forEach(header -> name(values(original, header), letters));
            } else {
                InternetHeaders original = new InternetHeaders(part.getInputStream());
                OF_LETTER.forEach(header -> name(original.getHeader(header), letters));
            }
        }
        return Optional.ofNullable(failed).map(recipient -> of(recipient, letters));
    }

    private static BounceReport of(InternetHeaders recipient, Set<String> letters) {
        String status = String.valueOf(recipient.getHeader("Status", null)).strip();
        String words = recipient.getHeader("Diagnostic-Code", null);
        String reason = words == null ? status : words.replaceAll("\\s+", " ").strip();
        // Some servers say 5.0.0 and the true code in their words.
        Cause cause = ReplyCode.ofStatus(status.endsWith(".0.0") ? reason + " " + status : status);
        return new BounceReport(letters, cause, reason);
    }

    /** The parts that a program reads: the status, and the letter or its headers. */
    private static void collect(Part part, List<Part> parts, int depth) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            if (depth < DEEPEST && part.getContent() instanceof Multipart all) {
                for (int i = 0; i < all.getCount(); i++) {
                    collect(all.getBodyPart(i), parts, depth + 1);
                }
            }
        } else if (part.isMimeType("message/*") || part.isMimeType("text/rfc822-headers")) {
            parts.add(part);
        }
    }

    private static @Nullable InternetHeaders failed(DeliveryStatus status) {
        for (int i = 0; i < status.getRecipientDSNCount(); i++) {
            InternetHeaders recipient = status.getRecipientDSN(i);
            if ("failed"
                    .equalsIgnoreCase(
                            String.valueOf(recipient.getHeader("Action", null)).strip())) {
                return recipient;
            }
        }
        return null;
    }

    private static String @Nullable [] values(Part message, String header) {
        try {
            return message.getHeader(header);
        } catch (MessagingException e) {
            return null;
        }
    }

    private static void name(String @Nullable [] values, Set<String> letters) {
        for (String value : values == null ? new String[0] : values) {
            LETTER.matcher(value).results().forEach(found -> {
                for (int group = 1; group <= found.groupCount(); group++) {
                    if (found.group(group) != null) {
                        letters.add(found.group(group));
                    }
                }
            });
        }
    }
}
