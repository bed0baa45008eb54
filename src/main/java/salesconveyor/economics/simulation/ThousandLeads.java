package salesconveyor.economics.simulation;

import static salesconveyor.economics.simulation.LeadWays.ACCEPT;
import static salesconveyor.economics.simulation.LeadWays.CALL;
import static salesconveyor.economics.simulation.LeadWays.MEETING;
import static salesconveyor.economics.simulation.LeadWays.NEGOTIATION;
import static salesconveyor.economics.simulation.LeadWays.PAPERS;
import static salesconveyor.economics.simulation.LeadWays.PROPOSAL;
import static salesconveyor.economics.simulation.LeadWays.RESEARCH;
import static salesconveyor.economics.simulation.LeadWays.WARM_UP;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The same leads worked by generalists, who do all for their cases, and by a conveyor of specialists. */
final class ThousandLeads {
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Week OFFICE = Week.of(WEEKDAYS, LocalTime.of(9, 0), LocalTime.of(18, 0));
    private static final Week EVENING = Week.of(WEEKDAYS, LocalTime.of(18, 0), LocalTime.of(22, 0));
    private static final double WEEK = 7 * 24 * 60;

    /** What came of one way to work. @param paid cost of all hours until the end; {@code worked}: of the busy ones */
    record Outcome(Result result, Spread weeks, BigDecimal paid, BigDecimal worked, double qualified, double won) {
        BigDecimal paidEach(double many) {
            return each(paid, many);
        }

        BigDecimal workedEach(double many) {
            return each(worked, many);
        }

        private static BigDecimal each(BigDecimal cost, double many) {
            return many < 0.5 ? BigDecimal.ZERO : cost.divide(BigDecimal.valueOf(many), 0, RoundingMode.HALF_UP);
        }
    }

    private final LeadInputs inputs;
    private final LeadWays ways;

    ThousandLeads(LeadInputs inputs) {
        this.inputs = inputs;
        this.ways = new LeadWays(inputs);
    }

    /** @param batches whether they do one operation for many cases, which spares switching; else what waits longest */
    Outcome generalists(boolean batches) {
        Set<String> all = Set.of(RESEARCH, CALL, WARM_UP, MEETING, PROPOSAL, NEGOTIATION, PAPERS);
        return play(false, List.of(crew("generalist", all, OFFICE, batches)));
    }

    Outcome conveyor() {
        return play(
                true,
                List.of(
                        crew("researcher", Set.of(RESEARCH), EVENING, true),
                        crew("caller", Set.of(CALL), OFFICE, true),
                        crew("manager", Set.of(ACCEPT, WARM_UP, MEETING, NEGOTIATION), OFFICE, false),
                        crew("assistant", Set.of(PROPOSAL, PAPERS), OFFICE, false)));
    }

    private Crew crew(String name, Set<String> stations, Week week, boolean batches) {
        return new Crew(name, inputs.count(name + "s"), stations, week, inputs.number("switching"), batches);
    }

    private Outcome play(boolean conveyor, List<Crew> crews) {
        Result result = new Experiment(crews, ways.minutes(conveyor), 0, Double.MAX_VALUE)
                .play(inputs.count("runs"), random -> ways.journeys(conveyor, random));
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal worked = BigDecimal.ZERO;
        for (Result.Staff staff : result.staff()) {
            BigDecimal hour = inputs.of(staff.crew().name() + "-hour");
            paid = paid.add(cost(hour, staff.paid()));
            worked = worked.add(cost(hour, staff.busy()));
        }
        Spread end = result.end();
        return new Outcome(
                result,
                new Spread(end.mean() / WEEK, end.low() / WEEK, end.high() / WEEK),
                paid,
                worked,
                tasks(result, WARM_UP),
                tasks(result, PAPERS));
    }

    private static BigDecimal cost(BigDecimal hour, Spread minutes) {
        return hour.multiply(BigDecimal.valueOf(Math.round(minutes.mean())))
                .divide(BigDecimal.valueOf(60), 0, RoundingMode.HALF_UP);
    }

    private static double tasks(Result result, String station) {
        return result.stations().stream()
                .filter(one -> one.name().equals(station))
                .mapToDouble(Result.Station::tasks)
                .sum();
    }
}
