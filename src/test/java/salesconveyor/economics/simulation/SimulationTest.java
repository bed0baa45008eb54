package salesconveyor.economics.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.rng.RandomStream;
import umontreal.ssj.stat.Tally;

/** The simulation against queues and calendars whose answer is known. */
class SimulationTest {
    private static final int RUNS = 30;
    private static final double DAY = 24 * 60;
    private static final Week OFFICE =
            Week.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), at("09:00"), at("17:00"));

    /**
     * Poisson arrivals, exponential service, c servers: the mean wait is known (Erlang C). 30 runs of 10,000 cases that
     * begin empty, the first 1,000 not counted. The known wait must lie in the 99 % confidence interval of the mean of
     * the runs, and that interval must be narrow, or the test would prove nothing.
     */
    @ParameterizedTest(name = "M/M/{0}, utilisation {1}")
    @CsvSource({"1, 0.5, 0.06", "2, 0.8, 0.15", "5, 0.9, 0.25"})
    void theWaitInTheQueueIsThatOfErlang(int servers, double utilisation, double narrow) {
        double service = 10;
        double between = service / (servers * utilisation);
        Minutes exponential = (station, crew, random) -> -service * Math.log(random.nextDouble());
        Crew crew = new Crew("servers", servers, Set.of("counter", "warming"), Week.always(), 0, false);
        MRG32k3a random = new MRG32k3a();
        random.setSeed(new long[] {1, 2, 3, 4, 5, 6});
        Tally waits = new Tally();
        for (int run = 0; run < RUNS; run++) {
            List<Journey> all = arrivals(10_000, between, random);
            double warm = all.get(1_000).arrival();
            var counted = new Simulation(List.of(crew), exponential, random, Double.MAX_VALUE).play(marked(all, warm));
            waits.add(counted.stations.get("counter").meanWait());
            random.resetNextSubstream();
        }
        double radius = TDistribution.of(RUNS - 1).inverseSurvivalProbability(0.005)
                * waits.standardDeviation()
                / Math.sqrt(RUNS);
        double known = erlangC(servers, servers * utilisation) * service / (servers * (1 - utilisation));
        assertThat(waits.average()).isCloseTo(known, within(radius));
        assertThat(radius).isLessThan(known * narrow);
    }

    /** Erlang C of 2 servers with 1.6 Erlang by hand: (1.28 / 0.2) / (1 + 1.6 + 6.4) = 6.4 / 9. */
    @Test
    void theKnownAnswerIsKnown() {
        assertThat(erlangC(1, 0.8)).isCloseTo(0.8, within(1e-12));
        assertThat(erlangC(2, 1.6)).isCloseTo(6.4 / 9, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        // Monday 9:00 is minute 540, 17:00 is 1020, Tuesday 9:00 is 1980.
        "540, 60, 600",
        "0, 60, 600",
        "990, 60, 2010",
        "1020, 60, 2040",
        "540, 480, 1020",
        "540, 481, 1981",
        // Friday 16:30, an hour: half of it on Monday 9:00 of the next week, minute 10,620.
        "6750, 60, 10650",
        // Two weeks of 40 hours and a minute.
        "540, 4801, 20701"
    })
    void workStopsWhenPeopleGoHomeAndGoesOnWhenTheyComeBack(double begins, double minutes, double ends) {
        assertThat(OFFICE.finish(begins, minutes)).isCloseTo(ends, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0, 10080, 2400", "0, 600, 60", "600, 1980, 420", "1020, 1980, 0", "0, 21000, 5100"})
    void theHoursOfAWeekAreCounted(double from, double until, double open) {
        assertThat(OFFICE.open(from, until)).isCloseTo(open, within(1e-6));
    }

    /** Two cases at 9:00, tasks of 30 minutes, one person: the second waits 30; both need the other station after it. */
    @Test
    void aSmallHistoryIsPlayedAsByHand() {
        List<Journey> journeys = List.of(journey(540, "call", "sell"), journey(540, "call", "sell"));
        Minutes thirty = (station, crew, random) -> 30;
        // Alternating by age: call 540, call 570, sell 600 (offered at 570), sell 630 (offered at 600).
        Run generalist =
                play(journeys, thirty, Double.MAX_VALUE, new Crew("g", 1, Set.of("call", "sell"), OFFICE, 10, false));
        assertThat(generalist.stations.get("call").waited).isEqualTo(30);
        // Ten minutes are lost once, before the first "sell": it ends at 640, so the second waits from 600 to 640.
        assertThat(generalist.stations.get("sell").waited).isEqualTo(30 + 40);
        assertThat(generalist.busy.get("g")).isEqualTo(130);
        assertThat(generalist.leadTimes).containsExactly(100.0, 130.0);
        Run two = play(
                journeys,
                thirty,
                Double.MAX_VALUE,
                new Crew("c", 1, Set.of("call"), OFFICE, 10, false),
                new Crew("s", 1, Set.of("sell"), OFFICE, 10, false));
        assertThat(two.leadTimes).containsExactly(60.0, 90.0);
        assertThat(two.stations.get("sell").waited).isZero();
        // Broken off at 9:45: one case is done with its call only, the other is at it.
        Run half = play(journeys, thirty, 585, new Crew("g", 1, Set.of("call", "sell"), OFFICE, 10, false));
        assertThat(half.leadTimes).isEmpty();
        assertThat(half.stations.get("sell").waited).isEqualTo(15);
        // Half an hour of the one, a quarter of the other.
        assertThat(half.busy.get("g")).isEqualTo(45);
    }

    @Test
    void whoComesInTheEveningFindsWhatWaited() {
        Week evening = Week.of(Set.of(DayOfWeek.MONDAY), at("18:00"), at("22:00"));
        Run run = play(
                List.of(journey(600, "research"), journey(1200, "research")),
                (station, crew, random) -> 20,
                Double.MAX_VALUE,
                new Crew("student", 1, Set.of("research"), evening, 0, false));
        assertThat(run.leadTimes).containsExactly(1080.0 + 20 - 600, 20.0);
    }

    @Test
    void theSameQuestionGetsTheSameAnswer() {
        var crew = new Crew("c", 2, Set.of("call"), OFFICE, 0, false);
        Minutes drawn = (station, who, random) -> 60 * random.nextDouble();
        var one = new Experiment(List.of(crew), drawn, DAY, 5 * DAY)
                .play(20, random -> arrivals(100, 20, random, "call"));
        var other = new Experiment(List.of(crew), drawn, DAY, 5 * DAY)
                .play(20, random -> arrivals(100, 20, random, "call"));
        assertThat(one).isEqualTo(other);
        assertThat(one.bottleneck())
                .hasValueSatisfying(station -> assertThat(station.name()).isEqualTo("call"));
        assertThat(one.waiting().low()).isLessThan(one.waiting().high());
        assertThat(one.staff().get(0).paid().mean()).isCloseTo(2 * 4 * 480, within(1e-6));
    }

    private static Run play(List<Journey> journeys, Minutes minutes, double horizon, Crew... crews) {
        return new Simulation(List.of(crews), minutes, new MRG32k3a(), horizon).play(journeys);
    }

    private static Journey journey(double arrival, String... stations) {
        return new Journey(
                arrival,
                List.of(stations).stream().map(one -> new Journey.Stop(one, 0)).toList());
    }

    private static List<Journey> arrivals(int many, double between, RandomStream random) {
        return arrivals(many, between, random, "counter");
    }

    private static List<Journey> arrivals(int many, double between, RandomStream random, String station) {
        List<Journey> journeys = new ArrayList<>();
        double time = 0;
        for (int i = 0; i < many; i++) {
            time -= between * Math.log(random.nextDouble());
            journeys.add(journey(time, station));
        }
        return journeys;
    }

    /** Who came while the queue was filling up is served by the same crew, but not counted. */
    private static List<Journey> marked(List<Journey> all, double warm) {
        return all.stream()
                .map(one -> one.arrival() < warm ? journey(one.arrival(), "warming") : one)
                .toList();
    }

    /** The share of arrivals that have to wait, of the offered load in Erlang. */
    private static double erlangC(int servers, double load) {
        double term = 1;
        double sum = 1;
        for (int k = 1; k < servers; k++) {
            term *= load / k;
            sum += term;
        }
        double all = term * load / servers * servers / (servers - load);
        return all / (sum + all);
    }

    private static LocalTime at(String time) {
        return LocalTime.parse(time);
    }
}
