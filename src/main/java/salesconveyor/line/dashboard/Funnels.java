package salesconveyor.line.dashboard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Channel;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/**
 * How far the cases that were found in a time have come until now. A case that reached a step is counted at each step
 * before it, too. Repeat orders enter at stage 2 and are in no sum: only the row of their channel shows them.
 */
@Component
@Transactional(readOnly = true)
public class Funnels {
    /** By what the cases are told apart. */
    public enum By {
        ALL,
        CHANNEL,
        SCRIPT,
        ROLE,
        PERSON
    }

    /**
     * One row.
     *
     * @param key of the channel, script or role; nothing for all
     * @param person login of who worked on these cases in this role, when told apart by person
     * @param title the key as people say it
     */
    public record Row(
            @Nullable String key,
            @Nullable String person,
            String title,
            long found,
            long reached,
            long passed,
            long accepted,
            long proposed,
            long won,
            long served) {}

    // No common table expression: H2 answers one with other parameters as it did before.
    private static final String STEP = "(select o.number, o.channel,"
            + " case when o.outcome = 'SERVED' then 1 else 0 end as is_served,"
            + " case when exists (select 1 from purchase_order p where p.opportunity_number = o.number)"
            + " then 1 else 0 end as is_won,"
            + " case when exists (select 1 from proposal p where p.opportunity_number = o.number"
            + " and p.sent is not null) then 1 else 0 end as is_proposed,"
            + " case when exists (select 1 from work w where w.case_number = o.number and w.station = 'acceptLead'"
            + " and w.outcome = 'ACCEPT') then 1 else 0 end as is_accepted,"
            + " case when exists (select 1 from work w where w.case_number = o.number and w.station = 'acceptLead')"
            + " then 1 else 0 end as is_passed,"
            + " case when exists (select 1 from call_attempt c where c.opportunity_number = o.number"
            + " and c.outcome in ('ANSWERED', 'INCOMING')) then 1 else 0 end as is_reached"
            + " from opportunity o where o.found >= :from and o.found < :until and " + CycleTimes.CASES + ") step";
    private static final String COHORT =
            " from (select number, channel, is_served as served, greatest(is_won, is_served) as won,"
                    + " greatest(is_proposed, is_won, is_served) as proposed,"
                    + " greatest(is_accepted, is_proposed, is_won, is_served) as accepted,"
                    + " greatest(is_passed, is_accepted, is_proposed, is_won, is_served) as passed,"
                    + " greatest(is_reached, is_passed, is_accepted, is_proposed, is_won, is_served) as reached from "
                    + STEP + ") cohort ";
    private static final String FOUND =
            "join opportunity c on c.number = w.case_number and c.found >= :from and c.found < :until";
    private static final String COUNTS = " count(*) as found, coalesce(sum(reached), 0) as reached,"
            + " coalesce(sum(passed), 0) as passed, coalesce(sum(accepted), 0) as accepted,"
            + " coalesce(sum(proposed), 0) as proposed, coalesce(sum(won), 0) as won,"
            + " coalesce(sum(served), 0) as served" + COHORT;
    private static final Map<By, String> QUESTIONS = Map.of(
            By.ALL,
            "select cast(null as varchar(40)) as key_, cast(null as varchar(64)) as person," + COUNTS
                    + "where channel <> 'REPEAT'",
            By.CHANNEL,
            "select channel as key_, cast(null as varchar(64)) as person," + COUNTS
                    + "group by channel order by count(*) desc, channel",
            By.SCRIPT,
            "select d.script as key_, cast(null as varchar(64)) as person," + COUNTS
                    + "join (select distinct opportunity_number, script from call_attempt where script is not null) d"
                    + " on d.opportunity_number = cohort.number where channel <> 'REPEAT'"
                    + " group by d.script order by count(*) desc, d.script",
            By.ROLE,
            "select d.role as key_, cast(null as varchar(64)) as person," + COUNTS
                    + "join (select distinct w.case_number, w.role from work w " + FOUND
                    + " where w.completed and w.role is not null) d on d.case_number = cohort.number where channel <> 'REPEAT'"
                    + " group by d.role order by count(*) desc, d.role",
            By.PERSON,
            "select d.role as key_, d.worker as person," + COUNTS
                    + "join (select distinct w.case_number, w.role, w.worker from work w "
                    + FOUND + " where w.completed and w.role is not null"
                    + " and w.worker is not null) d on d.case_number = cohort.number where channel <> 'REPEAT'"
                    + " group by d.role, d.worker order by d.role, count(*) desc, d.worker");

    private final JdbcClient jdbc;
    private final Texts texts;

    Funnels(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** The largest row first; by person the roles together. */
    public List<Row> of(Period period, By by, Locale language) {
        return jdbc.sql(String.valueOf(QUESTIONS.get(by)))
                .param("from", period.from())
                .param("until", period.until())
                .query((row, n) -> new Row(
                        row.getString("key_"),
                        row.getString("person"),
                        title(by, row.getString("key_"), language),
                        row.getLong("found"),
                        row.getLong("reached"),
                        row.getLong("passed"),
                        row.getLong("accepted"),
                        row.getLong("proposed"),
                        row.getLong("won"),
                        row.getLong("served")))
                .list();
    }

    private String title(By by, @Nullable String key, Locale language) {
        if (key == null) {
            return texts.say(language, "All without repeat orders");
        }
        return switch (by) {
            case CHANNEL ->
                Channel.of(key)
                        .map(channel -> texts.say(language, channel.title()))
                        .orElse(key);
            case ROLE, PERSON ->
                Role.of(key).map(role -> texts.say(language, role.title())).orElse(key);
            case ALL, SCRIPT -> key;
        };
    }
}
