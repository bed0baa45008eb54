package salesconveyor.acquisition;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the sieve said of each lead, and what a manager said of the sampled ones without knowing it. */
@Component
@Transactional
public class Judgements {
    private final JdbcClient jdbc;
    private final Clock clock;

    Judgements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param sieveResult PASS or DROP */
    void sieved(String opportunity, String sieveResult, boolean sampled) {
        jdbc.sql("insert into lead_judgement (opportunity_number, sieve_result, sampled, decided) values (?, ?, ?, ?)")
                .params(opportunity, sieveResult, sampled, OffsetDateTime.now(clock))
                .update();
    }

    void judged(String opportunity, boolean worthIt, @Nullable String manager) {
        jdbc.sql("update lead_judgement set worth_it = ?, judged_by = ?"
                        + " where opportunity_number = ? and sampled and worth_it is null")
                .params(worthIt, manager, opportunity)
                .update();
    }

    /** Whether a manager is still to judge this lead: until then nobody learns what the sieve said. */
    public boolean isPending(String opportunity) {
        return jdbc.sql("select count(*) from lead_judgement j join opportunity o on o.number = j.opportunity_number"
                                + " where o.number = ? and o.lead_result is null and o.outcome is null"
                                + " and j.sampled and j.worth_it is null")
                        .param(opportunity)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
