package salesconveyor.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import salesconveyor.people.PersonalHours;

/**
 * Tells, when a task is let go, in which spans its owner was not at it. Nobody presses a button for a pause, so it
 * follows from what is known: a night or weekend that went by until the doors opened again, and the time that went into
 * other tasks that the same person completed meanwhile. What the case or a head gave to somebody waits until that person
 * begins, and a meeting until its hour. Work before opening and after closing counts, for home workers work in the
 * evening, but of what is done on another day only some hours of it. Whoever has shifts goes home when one ends and comes
 * back when the next begins.
 */
@Component
class TimeAway {
    private enum Reason {
        NOT_BEGUN,
        CLOSED,
        OTHER_TASK,
        NOT_COMPLETED
    }

    /** After closing, of what is completed on another day before the doors open: the rest is night. */
    private static final Duration LONGEST_EVENING = Duration.ofHours(4);

    private final JdbcClient jdbc;
    private final PersonalHours hours;
    private final Clock clock;

    TimeAway(JdbcClient jdbc, PersonalHours hours, Clock clock) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * Writes the spans of a claim that has just ended.
     *
     * @param begun when the person began, as far as somebody told; else it was after the task that was done before
     * @param completed else the task was given back or ended by something else, and no time of the claim led to a result
     * @return how long its owner was away
     */
    Duration write(long claim, String worker, Span all, @Nullable Instant begun, boolean completed) {
        if (!completed) {
            return write(claim, List.of(all), Reason.NOT_COMPLETED);
        }
        Instant start = later(begun == null ? lastDone(claim, worker, all) : begun, hour(claim), all.until());
        Span held = new Span(start, all.until());
        List<Span> waiting = start.isAfter(all.from()) ? List.of(new Span(all.from(), start)) : List.of();
        List<Span> closed = closed(held, worker);
        List<Span> elsewhere = new ArrayList<>();
        for (Span touched : touchedMeanwhile(claim, worker, held)) {
            for (Span both : touched.within(held)) {
                List<Span> counted = new ArrayList<>(closed);
                counted.addAll(elsewhere);
                elsewhere.addAll(both.without(counted));
            }
        }
        return write(claim, waiting, Reason.NOT_BEGUN)
                .plus(write(claim, closed, Reason.CLOSED))
                .plus(write(claim, elsewhere, Reason.OTHER_TASK));
    }

    /** When the meeting begins that this is about; nothing when it is about none. */
    private @Nullable Instant hour(long claim) {
        return jdbc.sql("select w.due from work w join work_claim c on c.task = w.task where c.id = ?"
                        + " and w.station = 'holdFirstMeeting' and w.due is not null")
                .param(claim)
                .query((row, n) -> instant(row, 1))
                .optional()
                .orElse(null);
    }

    /** The hour, when somebody looked at it before; at most the end. */
    private static Instant later(Instant start, @Nullable Instant hour, Instant end) {
        if (hour == null || !hour.isAfter(start)) {
            return start;
        }
        return hour.isBefore(end) ? hour : end;
    }

    private Instant lastDone(long claim, String worker, Span held) {
        return jdbc.sql("select max(released) from work_claim where worker = ? and released > ? and released <= ?"
                        + " and id <> ?")
                .params(
                        worker,
                        held.from().atOffset(ZoneOffset.UTC),
                        held.until().atOffset(ZoneOffset.UTC),
                        claim)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant)
                .orElse(held.from());
    }

    /** Nights and weekends that went by until the doors opened again, or that the person cannot have worked through. */
    private List<Span> closed(Span held, String worker) {
        List<Span> closed = new ArrayList<>();
        Instant time = held.from();
        for (PersonalHours.Stretch open : hours.between(worker, held.from(), held.until())) {
            if (open.begin().isAfter(time)) {
                closed.add(new Span(time, open.begin()));
            }
            time = open.end().isAfter(time) ? open.end() : time;
        }
        Instant tired = time.plus(LONGEST_EVENING);
        if (tired.isBefore(held.until()) && !day(time).equals(day(held.until()))) {
            closed.add(new Span(tired, held.until()));
        }
        return closed;
    }

    private LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, clock.getZone());
    }

    /** When the same person worked on other tasks that were completed before this one. */
    private List<Span> touchedMeanwhile(long claim, String worker, Span held) {
        record Other(long id, OffsetDateTime claimed, OffsetDateTime released) {}
        return jdbc
                .sql("select id, claimed, released from work_claim where worker = ? and released > ? and id <> ?")
                .params(worker, held.from().atOffset(ZoneOffset.UTC), claim)
                .query(Other.class)
                .list()
                .stream()
                .flatMap(other -> new Span(
                                other.claimed().toInstant(), other.released().toInstant())
                        .without(away(other.id())).stream())
                .toList();
    }

    private List<Span> away(long claim) {
        return jdbc.sql("select away_from, away_until from work_away where claim = ?")
                .param(claim)
                .query((row, n) -> new Span(instant(row, 1), instant(row, 2)))
                .list();
    }

    private Duration write(long claim, List<Span> spans, Reason reason) {
        Duration away = Duration.ZERO;
        for (Span span : spans) {
            away = away.plus(span.length());
            jdbc.sql("insert into work_away (claim, away_from, away_until, reason) values (?, ?, ?, ?)")
                    .params(
                            claim,
                            span.from().atOffset(ZoneOffset.UTC),
                            span.until().atOffset(ZoneOffset.UTC),
                            reason.name())
                    .update();
        }
        return away;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
