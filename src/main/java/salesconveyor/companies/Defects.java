package salesconveyor.companies;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The facts that calls proved wrong: they count as defects of whoever wrote them. */
@Component
@Transactional
public class Defects {
    private static final String DEFECT =
            "select kind, company_number, opportunity_number, fact, author, source, reporter,"
                    + " reported, note from fact_defect where ";

    private final JdbcClient jdbc;
    private final FactHistory history;
    private final Clock clock;

    Defects(JdbcClient jdbc, FactHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** The number that was called, or the person asked for, is wrong: it counts, and leaves the card. */
    public void report(
            String company, String opportunity, Defect.Kind kind, @Nullable String note, @Nullable String reporter) {
        Map<Fact, String> card = history.card(company);
        Fact wrong = kind == Defect.Kind.WRONG_PERSON
                ? Fact.PERSON
                : card.containsKey(Fact.PHONE) ? Fact.PHONE : Fact.SWITCHBOARD;
        KnownFact said = card.containsKey(wrong) ? history.newest(company).get(wrong) : null;
        jdbc.sql("insert into fact_defect (kind, company_number, opportunity_number, fact, author, source, reporter,"
                        + " reported, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        kind.name(),
                        company,
                        opportunity,
                        card.get(wrong),
                        said == null ? null : said.author(),
                        said == null ? null : said.source(),
                        reporter,
                        OffsetDateTime.now(clock),
                        note)
                .update();
        // The column's name comes from the enum, never from outside.
        jdbc.sql("update company set " + wrong.column() + " = null where number = ?")
                .param(company)
                .update();
    }

    /** All of a time, oldest first. @param to not included */
    public List<Defect> between(OffsetDateTime from, OffsetDateTime to) {
        return jdbc.sql(DEFECT + "reported >= ? and reported < ? order by id")
                .params(from, to)
                .query(Defect.class)
                .list();
    }

    /** What was found wrong in one case, newest first. */
    public List<Defect> ofOpportunity(String opportunity) {
        return jdbc.sql(DEFECT + "opportunity_number = ? order by id desc")
                .param(opportunity)
                .query(Defect.class)
                .list();
    }
}
