package salesconveyor.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.TaskWatch;

/** Writes the work table in the engine's own transaction: when a task was offered, claimed, given back and ended. */
@Component
public class WorkLog implements TaskWatch {
    private record Claim(
            long id,
            String worker,
            OffsetDateTime claimed,
            @Nullable OffsetDateTime begun) {}

    private final JdbcClient jdbc;
    private final TimeAway timeAway;
    private final CaseWorth worth;
    private final Clock clock;

    WorkLog(JdbcClient jdbc, TimeAway timeAway, CaseWorth worth, Clock clock) {
        this.jdbc = jdbc;
        this.timeAway = timeAway;
        this.worth = worth;
        this.clock = clock;
    }

    @Override
    public void changed(Change change) {
        switch (change.event()) {
            case "create" -> offered(change);
            case "assignment" ->
                assigned(change, change.assignee() != null && change.assignee().equals(change.actor()));
            case "complete" -> completed(change);
            case "delete" -> {
                released(change, false);
                jdbc.sql("update work set ended = ?, queue = null where task = ? and ended is null")
                        .params(now(), change.task())
                        .update();
            }
            default ->
                jdbc.sql("update work set priority = ?, not_before = ?, late_told = case when due = ? then late_told"
                                + " else false end, due = ? where task = ?")
                        .params(
                                change.priority(),
                                time(change.notBefore()),
                                time(change.due()),
                                time(change.due()),
                                change.task())
                        .update();
        }
    }

    private void offered(Change change) {
        var promise = change.promise();
        jdbc.sql("insert into work (task, station, process, role, queue, case_number, company_number, priority, due,"
                        + " not_before, worth, offered, promised, promised_by, held_until)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        change.task(),
                        change.station(),
                        change.process(),
                        change.role(),
                        change.role(),
                        change.caseNumber(),
                        change.companyNumber(),
                        change.priority(),
                        time(change.due()),
                        time(change.notBefore()),
                        worth.of(change.caseNumber()),
                        now(),
                        promise == null ? null : time(change.due()),
                        promise == null ? null : promise.by(),
                        promise == null ? null : time(promise.until()))
                .update();
        if (change.assignee() != null) {
            assigned(change, false);
        }
    }

    /** @param taken else the case or somebody else gave it to its worker */
    private void assigned(Change change, boolean taken) {
        if (change.assignee() != null && change.assignee().equals(worker(change.task()))) {
            return; // The engine tells of a new task's assignee once more.
        }
        released(change, false);
        if (change.assignee() == null) {
            jdbc.sql("update work set worker = null, claimed = null, taken = false, touched = null, parked = false,"
                            + " queue = role, given_back = given_back + 1 where task = ? and worker is not null")
                    .param(change.task())
                    .update();
        } else {
            jdbc.sql("update work set worker = ?, claimed = ?, taken = ?, touched = ?, parked = false, queue = null"
                            + " where task = ?")
                    .params(change.assignee(), now(), taken, taken ? now() : null, change.task())
                    .update();
            jdbc.sql("insert into work_claim (task, worker, claimed, begun) values (?, ?, ?, ?)")
                    .params(change.task(), change.assignee(), now(), taken ? now() : null)
                    .update();
        }
    }

    /** Whoever had it until now has it no more; how long he had it, and was at it, stays known. */
    private Duration released(Change change, boolean completed) {
        OffsetDateTime now = now();
        Duration away = Duration.ZERO;
        List<Claim> open = jdbc.sql(
                        "select id, worker, claimed, begun from work_claim where task = ? and released is null")
                .param(change.task())
                .query(Claim.class)
                .list();
        for (Claim claim : open) {
            jdbc.sql("update work_claim set released = ? where id = ?")
                    .params(now, claim.id())
                    .update();
            Span held = new Span(claim.claimed().toInstant(), now.toInstant());
            Instant begun = claim.begun() == null ? null : claim.begun().toInstant();
            away = away.plus(timeAway.write(claim.id(), claim.worker(), held, begun, completed));
        }
        return away;
    }

    private void completed(Change change) {
        Duration away = released(change, true);
        var completion = change.completion();
        jdbc.sql(
                        "update work set ended = ?, completed = true, outcome = ?, away_seconds = ?, queue = null where task = ?")
                .params(now(), completion == null ? null : completion.outcome(), away.toSeconds(), change.task())
                .update();
        if (completion != null) {
            completion.answers().forEach((question, answer) -> jdbc.sql(
                            "insert into task_answer (task, station, case_number, question, answer) values (?, ?, ?, ?, ?)")
                    .params(change.task(), change.station(), change.caseNumber(), question, answer)
                    .update());
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private @Nullable String worker(String task) {
        return jdbc.sql("select worker from work where task = ? and worker is not null")
                .param(task)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Whoever has this open task works on it now, for example wrote a draft. Nothing happens for one that has ended. */
    @Transactional
    public void touched(String task) {
        jdbc.sql("update work set touched = ?, parked = false where task = ? and worker is not null and ended is null")
                .params(now(), task)
                .update();
        jdbc.sql("update work_claim set begun = ? where task = ? and released is null and begun is null")
                .params(now(), task)
                .update();
    }

    /** When this person last worked on this task; nothing when it is not begun, or not theirs. */
    @Transactional(readOnly = true)
    public Optional<OffsetDateTime> touched(String task, String worker) {
        return jdbc.sql(
                        "select touched from work where task = ? and worker = ? and touched is not null and ended is null")
                .params(task, worker)
                .query(OffsetDateTime.class)
                .optional();
    }

    /** The engine does not know this task any more, and nobody told us. */
    @Transactional
    public void lost(String task) {
        jdbc.sql("update work set ended = ?, queue = null where task = ? and ended is null")
                .params(now(), task)
                .update();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
