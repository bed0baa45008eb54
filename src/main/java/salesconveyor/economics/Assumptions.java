package salesconveyor.economics;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the owner says about handing operations over. */
@Repository
@Transactional
public class Assumptions {
    private static final String COLUMNS = "station, helper, manager_minutes, helper_minutes, switch_minutes,"
            + " helper_handoff_minutes, manager_handoff_minutes, rework_percent, fixed_monthly, hour_margin";

    private final JdbcClient jdbc;
    private final Clock clock;

    Assumptions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of one operation; the empty station is for all. */
    @Transactional(readOnly = true)
    public Assumption of(String station) {
        return all().stream()
                .filter(one -> one.station().equals(station))
                .findFirst()
                .orElse(Assumption.none(station));
    }

    @Transactional(readOnly = true)
    public List<Assumption> all() {
        return jdbc.sql("select station, helper, manager_minutes, helper_minutes, switch_minutes,"
                        + " helper_handoff_minutes as helper_hand_off_minutes,"
                        + " manager_handoff_minutes as manager_hand_off_minutes, rework_percent, fixed_monthly,"
                        + " hour_margin from delegation_assumption order by station")
                .query(Assumption.class)
                .list();
    }

    /** Replaces all that was said of the same operation. */
    public void write(Assumption said, @Nullable String author) {
        jdbc.sql("delete from delegation_assumption where station = ?")
                .param(said.station())
                .update();
        jdbc.sql("insert into delegation_assumption (" + COLUMNS + ", written_by, written)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        said.station(),
                        said.helper(),
                        said.managerMinutes(),
                        said.helperMinutes(),
                        said.switchMinutes(),
                        said.helperHandOffMinutes(),
                        said.managerHandOffMinutes(),
                        said.reworkPercent(),
                        said.fixedMonthly(),
                        said.hourMargin(),
                        author,
                        OffsetDateTime.now(clock))
                .update();
    }
}
