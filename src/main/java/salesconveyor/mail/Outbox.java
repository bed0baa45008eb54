package salesconveyor.mail;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes letters in the caller's transaction: what is rolled back is not mailed, what is committed is mailed once. */
@Component
public class Outbox {
    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false if a letter with this key was posted before; the first one stays */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean post(Mail mail) {
        if (jdbc.sql("select 1 from mail where mail_key = ?")
                .param(mail.key())
                .query()
                .optionalValue()
                .isPresent()) {
            return false;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("insert into mail (mail_key, letter, recipient, subject, body, headers, state, posted, next_try)"
                        + " values (?, ?, ?, ?, ?, ?, 'WAITING', ?, ?)")
                .params(
                        mail.key(),
                        UUID.randomUUID().toString(),
                        mail.to(),
                        mail.subject(),
                        mail.text(),
                        headers(mail),
                        now,
                        now)
                .update();
        long id = jdbc.sql("select id from mail where mail_key = ?")
                .param(mail.key())
                .query(Long.class)
                .single();
        for (Mail.Attachment file : mail.attachments()) {
            jdbc.sql("insert into mail_attachment (mail, name, content_type, content) values (?, ?, ?, ?)")
                    .params(
                            id,
                            file.name(),
                            file.contentType(),
                            Base64.getEncoder().encodeToString(file.content()))
                    .update();
        }
        return true;
    }

    /** A letter and what became of it: WAITING, SENDING, SENT, REFUSED, BOUNCED, DOUBTFUL or WITHDRAWN. */
    public record Posted(
            String to,
            String subject,
            String state,
            @Nullable String problem) {}

    public List<Posted> newest(int atMost) {
        return jdbc.sql("select recipient, subject, state, problem from mail order by id desc" + " fetch first "
                        + atMost + " rows only")
                .query((row, n) -> new Posted(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /** When the newest letter to this address was posted, if it was refused for good or came back; empty: it went. */
    public Optional<OffsetDateTime> refused(String address) {
        return jdbc
                .sql("select state, posted from mail where lower(recipient) = lower(?)"
                        + " and state in ('SENT', 'REFUSED', 'BOUNCED') order by id desc fetch first 1 rows only")
                .param(address)
                .query((row, n) -> !"SENT".equals(row.getString(1))
                        ? Optional.of(row.getObject(2, OffsetDateTime.class))
                        : Optional.<OffsetDateTime>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What became of a letter, without its words. */
    public record Letter(String key, String subject, String state, OffsetDateTime posted) {}

    /** Of these keys those that there is a letter of. */
    public List<Letter> letters(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql("select mail_key, subject, state, posted from mail where mail_key in (:keys)"
                                + " order by id")
                        .param("keys", keys)
                        .query((row, n) -> new Letter(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class)))
                        .list();
    }

    private static String headers(Mail mail) {
        return mail.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
    }
}
