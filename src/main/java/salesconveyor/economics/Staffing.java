package salesconveyor.economics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.economics.Records.Book;
import salesconveyor.economics.WhatIf.Outcome;
import salesconveyor.economics.simulation.Crew;
import salesconveyor.economics.simulation.Experiment;
import salesconveyor.economics.simulation.Replay;
import salesconveyor.economics.simulation.Result;
import salesconveyor.economics.simulation.Week;
import salesconveyor.engine.Refused;
import salesconveyor.people.Role;
import salesconveyor.people.Shifts;
import salesconveyor.people.WorkingTime;
import salesconveyor.shared.Texts;
import salesconveyor.work.Touch;

/** Plays the recorded work once more with other staff. */
@Component
@Transactional(readOnly = true)
public class Staffing {
    private static final int RUNS = 100;

    /** What is lost by turning to another kind of task, as the pages say it of delegation. */
    private static final BigDecimal SWITCH_MINUTES = BigDecimal.valueOf(5);

    private static final Duration LONGEST_SHIFT = Duration.ofHours(12);
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** What one is paid as, and when one works. */
    private record Terms(String pay, LocalTime from, LocalTime until) {}

    private static final Comparator<Terms> ORDER =
            Comparator.comparing(Terms::pay).thenComparing(Terms::from).thenComparing(Terms::until);

    private final Records records;
    private final Assumptions assumptions;
    private final WorkingTime company;
    private final Shifts shifts;
    private final Texts texts;

    Staffing(Records records, Assumptions assumptions, WorkingTime company, Shifts shifts, Texts texts) {
        this.records = records;
        this.assumptions = assumptions;
        this.company = company;
        this.shifts = shifts;
        this.texts = texts;
    }

    /**
     * The staff of the records: for each pay and hours everybody who did something. Whoever has shifts works from the
     * beginning to the end of most of them, all others in the company's hours.
     */
    public List<StaffPlan> recorded(Window window) {
        return recorded(records.of(window));
    }

    private List<StaffPlan> recorded(Book book) {
        Map<Terms, Set<String>> people = new TreeMap<>(ORDER);
        Map<Terms, Set<String>> roles = new HashMap<>();
        book.touches().stream()
                .filter(touch -> touch.role() != null)
                .collect(Collectors.groupingBy(Touch::worker))
                .forEach((person, own) -> {
                    Terms terms = terms(pay(book, own), person);
                    people.computeIfAbsent(terms, none -> new TreeSet<>()).add(person);
                    Set<String> done = roles.computeIfAbsent(terms, none -> new TreeSet<>());
                    own.forEach(touch -> done.add(String.valueOf(touch.role())));
                });
        return people.entrySet().stream()
                .map(one -> new StaffPlan(
                        one.getKey().pay(),
                        one.getValue().size(),
                        one.getKey().from(),
                        one.getKey().until(),
                        List.copyOf(roles.getOrDefault(one.getKey(), Set.of()))))
                .toList();
    }

    /** A shift over midnight counts as the company's hours: the played week has no such. */
    private Terms terms(String pay, String person) {
        Map<Terms, Long> usual = shifts.of(person).stream()
                .filter(shift -> shift.starts().isBefore(shift.ends()))
                .collect(Collectors.groupingBy(
                        shift -> new Terms(pay, shift.starts(), shift.ends()),
                        () -> new TreeMap<>(ORDER),
                        Collectors.counting()));
        return usual.isEmpty()
                ? new Terms(pay, opens(), closes())
                : Collections.max(usual.entrySet(), Map.Entry.comparingByValue())
                        .getKey();
    }

