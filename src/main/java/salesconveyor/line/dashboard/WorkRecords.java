package salesconveyor.line.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.work.TouchTimes;

/** Counts and times of the work table, by station. */
@Component
@Transactional(readOnly = true)
class WorkRecords {
    /** A station of a model. */
    record Place(String process, String station) {}

    /** The group that the tasks of a station were offered to, and what flowed through it. */
    record Flowed(@Nullable String role, Flow flow) {}

    /** How long the cases that had a task done in a process were in it: medians of the sums by case, in seconds. */
    record ByCase(
            String part,
            long cases,
            @Nullable Double waitMedian,
            @Nullable Double touchMedian) {}

    private static final String STOOD =
            "from (select w.process, w.station, w.role, w.ended, " + TouchTimes.READY + " as ready,"
                    // Until then the client thinks.
                    + " case when w.station = 'negotiateDeal' then coalesce(w.due, :until) else " + TouchTimes.READY
                    + " end as ours from work w where w.offered < :until and (w.ended is null or w.ended >= :from)) t"
                    + " where t.ready < :until";

    private static final String DONE =
            "(select s.*, case when s.claimed is null then 0 else greatest(0, least(s.stay, s.held - s.away_seconds)) end"
                    + " as touch from (select d.*, extract(epoch from (d.ended - d.ready)) as stay,"
                    + " extract(epoch from (d.ended - d.claimed)) as held"
                    + " from (select w.process, w.station, w.case_number, w.worker, w.due, w.ended, w.claimed,"
                    + " w.away_seconds, " + TouchTimes.READY + " as ready from work w"
                    + " where w.completed and w.ended >= :from and w.ended < :until) d) s) done";

    /** A meeting is due at its hour, when it begins: what came of it is written down until a day later. */
    private static final String TO_WRITE_UP =
            "case when station = 'holdFirstMeeting' then interval '1' day else interval '0' day end";

    private final JdbcClient jdbc;
    private final WorkDays days;
    private final Clock clock;

