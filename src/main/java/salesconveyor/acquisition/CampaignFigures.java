package salesconveyor.acquisition;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of the mailings. Counts of people, never who they are. */
@Component
@Transactional(readOnly = true)
public class CampaignFigures {
    /**
     * One mailing.
     *
     * @param result SENT, DISCARDED, REJECTED, EXPIRED or CANCELLED; null while it is worked on
     * @param recipients on the list that was approved
     * @param sent handed to the mail server; the bounced are among them
     * @param skipped not sent, because they unsubscribed or were suppressed after the list was made
     * @param inquired wrote to us by the link of their letter
     */
    public record Figures(
            String number,
            String name,
            OffsetDateTime opened,
            @Nullable String result,
            int recipients,
            int sent,
            int skipped,
            int bounced,
            int unsubscribed,
            int inquired) {
        /** Of those who were sent a letter; 0 when nobody was. */
        public int percent(int part) {
            return sent == 0 ? 0 : (200 * part + sent) / (2 * sent);
        }
    }

    private static final String ALL = "select c.number, c.name, c.opened, c.result, count(r.id) as recipients,"
            + " count(r.sent) as sent, count(r.skipped) as skipped, count(r.bounced) as bounced,"
            + " count(r.unsubscribed) as unsubscribed, count(r.inquired) as inquired"
            + " from campaign c left join campaign_recipient r on r.campaign_number = c.number ";
    private static final String BY = " group by c.number, c.name, c.opened, c.result ";

    private final JdbcClient jdbc;

    CampaignFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Figures> of(String number) {
        return jdbc.sql(ALL + "where c.number = ?" + BY)
                .param(number)
                .query(Figures.class)
                .optional();
    }

    /** The newest first. */
    public List<Figures> newest(int atMost) {
        return jdbc.sql(ALL + BY + "order by c.opened desc, c.number desc fetch first " + atMost + " rows only")
                .query(Figures.class)
                .list();
    }
}
