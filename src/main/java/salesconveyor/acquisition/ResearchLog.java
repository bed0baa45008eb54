package salesconveyor.acquisition;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Defect;
import salesconveyor.companies.Defects;

/** Which researcher delivered which card, and what became of the cards. */
@Component
@Transactional
public class ResearchLog {
    /**
     * What became of the cards that one researcher delivered in a time.
     *
     * @param researcher login
     * @param cards how often the researcher said that a company was found
     * @param accepted of those, leads that a manager accepted; a lead counts for whoever had its card last
     * @param wrongNumbers numbers of this author that callers found wrong in that time
     * @param wrongPersons the same for persons to ask for
     */
    public record Count(String researcher, int cards, int accepted, int wrongNumbers, int wrongPersons) {
        /** Cards that came back. */
        public int returned() {
            return wrongNumbers + wrongPersons;
        }
    }

    private record Tally(String researcher, int number) {}

    private final JdbcClient jdbc;
    private final Defects defects;
    private final Clock clock;

    ResearchLog(JdbcClient jdbc, Defects defects, Clock clock) {
        this.jdbc = jdbc;
        this.defects = defects;
        this.clock = clock;
    }

    void add(String opportunity, String company, String outcome, @Nullable String researcher) {
        jdbc.sql("insert into research (opportunity_number, company_number, researcher, outcome, researched)"
                        + " values (?, ?, ?, ?, ?)")
                .params(opportunity, company, researcher, outcome, OffsetDateTime.now(clock))
                .update();
    }

    /** For each researcher, by login. @param to not included */
    public Map<String, Count> counts(OffsetDateTime from, OffsetDateTime to) {
        Map<String, Count> counts = new TreeMap<>();
        tallies(
                        "select researcher, count(*) as number from research where outcome = 'FOUND' and researcher is not null"
                                + " and researched >= ? and researched < ? group by researcher",
                        from,
                        to)
                .forEach((who, number) -> add(counts, new Count(who, number, 0, 0, 0)));
        tallies(
                        "select r.researcher, count(*) as number from research r join opportunity o on o.number ="
                                + " r.opportunity_number where o.lead_result = 'ACCEPTED' and r.researcher is not null and r.id ="
                                + " (select max(last.id) from research last where last.opportunity_number ="
                                + " r.opportunity_number and last.outcome = 'FOUND')"
                                + " and r.researched >= ? and r.researched < ? group by r.researcher",
                        from,
                        to)
                .forEach((who, number) -> add(counts, new Count(who, 0, number, 0, 0)));
        for (Defect defect : defects.between(from, to)) {
            if (defect.author() != null) {
                boolean wrongNumber = defect.kind() == Defect.Kind.WRONG_NUMBER;
                add(counts, new Count(defect.author(), 0, 0, wrongNumber ? 1 : 0, wrongNumber ? 0 : 1));
            }
        }
        return counts;
    }

    private static void add(Map<String, Count> counts, Count more) {
        counts.merge(
                more.researcher(),
                more,
                (one, other) -> new Count(
                        one.researcher(),
                        one.cards() + other.cards(),
                        one.accepted() + other.accepted(),
                        one.wrongNumbers() + other.wrongNumbers(),
                        one.wrongPersons() + other.wrongPersons()));
    }

    private Map<String, Integer> tallies(String question, OffsetDateTime from, OffsetDateTime to) {
        Map<String, Integer> tallies = new TreeMap<>();
        jdbc.sql(question)
                .params(from, to)
                .query(Tally.class)
                .list()
                .forEach(tally -> tallies.put(tally.researcher(), tally.number()));
        return tallies;
    }
}
