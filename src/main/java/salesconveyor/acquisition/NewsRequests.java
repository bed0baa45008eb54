package salesconveyor.acquisition;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who asked for news, each with the secret of the link that proves the address to be theirs. */
@Component
@Transactional
class NewsRequests {
    record Request(
            long id,
            String token,
            String email,
            String companyNumber,
            @Nullable String person,
            String textVersion,
            String source,
            OffsetDateTime requested,
            @Nullable String requestedFrom,
            OffsetDateTime expires,
            @Nullable OffsetDateTime confirmed) {}

    private static final Duration KEPT = Duration.ofDays(30);

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    NewsRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Request add(
            String email,
            String company,
            @Nullable String person,
            String textVersion,
            String source,
            String from,
            Duration valid) {
        OffsetDateTime now = now();
        // Whoever never confirmed gave us no right to keep the address; for a while the link still says that it
        // expired.
        jdbc.sql("delete from news_request where confirmed is null and expires < ?")
                .param(now.minus(KEPT))
                .update();
        byte[] secret = new byte[24];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("insert into news_request (token, email, company_number, person, text_version, source, requested,"
                        + " requested_from, expires) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(token, email, company, person, textVersion, source, now, from, now.plus(valid))
                .update();
        return find(token).orElseThrow();
    }

    Optional<Request> find(String token) {
        return jdbc.sql("select id, token, email, company_number, person, text_version, source, requested,"
                        + " requested_from, expires, confirmed from news_request where token = ?")
                .param(token)
                .query(Request.class)
                .optional();
    }

    /** Whether a link was mailed to this address so recently that another one would be a nuisance. */
    boolean justAsked(String email, Duration pause) {
        return jdbc.sql("select count(*) from news_request where email = ? and requested > ?")
                        .params(email, now().minus(pause))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @return whether this click, and no other, confirmed it in time */
    boolean confirm(long id) {
        OffsetDateTime now = now();
        return jdbc.sql("update news_request set confirmed = ? where id = ? and confirmed is null and expires > ?")
                        .params(now, id, now)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
