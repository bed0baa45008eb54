package salesconveyor.acquisition;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.MailingContact;

/** Who is on the list of a mailing, each with a secret of their own, and what became of the letter. */
@Component
@Transactional
class Recipients {
    /** @param token 192 random bits: it stands in the personal links, so nobody else can unsubscribe the address */
    record Recipient(
            long id,
            String campaignNumber,
            String email,
            String companyNumber,
            @Nullable String person,
            String token) {
        Recipient specimen() {
            return new Recipient(id, campaignNumber, email, companyNumber, person, "…");
        }
    }

    private static final String MAIL = "mailing-";
    private static final String ALL =
            "select id, campaign_number, email, company_number, person, token from campaign_recipient ";
    private static final String OPEN = "where campaign_number = ? and sent is null and skipped is null";

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    Recipients(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The list of a mailing that is not out yet, anew. */
    void list(String campaign, List<MailingContact> contacts) {
        jdbc.sql("delete from campaign_recipient " + OPEN).param(campaign).update();
        for (MailingContact contact : contacts) {
            jdbc.sql("insert into campaign_recipient (campaign_number, email, company_number, person, token)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(campaign, contact.email(), contact.companyNumber(), contact.person(), token())
                    .update();
        }
    }

    int count(String campaign) {
        return jdbc.sql("select count(*) from campaign_recipient where campaign_number = ?")
                .param(campaign)
                .query(Integer.class)
                .single();
    }

    /** The next to get a letter. */
    List<Recipient> open(String campaign, int atMost) {
        return jdbc.sql(ALL + OPEN + " order by id fetch first " + atMost + " rows only")
                .param(campaign)
                .query(Recipient.class)
                .list();
    }

    Optional<Recipient> find(String token) {
        return jdbc.sql(ALL + "where token = ?")
                .param(token)
                .query(Recipient.class)
                .optional();
    }

    /** Whose letter this is, by the key that {@link #mailKey} gave it. */
    Optional<Recipient> ofMail(String key) {
        return key.matches(MAIL + ".+-\\d{1,18}")
                ? jdbc.sql(ALL + "where id = ?")
                        .param(Long.valueOf(key.substring(key.lastIndexOf('-') + 1)))
                        .query(Recipient.class)
                        .optional()
                : Optional.empty();
    }

    static String mailKey(Recipient recipient) {
        return MAIL + recipient.campaignNumber() + "-" + recipient.id();
    }

    /** @param bounce HARD, SOFT or LETTER */
    void bounced(long id, String bounce) {
        mark(id, "bounced");
        jdbc.sql("update campaign_recipient set bounce = ? where id = ?")
                .params(bounce, id)
                .update();
    }

    /** Whether this letter and the ones before it to the same address, so many, came back because of the moment. */
    boolean softInARow(Recipient recipient, int letters) {
        List<String> last = jdbc.sql("select coalesce(bounce, '') from campaign_recipient where email = ? and id <= ?"
                        + " and sent is not null order by id desc fetch first " + letters + " rows only")
                .params(recipient.email(), recipient.id())
                .query(String.class)
                .list();
        return last.size() == letters && last.stream().allMatch("SOFT"::equals);
    }

    /** The letter was written and must not leave any more. */
    void withdrawn(long id) {
        mark(id, "skipped");
        jdbc.sql("update campaign_recipient set sent = null where id = ?")
                .param(id)
                .update();
    }

    void sent(long id) {
        mark(id, "sent");
    }

    void skipped(long id) {
        mark(id, "skipped");
    }

    void unsubscribed(long id) {
        mark(id, "unsubscribed");
    }

    void inquired(long id) {
        mark(id, "inquired");
    }

    /** The first time counts. The column's name comes from the methods above, never from outside. */
    private void mark(long id, String column) {
        jdbc.sql("update campaign_recipient set " + column + " = coalesce(" + column
                        + ", cast(? as timestamp(3) with time zone)) where id = ?")
                .params(OffsetDateTime.now(clock), id)
                .update();
    }

    private String token() {
        byte[] secret = new byte[24];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