    /** One for each person, whatever that person did: the last with a rate, else the role that most of the tasks were for. */
    private static String pay(Book book, List<Touch> own) {
        String known = null;
        for (Touch touch : own) {
            known = book.labour().cost(touch) == null ? known : book.labour().paidAs(touch);
        }
        if (known != null) {
            return known;
        }
        Map<String, Long> times = own.stream()
                .collect(Collectors.groupingBy(
                        touch -> String.valueOf(touch.role()), TreeMap::new, Collectors.counting()));
        return Collections.max(times.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** @throws Refused when there is nothing to play, or nobody would do what some tasks ask for */
    public WhatIf ask(Window window, List<StaffPlan> staff) {
        Book book = records.of(window);
        Replay replay = Replay.of(book.touches(), window.from(), window.until(), book.zone());
        if (replay.journeys().isEmpty()) {
            throw new Refused("Nothing to play yet: no task was completed in these months.");
        }
        Set<String> undone = new TreeSet<>(replay.roles().values());
        staff.stream().filter(plan -> plan.people() > 0).forEach(plan -> undone.removeAll(plan.roles()));
        if (!undone.isEmpty()) {
            throw new Refused(
                    "Nobody would do the tasks of: {0}. Tick them for somebody, or add people.",
                    undone.stream()
                            .map(group -> Role.of(group).map(Role::title).orElse(group))
                            .map(texts::say)
                            .collect(Collectors.joining(", ")));
        }
        List<StaffPlan> recorded = recorded(book);
        Outcome now = play(book, replay, recorded);
        Outcome tried = staff.equals(recorded) ? now : play(book, replay, staff);
        return new WhatIf(window, replay.journeys().size(), replay.tasks(), replay.cut(), now, tried);
    }

    private Outcome play(Book book, Replay replay, List<StaffPlan> staff) {
        List<Crew> crews = new ArrayList<>();
        BigDecimal said = assumptions.of("").switchMinutes();
        BigDecimal lost = said == null ? SWITCH_MINUTES : said;
        for (StaffPlan plan : staff) {
            Set<String> stations = replay.stations(plan.roles());
            if (plan.people() > 0 && !stations.isEmpty()) {
                String name = plan.paidAs() + " " + (crews.size() + 1);
                Week week = Week.of(workdays(), plan.from(), plan.until());
                crews.add(new Crew(name, plan.people(), stations, week, lost.doubleValue(), false));
            }
        }
        Result result =
                new Experiment(crews, replay.minutes(), replay.opening(), replay.horizon()).play(RUNS, replay::drawn);
        return new Outcome(staff, result, cost(book, staff, replay));
    }

    /** All hours are paid, busy or not. */
    private @Nullable BigDecimal cost(Book book, List<StaffPlan> staff, Replay replay) {
        BigDecimal cost = BigDecimal.ZERO;
        LocalDate today = book.window().until().toLocalDate();
        for (StaffPlan plan : staff) {
            BigDecimal rate = book.labour().hour(plan.paidAs(), today);
            if (plan.people() > 0 && rate == null) {
                return null;
            }
            if (rate != null && plan.people() > 0) {
                long seconds = replay.openSeconds(Week.of(workdays(), plan.from(), plan.until()));
                cost = cost.add(rate.multiply(Hours.of(seconds)).multiply(BigDecimal.valueOf(plan.people())));
            }
        }
        OffsetDateTime opening = replay.from().atZone(book.zone()).toOffsetDateTime();
        Window played =
                new Window(YearMonth.from(opening), opening, book.window().until());
        return played.perMonth(cost).setScale(2, RoundingMode.HALF_UP);
    }

    private LocalTime opens() {
        return isShift() ? company.opens() : LocalTime.of(9, 0);
    }

    private LocalTime closes() {
        return isShift() ? company.closes() : LocalTime.of(18, 0);
    }

    private Set<DayOfWeek> workdays() {
        return isShift() ? company.workdays() : WEEKDAYS;
    }

    /** A company that never closes has nobody who never goes home. */
    private boolean isShift() {
        return Duration.between(company.opens(), company.closes()).compareTo(LONGEST_SHIFT) <= 0;
    }
}
