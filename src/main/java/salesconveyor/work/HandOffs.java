package salesconveyor.work;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of the work that one station handed to another. */
@Component
@Transactional(readOnly = true)
public class HandOffs {
    /**
     * So many tasks ended so.
     *
     * @param giver who did the work before; nobody when it was not done in this case
     * @param outcome of the receiving task
     */
    public record Count(@Nullable String giver, String outcome, int times) {}

    private final JdbcClient jdbc;

    HandOffs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By who last completed the giving station in the same case.
     *
     * @param from the receiving tasks that ended from here
     * @param until and before this moment
     * @param channel by which the cases came; all when null
     */
    public List<Count> between(
            String giving, String receiving, OffsetDateTime from, OffsetDateTime until, @Nullable String channel) {
        return jdbc.sql("select giver, outcome, count(*) as times from (select t.outcome, (select g.worker from work g"
                        + " where g.case_number = t.case_number and g.station = ? and g.completed"
                        + " and g.ended <= t.offered order by g.ended desc, g.id desc limit 1) as giver"
                        + " from work t where t.station = ? and t.completed and t.outcome is not null"
                        + " and t.ended >= ? and t.ended < ? and " + ByChannel.where("t.case_number")
                        + ") handed group by giver, outcome order by giver, outcome")
                .params(giving, receiving, from, until, channel, channel)
                .query(Count.class)
                .list();
    }
}
