package salesconveyor.companies;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who agreed to what: address, purpose, the version of the words they read, when and where. Kept as the proof. */
@Component
@Transactional
public class Consents {
    /** What a person agrees to; one does not stand for the other. */
    public enum Purpose {
        ANSWER,
        MARKETING
    }

    /** @param textVersion names the words that the person saw, for example {@code news-1} */
    public record Consent(
            String email,
            Purpose purpose,
            String textVersion,
            String source,
            @Nullable String company,
            @Nullable String person) {}

    /**
     * How a consent was confirmed by the owner of the address.
     *
     * @param requestedFrom the network address where it was asked for
     * @param givenFrom the network address where it was confirmed
     */
    public record Confirmation(
            OffsetDateTime requested, @Nullable String requestedFrom, String givenFrom) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Consents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param consent its address in the spelling of {@link EmailAddress} */
    public void give(Consent consent) {
        jdbc.sql("insert into consent (email, purpose, text_version, given, source, company_number, person)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        consent.email(),
                        consent.purpose().name(),
                        consent.textVersion(),
                        OffsetDateTime.now(clock),
                        consent.source(),
                        consent.company(),
                        consent.person())
                .update();
    }

    /** The owner of the address confirmed what was asked for in its name (double opt-in). */
    public void confirm(Consent consent, Confirmation how) {
        give(consent);
        jdbc.sql("update consent set requested = ?, requested_from = ?, given_from = ? where id = (select max(id)"
                        + " from consent where email = ? and purpose = ?)")
                .params(
                        how.requested(),
                        how.requestedFrom(),
                        how.givenFrom(),
                        consent.email(),
                        consent.purpose().name())
                .update();
    }

    public boolean has(String email, Purpose purpose) {
        return jdbc.sql("select count(*) from consent where email = ? and purpose = ? and withdrawn is null")
                        .params(email, purpose.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The row stays as the proof of what was allowed until now. */
    public void withdraw(String email, Purpose purpose) {
        jdbc.sql("update consent set withdrawn = ? where email = ? and purpose = ? and withdrawn is null")
                .params(OffsetDateTime.now(clock), email, purpose.name())
                .update();
    }
}
