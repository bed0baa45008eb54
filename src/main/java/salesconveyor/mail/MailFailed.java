package salesconveyor.mail;

/**
 * A letter did not arrive, told in the transaction that notes it. Once for each letter.
 *
 * @param key the letter's key
 * @param reason the words of the mail server, without addresses
 */
public record MailFailed(String key, String to, String subject, Cause cause, String reason) {
    /** What was wrong, and so whether another letter would do better. */
    public enum Cause {
        /** Nobody has this address: no letter will arrive there. */
        ADDRESS,
        /** Something that may pass, such as a full mailbox; the server gave up on it. */
        MOMENT,
        /** This letter or its sender was refused; the address may be good. */
        LETTER
    }
}
