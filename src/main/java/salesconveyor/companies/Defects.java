package salesconveyor.companies;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
    private final CardWriting writing;
    private final Clock clock;

    Defects(JdbcClient jdbc, FactHistory history, CardWriting writing, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.writing = writing;
        this.clock = clock;
    }

    /**
     * The number that was called, or the person asked for, is wrong: it counts, and leaves the card. With the person goes
     * what belongs to that person; a number and an address that the card had before stay, for they are the company's.
     */
    public void report(
            String company, String opportunity, Defect.Kind kind, @Nullable String note, @Nullable String reporter) {
        Map<Fact, String> card = history.card(company);
        Fact wrong = kind == Defect.Kind.WRONG_PERSON
                ? Fact.PERSON
                : card.containsKey(Fact.PHONE) ? Fact.PHONE : Fact.SWITCHBOARD;
        Map<Fact, KnownFact> newest = history.newest(company);
        KnownFact said = card.containsKey(wrong) ? newest.get(wrong) : null;
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
        writing.clear(company, wrong);
        if (wrong == Fact.PERSON && said != null) {
            writing.clear(company, Fact.POSITION);
            Stream.of(Fact.PHONE, Fact.EMAIL)
                    .filter(fact -> cameWith(said, newest.get(fact)))
                    .forEach(fact -> writing.clear(company, fact));
        }
    }

    /** Said by the same author from the same source as the person, or after the person was known. */
    private static boolean cameWith(KnownFact person, @Nullable KnownFact fact) {
        if (fact == null) {
            return false;
        }
        OffsetDateTime known = person.written();
        OffsetDateTime said = fact.written();
        return known == null
                || said == null
                || said.isAfter(known)
                || Objects.equals(fact.author(), person.author()) && Objects.equals(fact.source(), person.source());
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
