package salesconveyor.work;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long people were at the tasks that they completed, and how long tasks stood and waited. */
@Component
@Transactional(readOnly = true)
public class TouchTimes {
    /**
     * A task as long as it was there.
     *
     * @param claimed when somebody took it at last; nothing when nobody did
     * @param ended completed or gone for another reason; nothing while it is open
     */
    public record Stay(
            String station,
            @Nullable String caseNumber,
            OffsetDateTime offered,
            @Nullable OffsetDateTime due,
            @Nullable OffsetDateTime claimed,
            @Nullable OffsetDateTime ended) {}

    /** When a row {@code w} of the work table could be done: at once, but a meeting not before its hour. */
    public static final String READY = ready("w.offered");

    /** Since when the case waits for it, if it was withdrawn and offered anew, for example since nobody called in time. */
    private static final String OFFERED_BEFORE =
            "(select min(x.offered) from work x where x.case_number = w.case_number"
                    + " and x.process = w.process and x.station = w.station and not x.completed and x.ended <= w.offered"
                    + " and not exists (select 1 from work y where y.case_number = w.case_number and y.completed"
                    + " and y.ended > x.offered and y.ended <= w.offered))";

    private final JdbcClient jdbc;

    TouchTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // The columns are called as the parts of the records: else Spring asks for the wrong name first, in every row, and
    // H2
    // writes each time a stack trace.

    /** The tasks that people completed from one moment until before another, in order. */
    public List<Touch> between(OffsetDateTime from, OffsetDateTime until) {
        return jdbc.sql("select process, station, role, worker, case_number as caseNumber, "
                        + ready("coalesce(" + OFFERED_BEFORE + ", w.offered)")
                        + " as ready, claimed, ended, away_seconds as awaySeconds, outcome"
                        + " from work w where ended >= ? and ended < ? and completed and worker is not null"
                        + " and claimed is not null order by ended, id")
                .params(from, until)
                .query(Touch.class)
                .list();
    }

    /** How long a person was at the tasks that he completed from one moment until before another. */
    public Duration of(String worker, OffsetDateTime from, OffsetDateTime until) {
        return jdbc
                .sql("select process, station, role, worker, case_number as caseNumber, " + READY
                        + " as ready, claimed, ended, away_seconds as awaySeconds, outcome from work w where worker = ?"
                        + " and ended >= ? and ended < ? and completed and claimed is not null")
                .params(worker, from, until)
                .query(Touch.class)
                .list()
                .stream()
                .map(touch -> Duration.ofSeconds(touch.seconds()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static String ready(String offered) {
        return "case when w.station = 'holdFirstMeeting' and w.due > w.offered"
                + " then case when w.ended < w.due then w.ended else w.due end else " + offered + " end";
    }

    /** When the first of the tasks was offered that ended first: since then there are records. */
    public Optional<OffsetDateTime> first() {
        return jdbc.sql("select min(offered) from (select offered from work where ended is not null"
                        + " order by ended limit 100) w")
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single();
    }

    /** The tasks of these stations that were there at some moment of that time. */
    public List<Stay> stays(Collection<String> stations, OffsetDateTime from, OffsetDateTime until) {
        return jdbc.sql(
                        "select station, case_number as caseNumber, offered, due, claimed, ended from work where station in (:stations)"
                                + " and offered < :until and (ended is null or ended >= :from)")
                .param("stations", stations)
                .param("from", from)
                .param("until", until)
                .query(Stay.class)
                .list();
    }
}
