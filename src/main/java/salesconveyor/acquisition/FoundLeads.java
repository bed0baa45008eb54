package salesconveyor.acquisition;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which opportunities were found in a time and what became of them, for whoever counts their cost. */
@Component
@Transactional(readOnly = true)
public class FoundLeads {
    /** An opportunity. @param accepted whether a manager has taken it since */
    public record Lead(String number, Channel channel, boolean accepted) {}

    private final JdbcClient jdbc;

    FoundLeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers of the repeat orders of clients whose cases were there in a time. */
    public Set<String> repeats(OffsetDateTime from, OffsetDateTime until) {
        return Set.copyOf(jdbc.sql("select number from opportunity where channel = 'REPEAT' and found < ?"
                        + " and (closed is null or closed >= ?)")
                .params(until, from)
                .query(String.class)
                .list());
    }

    /** Without doubles of companies whose case ran. */
    public List<Lead> between(OffsetDateTime from, OffsetDateTime until) {
        return jdbc.sql(
                        "select number, channel, case when lead_result = 'ACCEPTED' then true else false end as accepted"
                                + " from opportunity where found >= ? and found < ?"
                                + " and (lead_result is null or lead_result <> 'DUPLICATE') order by number")
                .params(from, until)
                .query(Lead.class)
                .list();
    }
}
