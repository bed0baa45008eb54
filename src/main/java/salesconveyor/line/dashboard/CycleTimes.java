package salesconveyor.line.dashboard;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How fast whole cases travel. */
@Component
@Transactional(readOnly = true)
class CycleTimes {
    /** What is no case of its own: it joined one that runs. */
    static final String CASES = "coalesce(o.lead_result, '-') <> 'DUPLICATE'"
            + " and coalesce(o.outcome, '-') not in ('DUPLICATE', 'LOGGED_TO_CASE')";

    private static final String ENDED = "select o.outcome, extract(epoch from (o.closed - o.found)) as seconds"
            + " from opportunity o where o.closed >= :from and o.closed < :until and " + CASES;
    private static final String FIGURES = "count(*) as cases,"
            + " percentile_cont(0.5) within group (order by seconds) as median,"
            + " percentile_cont(0.9) within group (order by seconds) as p90, avg(seconds) as mean from (" + ENDED
            + ") t";

    private final JdbcClient jdbc;

    CycleTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Cycle all(Period period) {
        return ask("select cast(null as varchar(40)) as outcome, " + FIGURES, period)
                .get(0);
    }

    /** By how they ended, the most frequent end first. */
    List<Cycle> byOutcome(Period period) {
        return ask("select outcome, " + FIGURES + " group by outcome order by count(*) desc, outcome", period);
    }

    /** The check of the whole line: cases that run on average against those that are found and how long they take. */
    Little little(Period period) {
        record Sums(double standing, long found) {}
        Sums sums = jdbc.sql("select coalesce(sum(extract(epoch from"
                        + " (least(coalesce(o.closed, :until), :until) - greatest(o.found, :from)))), 0) as standing,"
                        + " coalesce(sum(case when o.found >= :from then 1 else 0 end), 0) as found from opportunity o"
                        + " where o.found < :until and (o.closed is null or o.closed >= :from) and " + CASES)
                .param("from", period.from())
                .param("until", period.until())
                .query(Sums.class)
                .single();
        return new Little(
                sums.standing() / period.seconds(),
                sums.found() / period.days(),
                all(period).mean());
    }

    private List<Cycle> ask(String sql, Period period) {
        return jdbc.sql(sql)
                .param("from", period.from())
                .param("until", period.until())
                .query(Cycle.class)
                .list();
    }
}
