package salesconveyor.mail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import salesconveyor.mail.MailFailed.Cause;

/** Reads the status of a failed letter (RFC 3463): 5.x.x speaks of something lasting, 4.x.x of something that may pass. */
final class ReplyCode {
    private static final Pattern ENHANCED = Pattern.compile("\\b([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");
    private static final Pattern ABOUT_US = Pattern.compile("relay|authenticat|spam|block|blacklist|policy|reputation");

    private ReplyCode() {}

    /** @param status such as {@code 5.1.1}; a text without one counts as temporary */
    static Cause ofStatus(String status) {
        Matcher code = ENHANCED.matcher(status);
        return code.find() ? cause(code) : Cause.MOMENT;
    }

    /** @param answer the server's words to {@code RCPT TO}, refused for good */
    static Cause ofRecipient(int code, String answer) {
        Matcher enhanced = ENHANCED.matcher(answer);
        if (enhanced.find() && enhanced.group(1).equals("5")) {
            return cause(enhanced);
        }
        boolean aboutUs = code == 530
                || code == 535
                || code == 554
                || ABOUT_US.matcher(answer.toLowerCase(Locale.ROOT)).find();
        return aboutUs ? Cause.LETTER : Cause.ADDRESS;
    }

    /** A full mailbox is emptied some day, and 5.7 refuses the sender: neither says that the address is bad. 5.1, 5.2 and 5.4 do. */
    private static Cause cause(Matcher code) {
        if (!code.group(1).equals("5")
                || code.group(2).equals("2") && code.group(3).equals("2")) {
            return Cause.MOMENT;
        }
        return switch (code.group(2)) {
            case "3", "5", "6", "7" -> Cause.LETTER;
            default -> Cause.ADDRESS;
        };
    }
}