    WorkRecords(JdbcClient jdbc, WorkDays days, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    Map<Place, Flowed> flows(Period period) {
        return byPlace(
                "select process, station, max(role) as role,"
                        + " sum(case when ready >= :from then 1 else 0 end) as arrived,"
                        + " sum(case when ended < :until then 1 else 0 end) as gone,"
                        + " sum(case when ready < :from then 1 else 0 end) as at_start,"
                        + " sum(case when ended is null or ended >= :until then 1 else 0 end) as at_end,"
                        + " sum(extract(epoch from (least(coalesce(ended, :until), :until) - greatest(ready, :from))))"
                        + " as standing,"
                        + " sum(greatest(0, extract(epoch from (least(coalesce(ended, :until), :until) - greatest(ours, :from)))))"
                        + " as ours " + STOOD + " group by process, station",
                period,
                (row, n) -> new Flowed(
                        row.getString("role"),
                        new Flow(
                                row.getLong("arrived"),
                                row.getLong("gone"),
                                row.getLong("at_start"),
                                row.getLong("at_end"),
                                row.getDouble("standing"),
                                row.getDouble("ours"))));
    }

    Map<Place, Times> times(Period period) {
        return byPlace(
                "select process, station, count(*) as done,"
                        + " sum(case when due is null then 0 else 1 end) as promised,"
                        + " sum(case when ended > due + " + TO_WRITE_UP + " then 1 else 0 end) as late,"
                        + " percentile_cont(0.5) within group (order by stay - touch) as wait_median,"
                        + " percentile_cont(0.9) within group (order by stay - touch) as wait_p90,"
                        + " percentile_cont(0.5) within group (order by touch) as touch_median,"
                        + " percentile_cont(0.9) within group (order by touch) as touch_p90,"
                        + " sum(touch) as touch_sum, sum(stay) as stay_sum from " + DONE
                        + " group by process, station",
                period,
                (row, n) -> new Times(
                        row.getLong("done"),
                        row.getLong("promised"),
                        row.getLong("late"),
                        row.getDouble("wait_median"),
                        row.getDouble("wait_p90"),
                        row.getDouble("touch_median"),
                        row.getDouble("touch_p90"),
                        row.getDouble("touch_sum"),
                        row.getDouble("stay_sum")));
    }

    /** The tasks that sent their case back. */
    Map<Place, Long> returned(Period period) {
        record Ended(String process, String station, String outcome, long times) {}
        Map<Place, Long> returned = new HashMap<>();
        jdbc
                .sql("select process, station, outcome, count(*) as times from work where completed and ended >= :from"
                        + " and ended < :until and outcome is not null group by process, station, outcome")
                .param("from", period.from())
                .param("until", period.until())
                .query(Ended.class)
                .list()
                .stream()
                .filter(ended -> SendingBack.is(ended.station(), ended.outcome()))
                .forEach(
                        ended -> returned.merge(new Place(ended.process(), ended.station()), ended.times(), Long::sum));
        return returned;
    }

    Map<Place, Crew> crews(Period period) {
        record At(String process, String station, String worker) {}
        Map<String, Crew.Member> members = members(period);
        Map<Place, List<Crew.Member>> crews = new HashMap<>();
        for (At at : jdbc.sql("select distinct process, station, worker from work where completed and ended >= :from"
                        + " and ended < :until and worker is not null")
                .param("from", period.from())
                .param("until", period.until())
                .query(At.class)
                .list()) {
            Crew.Member member = members.get(at.worker());
            if (member != null) {
                crews.computeIfAbsent(new Place(at.process(), at.station()), place -> new ArrayList<>())
                        .add(member);
            }
        }
        return crews.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, crew -> Crew.of(crew.getValue())));
    }

    /** By login. The days are those of the company's zone, whatever that of the machine or the database is. */
    private Map<String, Crew.Member> members(Period period) {
        record Day(String worker, int y, int m, int d, double touch) {}
        return jdbc
                .sql("select worker, y, m, d, sum(touch) as touch from (select worker, touch,"
                        + " extract(year from ended at time zone :zone) as y,"
                        + " extract(month from ended at time zone :zone) as m,"
                        + " extract(day from ended at time zone :zone) as d from " + DONE
                        + " where worker is not null) t group by worker, y, m, d")
                .param("zone", clock.getZone().getId())
                .param("from", period.from())
                .param("until", period.until())
                .query(Day.class)
                .list()
                .stream()
                .map(day -> new Crew.Member(
                        day.worker(),
                        days.share(LocalDate.of(day.y(), day.m(), day.d()), period),
                        Math.min(period.seconds(), day.touch())))
                .collect(Collectors.toMap(
                        Crew.Member::worker,
                        Function.identity(),
                        // A task that was begun before the time was not worked on for longer than it in it.
                        (one, other) -> new Crew.Member(
                                one.worker(),
                                one.days() + other.days(),
                                Math.min(period.seconds(), one.touchSeconds() + other.touchSeconds()))));
    }

    /**
     * @param part a piece of SQL that tells what a task belongs to; a constant of the program
     */
    List<ByCase> byCase(String part, Period period) {
        return jdbc.sql("select part, count(*) as cases,"
                        + " percentile_cont(0.5) within group (order by waited) as wait_median,"
                        + " percentile_cont(0.5) within group (order by touched) as touch_median"
                        + " from (select " + part + " as part, case_number, sum(stay - touch) as waited,"
                        + " sum(touch) as touched from " + DONE
                        + " where case_number is not null group by " + part + ", case_number) c group by part")
                .param("from", period.from())
                .param("until", period.until())
                .query(ByCase.class)
                .list();
    }

    /** What stands where at this moment. */
    Map<Place, Queue> queues(OffsetDateTime now) {
        Map<Place, Queue> queues = new LinkedHashMap<>();
        jdbc.sql(
                        "select process, station, count(*) as open, sum(case when worker is null then 1 else 0 end) as untaken,"
                                + " sum(case when due < :now then 1 else 0 end) as overdue, min(ready) as oldest,"
                                + " percentile_cont(0.5) within group (order by extract(epoch from (cast(:now as timestamp(3) with time zone) - ready))) as age"
                                + " from (select w.process, w.station, w.worker, w.due, " + TouchTimes.READY
                                + " as ready from work w"
                                + " where w.ended is null) t where ready <= :now group by process, station")
                .param("now", now)
                .query((row, n) -> queues.put(
                        new Place(row.getString("process"), row.getString("station")),
                        new Queue(
                                row.getLong("open"),
                                row.getLong("untaken"),
                                row.getLong("overdue"),
                                row.getObject("oldest", OffsetDateTime.class),
                                row.getDouble("age"))))
                .list();
        return queues;
    }

    private <T> Map<Place, T> byPlace(String sql, Period period, RowMapper<T> mapper) {
        Map<Place, T> places = new HashMap<>();
        jdbc.sql(sql)
                .param("from", period.from())
                .param("until", period.until())
                .query((row, n) -> {
                    T value = mapper.mapRow(row, n);
                    if (value != null) {
                        places.put(new Place(row.getString("process"), row.getString("station")), value);
                    }
                    return n;
                })
                .list();
        return places;
    }
}
