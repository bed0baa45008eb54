package salesconveyor.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Reads the reports of mail servers about letters that did not arrive. A report that was understood is marked as read
 * (IMAP) or removed (POP3, which knows no marks); everything else stays in the mailbox for people.
 */
class BounceMailbox {
    private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
    private static final int ROUND = 200;
    private static final int LARGEST = 10 * 1024 * 1024;
    private final Account account;
    private final Failures failures;
    private int unknownBefore;

    /** @param protocol imap, imaps, pop3 or pop3s; a host that is empty switches the reading off */
    record Account(String protocol, String host, int port, String user, String password, String folder) {
        @Override
        public String toString() {
            return protocol + "://" + host;
        }
    }

    BounceMailbox(Account account, Failures failures) {
        this.account = account;
        this.failures = failures;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "${conveyor.bounces.every:PT5M}")
    public void round() {
        if (account.host().isBlank()) {
            return;
        }
        try (Store store = session().getStore(account.protocol())) {
            store.connect(account.host(), account.port(), account.user(), account.password());
            read(store);
        } catch (MessagingException e) {
            // The server's answer may quote what it was told; the kind of failure says enough.
            LOG.warn("The mailbox of bounces at {} cannot be read now: {}", account, Anonymous.words(e.toString()));
        }
    }

    private void read(Store store) throws MessagingException {
        boolean marks = account.protocol().startsWith("imap");
        Folder folder = store.getFolder(account.folder());
        folder.open(Folder.READ_WRITE);
        try {
            Message[] all =
                    marks ? folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)) : folder.getMessages();
            int unknown = 0;
            // The newest: what is not ours may lie there for years.
            for (Message message : List.of(all).subList(Math.max(0, all.length - ROUND), all.length)) {
                switch (take(message)) {
                    case TAKEN -> message.setFlag(marks ? Flags.Flag.SEEN : Flags.Flag.DELETED, true);
                    case UNKNOWN -> {
                        unknown++;
                        message.setFlag(Flags.Flag.SEEN, true); // else it would be read again in each round
                    }
                    case OTHER -> {}
                }
            }
            if (unknown > 0 && unknown != unknownBefore) {
                LOG.info("{} reports of bounces in {} match no letter of ours; they stay there", unknown, account);
            }
            unknownBefore = unknown;
        } finally {
            folder.close(!marks);
        }
    }

    private enum Taken {
        TAKEN,
        UNKNOWN,
        OTHER
    }

    private Taken take(Message message) throws MessagingException {
        try {
            if (message.getSize() > LARGEST || !message.isMimeType("multipart/*")) {
                return Taken.OTHER;
            }
            var report = BounceReport.read(message);
            if (report.isEmpty()) {
                return Taken.OTHER;
            }
            return report.get().letters().stream().anyMatch(letter -> bounced(letter, report.get()))
                    ? Taken.TAKEN
                    : Taken.UNKNOWN;
        } catch (IOException | MessagingException e) {
            LOG.info(
                    "A message in {} cannot be read as a report: {}",
                    account,
                    e.getClass().getSimpleName());
            return Taken.UNKNOWN;
        }
    }

    private boolean bounced(String letter, BounceReport report) {
        return failures.bounced(letter, report.cause(), report.reason());
    }

    private Session session() {
        Properties settings = new Properties();
        String mail = "mail." + account.protocol() + ".";
        // Without them a server that hangs would hang the round for ever.
        settings.put(mail + "connectiontimeout", "10000");
        settings.put(mail + "timeout", "20000");
        settings.put(mail + "writetimeout", "20000");
        settings.put(mail + "peek", "true");
        settings.put(mail + "starttls.enable", "true");
        return Session.getInstance(settings);
    }
}
