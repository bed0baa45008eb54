package salesconveyor.acquisition;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.work.ByChannel;
import salesconveyor.work.DecisionHistory;
import salesconveyor.work.DecisionHistory.Decided;

/** What the sieve said of each lead, and what a manager said of the sampled ones without knowing it. */
@Component
@Transactional
public class Judgements {
    /** The decision table and the business rule task that asks it. */
    public static final String SIEVE = "leadSieve";

    /** The leads with one result for one reason. */
    record Group(
            String sieveResult,
            @Nullable String rule,
            @Nullable String reason,
            int leads,
            int drawn,
            int judged,
            int worthIt) {}

    private static final String PENDING = "j.sampled and j.worth_it is null and exists (select 1 from opportunity o"
            + " where o.number = j.opportunity_number and o.lead_result is null and o.outcome is null)";

    private final JdbcClient jdbc;
    private final DecisionHistory decisions;
    private final Clock clock;

    Judgements(JdbcClient jdbc, DecisionHistory decisions, Clock clock) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** @param sieveResult PASS or DROP */
    void sieved(String opportunity, String sieveResult, boolean sampled) {
        Decided why = decisions.last(opportunity, SIEVE).orElse(null);
        jdbc.sql("insert into lead_judgement (opportunity_number, sieve_result, sampled, decision, rule, reason,"
                        + " explanation, decided) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        opportunity,
                        sieveResult,
                        sampled,
                        why == null ? null : why.id(),
                        why == null ? null : why.rule(),
                        why == null ? null : why.reason(),
                        why == null ? null : why.told(),
                        OffsetDateTime.now(clock))
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
        return jdbc.sql("select count(*) from lead_judgement j where j.opportunity_number = ? and " + PENDING)
                        .param(opportunity)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @param channel by which the leads came; all when null */
    List<Group> groups(OffsetDateTime from, OffsetDateTime until, @Nullable String channel) {
        return jdbc.sql("select sieve_result, rule, max(reason) as reason, count(*) as leads,"
                        + " count(case when sampled then 1 end) as drawn,"
                        + " count(case when sampled and worth_it is not null then 1 end) as judged,"
                        + " count(case when sampled and worth_it then 1 end) as worth_it"
                        + " from lead_judgement where decided >= ? and decided < ? and "
                        + ByChannel.where("opportunity_number")
                        + " group by sieve_result, rule order by count(*) desc, rule")
                .params(from, until, channel, channel)
                .query(Group.class)
                .list();
    }

    /** Whether managers found the judged leads worth it; the last judgement of each counts. */
    Map<String, Boolean> verdicts(OffsetDateTime from, OffsetDateTime until) {
        record Verdict(String opportunity, boolean worthIt) {}
        return jdbc
                .sql("select opportunity_number as opportunity, worth_it from lead_judgement where sampled"
                        + " and worth_it is not null and decided >= ? and decided < ? order by id")
                .params(from, until)
                .query(Verdict.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Verdict::opportunity, Verdict::worthIt, (earlier, later) -> later));
    }

    List<Calibration.Drop> newestDrops(
            OffsetDateTime from, OffsetDateTime until, @Nullable String channel, int atMost) {
        return jdbc.sql("select j.opportunity_number as opportunity, j.decided, j.explanation from lead_judgement j"
                        + " where j.sieve_result = 'DROP' and j.explanation is not null and j.decided >= ?"
                        + " and j.decided < ? and not (" + PENDING + ") and "
                        + ByChannel.where("j.opportunity_number") + " order by j.id desc limit ?")
                .params(from, until, channel, channel, atMost)
                .query(Calibration.Drop.class)
                .list();
    }
}
