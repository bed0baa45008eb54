package salesconveyor.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One letter to one address. The key says what the letter is about, like {@code invoice-R-2026-000001}: a letter with
 * the same key is mailed once, however often it is posted. Line breaks in whatever becomes a header turn into spaces.
 */
public record Mail(
        String key, String to, String subject, String text, Map<String, String> headers, List<Attachment> attachments) {

    /** A file that goes along. */
    public record Attachment(String name, String contentType, byte[] content) {
        public Attachment {
            name = oneLine(name);
            contentType = oneLine(contentType);
        }
    }

    public Mail {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("A mail needs a key of at most 200 characters: " + key);
        }
        to = oneLine(to);
        subject = oneLine(subject);
        Map<String, String> clean = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            if (!name.matches("[A-Za-z0-9-]+")) {
                throw new IllegalArgumentException("Not the name of a header: " + name);
            }
            clean.put(name, oneLine(value));
        });
        headers = clean;
        attachments = List.copyOf(attachments);
    }

    public static Mail of(String key, String to, String subject, String text) {
        return new Mail(key, to, subject, text, Map.of(), List.of());
    }

    public Mail with(Attachment attachment) {
        List<Attachment> all = new ArrayList<>(attachments);
        all.add(attachment);
        return new Mail(key, to, subject, text, headers, all);
    }

    /** For example {@code Auto-Submitted} or {@code List-Unsubscribe}. */
    public Mail withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Mail(key, to, subject, text, all, attachments);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }
}
