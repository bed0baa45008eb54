package salesconveyor.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import salesconveyor.ConveyorTest;
import salesconveyor.mail.Carrier.How;

@ConveyorTest
class OutboxTest {
    @Autowired
    Outbox outbox;

    @Autowired
    WaitingMail waiting;

    @Autowired
    Failures failures;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    final String key = "test-" + UUID.randomUUID();

    @AfterEach
    void setTheClockBack() {
        ClockUtil.reset();
    }

    @Test
    void aLetterIsSentOnceBySmtp() throws Exception {
        var greenMail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        greenMail.start();
        try {
            long id = post(Mail.of(key, "buyer@acme.example", "Счёт № 1", "Здравствуйте!")
                    .with(new Mail.Attachment("Счёт.pdf", "application/pdf", "a file".getBytes(UTF_8)))
                    .withHeader("Auto-Submitted", "auto-generated"));
            var postman = postman(smtp(greenMail.getSmtp().getPort()));
            assertThat(postman.deliver(id)).isEqualTo(How.SENT);
            postman.deliver(id);

            MimeMessage[] received = greenMail.getReceivedMessages();
            assertThat(received).hasSize(1);
            assertThat(received[0].getSubject()).isEqualTo("Счёт № 1");
            assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(received[0].getMessageID()).isEqualTo("<" + letter() + ".conveyor@seller.example>");
            assertThat(received[0].getHeader("Return-Path", null))
                    .isEqualTo("<bounces+" + letter() + "@seller.example>");
            var parts = (Multipart) received[0].getContent();
            assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo("a file".getBytes(UTF_8));
            assertThat(state()).isEqualTo("SENT");
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void aServerThatIsDownDelaysTheLetterLongerAndLonger() throws Exception {
        int port = freePort();
        var postman = postman(smtp(port));
        long id = post(Mail.of(key, "buyer@acme.example", "Later", "Hello"));

        assertThat(postman.deliver(id)).isEqualTo(How.LATER);
        assertThat(pause()).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(60));
        later(Duration.ofMinutes(2));
        assertThat(postman.deliver(id)).isEqualTo(How.LATER);
        assertThat(pause()).isBetween(Duration.ofSeconds(115), Duration.ofSeconds(120));
        assertThat(state()).isEqualTo("WAITING");

        var greenMail = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        try {
            postman.deliver(id);
            assertThat(greenMail.getReceivedMessages()).as("before its time").isEmpty();
            later(Duration.ofMinutes(3));
            postman.deliver(id);
            assertThat(greenMail.getReceivedMessages()).hasSize(1);
            assertThat(state()).isEqualTo("SENT");
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void aServerThatHangsUpInTheMiddleLeavesADoubtThatIsNotSentAgain() throws Exception {
        try (var rude = new RudeServer("354 go on", null)) {
            long id = post(Mail.of(key, "buyer@acme.example", "Doubt", "Hello"));
            var postman = postman(smtp(rude.port()));
            assertThat(postman.deliver(id)).isEqualTo(How.DOUBTFUL);
            assertThat(state()).isEqualTo("DOUBTFUL");
            later(Duration.ofDays(1));
            postman.deliver(id);
            assertThat(rude.letters()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatIsBusyGetsTheLetterLaterAndOneThatRefusesItDoesNot() throws Exception {
        try (var busy = new RudeServer("354 go on", "451 try again later");
                var strict = new RudeServer("554 no", null)) {
            long id = post(Mail.of(key, "buyer@acme.example", "Busy", "Hello"));
            assertThat(postman(smtp(busy.port())).deliver(id)).isEqualTo(How.LATER);
            later(Duration.ofMinutes(2));
            assertThat(postman(smtp(strict.port())).deliver(id)).isEqualTo(How.REFUSED);
            assertThat(state()).isEqualTo("REFUSED");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 <buyer@acme.example>: unknown user | BOUNCED",
                "550 no such mailbox here | BOUNCED",
                "554 5.7.1 relay access denied | REFUSED",
                "550 relaying is not permitted | REFUSED",
                "452 4.2.2 mailbox full | LATER",
                "450 4.7.1 greylisted, come again | LATER"
            })
    void aServerThatDoesNotTakeTheRecipientSaysWhatIsWrong(String answer, How how) throws Exception {
        try (var server = new RudeServer(answer, "354 go on", "250 ok")) {
            long id = post(Mail.of(key, "buyer@acme.example", "Offer", "Hello"));
            assertThat(postman(smtp(server.port())).deliver(id)).isEqualTo(how);
            assertThat(server.letters()).isZero();
            assertThat(state()).isEqualTo(how == How.LATER ? "WAITING" : how.name());
        }
    }

    @Test
    void aLetterThatIsForbiddenInTheLastMomentStays() throws Exception {
        long id = post(Mail.of(key, "buyer@acme.example", "News", "Hello"));
        try (var server = new RudeServer("354 go on", "250 ok")) {
            var postman = postman(
                    smtp(server.port()), mail -> true, mail -> !mail.key().equals(key));
            assertThat(postman.deliver(id)).isEqualTo(How.WITHDRAWN);
            assertThat(server.letters()).isZero();
        }
        assertThat(state()).isEqualTo("WITHDRAWN");
    }

    @Test
    void theLogNamesNoAddress() throws Exception {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var logger = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("salesconveyor");
        logger.addAppender(log);
        try (var server = new RudeServer("550 5.1.1 <buyer@acme.example>: unknown user", "354 go on", "250 ok")) {
            long id = post(Mail.of(key + "-buyer@acme.example", "buyer@acme.example", "Offer", "Hello"));
            postman(smtp(server.port())).deliver(id);
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list).hasSize(1);
        assertThat(log.list.get(0).getFormattedMessage())
                .contains("BOUNCED", "550 5.1.1")
                .doesNotContain("acme");
    }

    @Test
    void withoutAServerALetterBecomesAFile(@TempDir Path folder) throws Exception {
        long id = post(Mail.of(key, "Покупатель <buyer@пример.рф>", "Предложение", "Привет"));
        postman(new FolderCarrier(folder)).deliver(id);
        try (var files = Files.list(folder)) {
            Path file = files.toList().get(0);
            assertThat(file.getFileName()).hasToString("%06d-%s.eml".formatted(id, key));
            try (var content = Files.newInputStream(file)) {
                var letter = new MimeMessage(Session.getInstance(new Properties()), content);
                assertThat(letter.getSubject()).isEqualTo("Предложение");
                assertThat(letter.getContent().toString().strip()).isEqualTo("Привет");
                assertThat(letter.getAllRecipients()[0].toString()).contains("buyer@xn--e1afmkfd.xn--p1ai");
            }
        }
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void theSameKeyTwiceIsOneLetter() {
        post(Mail.of(key, "buyer@acme.example", "First", "1"));
        Boolean again = transaction.execute(t -> outbox.post(Mail.of(key, "buyer@acme.example", "Second", "2")));
        assertThat(again).isFalse();
        assertThat(jdbc.sql("select subject from mail where mail_key = ?")
                        .param(key)
                        .query(String.class)
                        .list())
                .containsExactly("First");
    }

    @Test
    void whatIsRolledBackIsNotMailed() {
        transaction.executeWithoutResult(t -> {
            outbox.post(Mail.of(key, "buyer@acme.example", "Never", "")
                    .with(new Mail.Attachment("a.txt", "text/plain", new byte[0])));
            t.setRollbackOnly();
        });
        assertThat(jdbc.sql("select count(*) from mail where mail_key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> outbox.post(Mail.of(key, "buyer@acme.example", "No transaction", "")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void noLineBreakReachesAHeaderAndNoSecondAddressTheEnvelope(@TempDir Path folder) throws Exception {
        long id = post(Mail.of(key, "buyer@acme.example", "Hi\r\nBcc: spy@evil.example", "Text")
                .withHeader("X-Case", "1\r\nBcc: spy@evil.example"));
        postman(new FolderCarrier(folder)).deliver(id);
        try (var files = Files.list(folder)) {
            assertThat(Files.readAllLines(files.toList().get(0))).noneMatch(line -> line.startsWith("Bcc"));
        }
        String second = key + "-2";
        long two = post(Mail.of(second, "buyer@acme.example, spy@evil.example", "Hi", "Text"));
        assertThat(postman(new FolderCarrier(folder)).deliver(two)).isEqualTo(How.REFUSED);
    }

    @Test
    void whatACrashInterruptedIsLeftToAPerson() {
        long id = post(Mail.of(key, "buyer@acme.example", "Crash", "Hello"));
        assertThat(waiting.claim(id)).isTrue();
        assertThat(waiting.claim(id)).as("a second postman").isFalse();
        later(Duration.ofHours(1));
        waiting.giveUpInterrupted();
        assertThat(state()).isEqualTo("DOUBTFUL");
    }

    private long post(Mail mail) {
        transaction.executeWithoutResult(t -> outbox.post(mail));
        return jdbc.sql("select id from mail where mail_key = ?")
                .param(mail.key())
                .query(Long.class)
                .single();
    }

    private String state() {
        return jdbc.sql("select state from mail where mail_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private String letter() {
        return jdbc.sql("select letter from mail where mail_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private Duration pause() {
        var next = jdbc.sql("select next_try from mail where mail_key = ?")
                .param(key)
                .query((row, n) -> row.getObject(1, java.time.OffsetDateTime.class))
                .single();
        return Duration.between(clock.instant(), next.toInstant());
    }

    private void later(Duration duration) {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(duration)));
    }

    private Postman postman(Carrier carrier, LastLook... looks) throws Exception {
        var sender =
                new Sender(Letter.address("Продавец <sales@seller.example>"), Letter.address("bounces@seller.example"));
        return new Postman(waiting, carrier, sender, List.of(looks), failures, clock);
    }

    private static SmtpCarrier smtp(int port) {
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.getJavaMailProperties().put("mail.smtp.connectiontimeout", "5000");
        server.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        return new SmtpCarrier(server);
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
