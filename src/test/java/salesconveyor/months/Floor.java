package salesconveyor.months;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.engine.Identities;
import salesconveyor.work.WorkLog;

/** The sales floor: a clock that we move, people who take the work that the engine offers them, and time it takes. */
class Floor {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Duration STEP = Duration.ofMinutes(4);

    private record Piece(
            String task,
            String station,
            String role,
            @Nullable String worker,
            String caseNumber,
            @Nullable String companyNumber) {}

    private record Doing(Piece piece, Worker worker, Instant done) {}

    private final ProcessEngine engine;
    private final Identities identities;
    private final JdbcClient jdbc;
    private final WorkLog work;
    private final Desks desks;
    private final List<Worker> team;
    private final Map<String, Lead> leads = new HashMap<>();
    private final List<Doing> doing = new ArrayList<>();
    private final Set<String> setAside = new HashSet<>();
    /** What went wrong and how often, for whoever changes the models. */
    final Map<String, Integer> refused = new TreeMap<>();

    private Instant now = Instant.EPOCH;

    Floor(ProcessEngine engine, Identities identities, JdbcClient jdbc, WorkLog work, Desks desks, List<Worker> team) {
        this.engine = engine;
        this.identities = identities;
        this.jdbc = jdbc;
        this.work = work;
        this.desks = desks;
        this.team = team;
    }

    ZonedDateTime now() {
        return now.atZone(ZONE);
    }

    void knows(String number, Lead lead) {
        leads.put(number, lead);
    }

    /** Whom this case, client or order is about. */
    @Nullable
    Lead lead(String number, @Nullable String company) {
        Lead lead = leads.get(number);
        if (lead == null && company != null) {
            lead = leads.get(company);
        }
        if (lead != null && company != null) {
            leads.putIfAbsent(company, lead);
        }
        return lead;
    }

    static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** One day; what the office does besides its tasks happens at the full hours. */
    void day(LocalDate day, java.util.function.IntConsumer hour) {
        setAside.clear();
        ZonedDateTime time = day.atTime(8, 0).atZone(ZONE);
        ZonedDateTime end = day.atTime(21, 0).atZone(ZONE);
        for (; time.isBefore(end); time = time.plus(STEP)) {
            finish(time.toInstant());
            at(time.toInstant());
            jobs();
            if (time.getMinute() < STEP.toMinutes()) {
                hour.accept(time.getHour());
            }
            assign(time.toLocalTime());
        }
        finish(end.plusHours(2).toInstant());
    }

    /** Saturday and Sunday: only the clock works. */
    void restDay(LocalDate day) {
        at(day.atTime(12, 0).atZone(ZONE).toInstant());
        jobs();
    }

    void at(Instant time) {
        now = time;
        ClockUtil.setCurrentTime(Date.from(time));
    }

    void jobs() {
        for (int round = 0; round < 8; round++) {
            List<Job> due =
                    engine.getManagementService().createJobQuery().executable().list();
            if (due.isEmpty()) {
                return;
            }
            for (Job job : due) {
                tried("job", () -> engine.getManagementService().executeJob(job.getId()));
            }
        }
    }

    void as(String login, Runnable deed) {
        identities.actAs(login);
        try {
            deed.run();
        } finally {
            identities.actAsNobody();
        }
    }

    /** Work is never lost by a form that was filled in wrongly; it is set aside until tomorrow. */
    boolean tried(String what, Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            String sentence = String.valueOf(cause.getMessage()).replaceAll("[0-9a-f]{8}-[0-9a-f-]+|\\d+", "#");
            refused.merge(what + ": " + sentence.substring(0, Math.min(160, sentence.length())), 1, Integer::sum);
            return false;
        }
    }

    private void finish(Instant until) {
        doing.sort(Comparator.comparing(Doing::done));
        while (!doing.isEmpty() && !doing.get(0).done().isAfter(until)) {
            Doing work = doing.remove(0);
            at(work.done());
            Piece piece = work.piece();
            if (!tried(piece.station(), () -> as(work.worker().login, () -> complete(piece)))) {
                setAside.add(piece.task());
                tried(
                        "give back",
                        () -> as(work.worker().login, () -> engine.getTaskService()
                                .setAssignee(piece.task(), null)));
            }
            jobs();
        }
    }

    private void complete(Piece piece) {
        Lead lead = lead(piece.caseNumber(), piece.companyNumber());
        Map<String, Object> fields = lead == null
                ? desks.ofNobody(piece.station())
                : desks.fields(piece.station(), lead, now(), open(piece));
        engine.getFormService().submitTaskForm(piece.task(), new HashMap<>(fields));
    }

    private void assign(LocalTime time) {
        List<Worker> idle = team.stream()
                .filter(worker -> worker.works(time) && !worker.busyUntil.isAfter(now))
                .toList();
        if (idle.isEmpty()) {
            return;
        }
        List<Piece> waiting = new ArrayList<>(jdbc.sql(
                        "select w.task, w.station, w.role, w.worker, w.case_number, w.company_number from work w"
                                + " join ACT_RU_TASK t on t.ID_ = w.task where w.ended is null"
                                + " and (t.FOLLOW_UP_DATE_ is null or t.FOLLOW_UP_DATE_ <= ?) order by w.priority desc, w.offered")
                .param(Date.from(now))
                .query(Piece.class)
                .list());
        waiting.removeIf(piece -> setAside.contains(piece.task())
                || doing.stream().anyMatch(work -> work.piece().task().equals(piece.task())));
        for (Worker worker : idle) {
            next(worker, waiting).ifPresent(piece -> {
                waiting.remove(piece);
                start(worker, piece);
            });
        }
    }

    private java.util.Optional<Piece> next(Worker worker, List<Piece> waiting) {
        var own = waiting.stream()
                .filter(piece -> worker.login.equals(piece.worker()))
                .findFirst();
        if (own.isPresent()) {
            return own;
        }
        for (String group : worker.groups) {
            var offered = waiting.stream()
                    .filter(piece -> piece.worker() == null && group.equals(piece.role()))
                    .findFirst();
            if (offered.isPresent()) {
                return offered;
            }
        }
        return java.util.Optional.empty();
    }

    private void start(Worker worker, Piece piece) {
        boolean mine = piece.worker() != null;
        if (!mine
                && !tried(
                        "claim",
                        () -> as(worker.login, () -> engine.getTaskService().claim(piece.task(), worker.login)))) {
            setAside.add(piece.task());
            return;
        }
        work.touched(piece.task());
        Instant done = now.plus(Duration.ofMinutes(desks.minutes(piece.station(), worker.pace)));
        worker.busyUntil = done.plus(Duration.ofMinutes(1));
        doing.add(new Doing(piece, worker, done));
    }

    /** The lines of the order of which something is still to be shipped: number and rest in turns. */
    private List<Integer> open(Piece piece) {
        if (!piece.station().equals("shipOrder")) {
            return List.of();
        }
        List<Integer> open = new ArrayList<>();
        jdbc
                .sql("select l.line, l.quantity - coalesce((select sum(s.quantity) from shipment_line s"
                        + " join shipment d on d.number = s.shipment where d.order_number = o.number and s.line = l.line), 0)"
                        + " as rest from proposal_line l join purchase_order o on o.proposal = l.proposal"
                        + " where o.opportunity_number = ? order by l.line")
                .param(piece.caseNumber())
                .query((row, n) ->
                        new int[] {row.getInt(1), row.getBigDecimal(2).intValue()})
                .list()
                .stream()
                .filter(line -> line[1] > 0)
                .forEach(line -> {
                    open.add(line[0]);
                    open.add(line[1]);
                });
        return open;
    }
}
