package salesconveyor.work;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The units that people handed to the next station, and whether they were good. */
@Component
@Transactional(readOnly = true)
public class Units {
    /**
     * One unit: what came of one task that was handed on.
     *
     * @param accepted when it was used for the first time, in the asked time; else nothing
     * @param returned when it came back for the first time, in the asked time; else nothing
     */
    public record Unit(
            String worker,
            String caseNumber,
            OffsetDateTime done,
            @Nullable OffsetDateTime accepted,
            @Nullable OffsetDateTime returned) {}

    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The units that were used or came back in a time; what happened to them before or after does not count here. The work
     * is that of whoever completed the giving station last before the receiving task was offered.
     */
    public List<Unit> between(HandOff handOff, OffsetDateTime from, OffsetDateTime until) {
        List<Unit> units = new ArrayList<>();
        jdbc.sql("select g.worker, g.case_number as caseNumber, g.ended as done,"
                        + " min(case when t.outcome in (:used) then t.ended end) as accepted,"
                        + " min(case when t.outcome in (:returned) then t.ended end) as returned"
                        + " from (select r.outcome, r.ended, (select x.id from work x where x.case_number = r.case_number"
                        + " and x.station = :giving and x.completed and x.ended <= r.offered"
                        + " order by x.ended desc, x.id desc limit 1) as giver from work r"
                        + " where r.station = :receiving and r.completed and r.ended < :until and r.case_number in"
                        + " (select n.case_number from work n where n.station = :receiving and n.completed"
                        + " and n.ended >= :from and n.ended < :until)) t"
                        + " join work g on g.id = t.giver and g.outcome = :done and g.worker is not null"
                        + " group by g.id, g.worker, g.case_number, g.ended order by g.ended, g.id")
                .paramSource(new MapSqlParameterSource()
                        .addValue("giving", handOff.giving())
                        .addValue("done", handOff.done())
                        .addValue("receiving", handOff.receiving())
                        .addValue("used", handOff.used())
                        .addValue("returned", handOff.returned())
                        .addValue("from", from)
                        .addValue("until", until))
                .query(Unit.class)
                .list()
                .forEach(unit -> {
                    OffsetDateTime accepted = since(unit.accepted(), from);
                    OffsetDateTime returned = since(unit.returned(), from);
                    if (accepted != null || returned != null) {
                        units.add(new Unit(unit.worker(), unit.caseNumber(), unit.done(), accepted, returned));
                    }
                });
        return units;
    }

    private static @Nullable OffsetDateTime since(@Nullable OffsetDateTime time, OffsetDateTime from) {
        return time == null || time.isBefore(from) ? null : time;
    }
}
