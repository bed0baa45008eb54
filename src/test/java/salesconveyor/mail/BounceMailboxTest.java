package salesconveyor.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import salesconveyor.ConveyorTest;

/** What the reports in the mailbox of bounces do to our letters, with a real IMAP and POP3 server. */
@ConveyorTest
class BounceMailboxTest {
    private static final String PASSWORD = "secret-of-the-mailbox";

    @Autowired
    Failures failures;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final String key = "proposal-test-" + UUID.randomUUID();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private GreenMail server;
    private GreenMailUser user;
    private String letter;

    @BeforeEach
    void aLetterWasSent() {
        server = new GreenMail(new ServerSetup[] {ServerSetup.IMAP.dynamicPort(), ServerSetup.POP3.dynamicPort()});
        server.start();
        user = server.setUser("bounces@seller.example", "bounces", PASSWORD);
        transaction.executeWithoutResult(t -> outbox.post(Mail.of(key, "reader@readers.example", "Offer", "Hello")));
        letter = jdbc.sql("select letter from mail where mail_key = ?")
                .param(key)
                .query(String.class)
                .single();
        jdbc.sql("update mail set state = 'SENT' where mail_key = ?").param(key).update();
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void stop() {
        logger().detachAppender(log);
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "unknown-user.eml, 5.1.1",
        "rewritten-id.eml, 5.1.10",
        "return-path-only.eml, Host or domain name not found",
        "full-mailbox.eml, mailbox full",
        "spam.eml, source of spam"
    })
    void aReportFindsItsLetter(String report, String problem) throws Exception {
        for (String protocol : new String[] {"imap", "pop3"}) {
            jdbc.sql("update mail set state = 'SENT', problem = null where mail_key = ?")
                    .param(key)
                    .update();
            server.purgeEmailFromAllMailboxes();
            deliver(report);
            mailbox(protocol, PASSWORD).round();
            assertThat(state()).as(protocol).isEqualTo("BOUNCED");
            assertThat(jdbc.sql("select problem from mail where mail_key = ?")
                            .param(key)
                            .query(String.class)
                            .single())
                    .contains(problem);
            assertThat(left()).as("unread in " + protocol).isZero();
            assertThat(server.getReceivedMessages()).hasSize(protocol.equals("imap") ? 1 : 0);
        }
    }

    @Test
    void aPersonHearsOnceOfAProposalThatDidNotArrive() throws Exception {
        deliver("unknown-user.eml");
        deliver("unknown-user.eml");
        mailbox("imap", PASSWORD).round();
        assertThat(left()).isZero();
        assertThat(jdbc.sql("select subject, body from mail where mail_key = ?")
                        .param("undelivered-" + key + "-head@example.com")
                        .query()
                        .singleRow())
                .satisfies(notice -> {
                    assertThat(notice.get("subject")).isEqualTo("Did not arrive: Offer");
                    assertThat(notice.get("body").toString()).contains("reader@readers.example", "User unknown");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice-", "dunning-", "due-"})
    void anAccountantHearsOfALetterAboutMoneyAndIsToldWhereTheAddressIsEntered(String kind) throws Exception {
        String money = kind + key;
        jdbc.sql("update mail set mail_key = ? where mail_key = ?")
                .params(money, key)
                .update();
        deliver("unknown-user.eml");
        mailbox("imap", PASSWORD).round();
        assertThat(jdbc.sql("select body from mail where mail_key = ?")
                        .param("undelivered-" + money + "-accountant@example.com")
                        .query(String.class)
                        .single())
                .contains("Prepare proposal", "Complete billing data")
                .doesNotContain("card of the company");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed.eml", "person.eml"})
    void whatReportsNoFailureStaysUnread(String mail) throws Exception {
        deliver(mail);
        mailbox("imap", PASSWORD).round();
        assertThat(state()).isEqualTo("SENT");
        assertThat(left()).isEqualTo(1);
        mailbox("pop3", PASSWORD).round();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aReportOfAForeignLetterStaysAndTheLogSaysNothingPersonal() throws Exception {
        letter = UUID.randomUUID().toString();
        deliver("unknown-user.eml");
        deliver("broken.eml");
        letter = null;
        deliver("spam.eml");
        mailbox("imap", PASSWORD).round();
        mailbox("pop3", PASSWORD).round();
        assertThat(state()).isEqualTo("SENT");
        assertThat(server.getReceivedMessages()).hasSize(3);
        assertThat(log.list).isNotEmpty().allSatisfy(line -> assertThat(line.getFormattedMessage())
                .doesNotContain("reader")
                .doesNotContain(PASSWORD));
        assertThat(log.list.get(0).getFormattedMessage()).contains("match no letter of ours");
    }

    @Test
    void aWrongPasswordOrADeadServerIsSaidWithoutSecrets() {
        mailbox("imap", "wrong-" + PASSWORD).round();
        var dead = mailbox("pop3", PASSWORD);
        server.stop();
        dead.round();
        assertThat(log.list).hasSize(2).allSatisfy(line -> {
            assertThat(line.getFormattedMessage())
                    .contains("cannot be read now")
                    .doesNotContain(PASSWORD);
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    @Test
    void withoutAHostNothingHappens() {
        new BounceMailbox(new BounceMailbox.Account("imaps", "", -1, "", "", "INBOX"), failures).round();
        assertThat(log.list).isEmpty();
    }

    private void deliver(String file) throws Exception {
        String text = Files.readString(Path.of("src/test/resources/bounces", file), UTF_8)
                .replace("{letter}", String.valueOf(letter))
                .replace("\n", "\r\n");
        user.deliver(
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(text.getBytes(UTF_8))));
    }

    private BounceMailbox mailbox(String protocol, String password) {
        int port = protocol.equals("imap")
                ? server.getImap().getPort()
                : server.getPop3().getPort();
        return new BounceMailbox(
                new BounceMailbox.Account(protocol, "127.0.0.1", port, "bounces", password, "INBOX"), failures);
    }

    private long left() throws FolderException {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> {
                    try {
                        return !message.isSet(Flags.Flag.SEEN);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .count();
    }

    private String state() {
        return jdbc.sql("select state from mail where mail_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private static ch.qos.logback.classic.Logger logger() {
        return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("salesconveyor");
    }
}
