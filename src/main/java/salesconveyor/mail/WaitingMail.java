package salesconveyor.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters in the outbox, as the postman sees them. Each call commits by itself when no transaction is open. */
@Repository
class WaitingMail {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Duration LONGEST_SENDING = Duration.ofMinutes(30);
    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingMail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Long> due(int atMost) {
        return jdbc.sql("select id from mail where state = 'WAITING' and next_try <= ? order by next_try, id"
                        + " fetch first " + atMost + " rows only")
                .param(now())
                .query(Long.class)
                .list();
    }

    /** @return whether this caller, and nobody else, may send it now */
    boolean claim(long id) {
        return jdbc.sql("update mail set state = 'SENDING', tries = tries + 1, claimed = ?"
                                + " where id = ? and state = 'WAITING' and next_try <= ?")
                        .params(now(), id, now())
                        .update()
                == 1;
    }

    Mail read(long id) {
        List<Mail.Attachment> files = jdbc.sql("select * from mail_attachment where mail = ? order by id")
                .param(id)
                .query((row, n) -> new Mail.Attachment(
                        row.getString("name"),
                        row.getString("content_type"),
                        Base64.getDecoder().decode(row.getString("content"))))
                .list();
        return jdbc.sql("select * from mail where id = ?")
                .param(id)
                .query((row, n) -> new Mail(
                        row.getString("mail_key"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        headers(row.getString("headers")),
                        files))
                .single();
    }

    /** The letter's own name; letters of older versions get theirs now. */
    String letter(long id) {
        jdbc.sql("update mail set letter = ? where id = ? and letter is null")
                .params(UUID.randomUUID().toString(), id)
                .update();
        return jdbc.sql("select letter from mail where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** A letter that was sent, by its own name. */
    Optional<Long> sentAs(String letter) {
        return jdbc.sql("select id from mail where letter = ? and state in ('SENT', 'DOUBTFUL')")
                .param(letter)
                .query(Long.class)
                .optional();
    }

    /** Whether it came back already: servers report twice. */
    boolean isBounced(String letter) {
        return jdbc.sql("select count(*) from mail where letter = ? and state = 'BOUNCED'")
                        .param(letter)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void sent(long id) {
        jdbc.sql("update mail set state = 'SENT', sent = ?, problem = null where id = ?")
                .params(now(), id)
                .update();
    }

    /** The pause doubles with each try: 1, 2, 4 minutes, up to six hours. */
    void later(long id, String problem) {
        int tries = jdbc.sql("select tries from mail where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
        Duration pause = Duration.ofMinutes(1L << Math.min(tries - 1, 9));
        OffsetDateTime next = now().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        jdbc.sql("update mail set state = 'WAITING', next_try = ?, problem = ? where id = ?")
                .params(next, cut(problem), id)
                .update();
    }

    void stop(long id, String state, String problem) {
        jdbc.sql("update mail set state = ?, problem = ? where id = ?")
                .params(state, cut(problem), id)
                .update();
    }

    /** A letter that a crash left half sent may have arrived: it is not sent again. @return how many */
    int giveUpInterrupted() {
        return jdbc.sql("update mail set state = 'DOUBTFUL', problem = 'Interrupted while sending'"
                        + " where state = 'SENDING' and claimed < ?")
                .param(now().minus(LONGEST_SENDING))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Map<String, String> headers(@Nullable String lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (lines != null && !lines.isEmpty()) {
            for (String line : lines.split("\n")) {
                headers.put(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2));
            }
        }
        return headers;
    }

    private static String cut(String problem) {
        return problem.substring(0, Math.min(problem.length(), 1000));
    }
}
