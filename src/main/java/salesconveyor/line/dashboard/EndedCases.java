package salesconveyor.line.dashboard;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases that have ended. */
@Component
@Transactional(readOnly = true)
public class EndedCases {
    /**
     * A case that has ended.
     *
     * @param company nothing for whoever may not know our clients, as the owner
     * @param channel how it came to us
     * @param outcome how it ended, by the end of the spine: SERVED, LOST, DROPPED …
     * @param owner the manager who had accepted it; nobody did
     */
    public record Ended(
            String number,
            @Nullable String company,
            String channel,
            String outcome,
            @Nullable String owner,
            OffsetDateTime found,
            OffsetDateTime closed) {}

    /** The cases of one page, and whether there are more. */
    public record Page(List<Ended> cases, boolean more) {}

    private static final int AT_MOST = 50;

    private final JdbcClient jdbc;

    EndedCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The cases that ended last come first.
     *
     * @param text a part of the company's name or of the number; all when empty
     * @param outcome how they ended; however when empty
     * @param clients whether whoever asks may know our clients and what each manager achieved; else only the number is
     *     searched, and neither company nor owner is told
     */
    public Page find(String text, String outcome, boolean clients) {
        List<Ended> found = jdbc.sql("select o.number, case when :clients then c.name end as company, o.channel,"
                        + " o.outcome, case when :clients then o.owner end as owner, o.found, o.closed"
                        + " from opportunity o join company c on c.number = o.company_number"
                        + " where o.closed is not null and (:outcome = '' or o.outcome = :outcome)"
                        + " and (:text = '' or lower(o.number) like :like escape '!'"
                        + " or :clients and lower(c.name) like :like escape '!')"
                        + " order by o.closed desc, o.number desc limit " + (AT_MOST + 1))
                .param("outcome", outcome.strip())
                .param("text", text.strip())
                .param("like", like(text))
                .param("clients", clients)
                .query(Ended.class)
                .list();
        return new Page(found.stream().limit(AT_MOST).toList(), found.size() > AT_MOST);
    }

    /** The ends that cases have come to. */
    public List<String> outcomes() {
        return jdbc.sql("select distinct outcome from opportunity where outcome is not null order by outcome")
                .query(String.class)
                .list();
    }

    private static String like(String text) {
        return "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }
}
