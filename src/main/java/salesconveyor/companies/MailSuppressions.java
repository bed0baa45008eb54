package salesconveyor.companies;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses that get no mailings, in the spelling of {@link EmailAddress}. It is about marketing alone: a proposal
 * or an invoice still reaches them, and calls are the {@link SuppressionList}'s matter.
 */
@Component
@Transactional
public class MailSuppressions {
    private final JdbcClient jdbc;
    private final Consents consents;
    private final ErasedIdentities erased;
    private final Clock clock;

    MailSuppressions(JdbcClient jdbc, Consents consents, ErasedIdentities erased, Clock clock) {
        this.jdbc = jdbc;
        this.consents = consents;
        this.erased = erased;
        this.clock = clock;
    }

    public boolean contains(String email) {
        return jdbc.sql("select count(*) from mail_suppression where email = ?")
                                .param(email)
                                .query(Integer.class)
                                .single()
                        > 0
                || erased.contains(email);
    }

    /** The owner of the address wants mailings again, and proved to get them. */
    public void lift(String email) {
        jdbc.sql("delete from mail_suppression where email = ?").param(email).update();
    }

    /** Adding an address again changes nothing, also when two clicks come at once. */
    public void add(String email, String reason) {
        consents.withdraw(email, Consents.Purpose.MARKETING);
        jdbc.sql(
                        "insert into mail_suppression (email, reason, since) select ?, ?, cast(? as timestamp(3) with time zone)"
                                + " from one_row where not exists (select 1 from mail_suppression where email = ?)")
                .params(email, reason, OffsetDateTime.now(clock), email)
                .update();
    }
}
