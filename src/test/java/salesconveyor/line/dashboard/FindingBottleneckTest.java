package salesconveyor.line.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import salesconveyor.ConveyorTest;

/** What the bottleneck is and what is advised, by the figures of the stations alone. */
@ConveyorTest
class FindingBottleneckTest {
    private static final double DAY = 86400;
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-06-01T00:00:00Z");
    private static final Period WEEK = new Period(MONDAY, MONDAY.plusDays(7));

    @Autowired
    FindingBottleneck finding;

    private static Station station(String name, Flow flow, Queue queue, Crew crew, double touchSum) {
        Times times = new Times(flow.gone(), 0, 0, 3600.0, 7200.0, 600.0, 900.0, touchSum, flow.standingSeconds());
        return new Station("acquireClient", name, name, "callers", "Callers", flow, times, queue, crew, 0);
    }

    private static Station standing(String name, double days, long arrived, long gone) {
        return station(
                name, new Flow(arrived, gone, 0, arrived - gone, days * DAY, days * DAY), Queue.EMPTY, Crew.NOBODY, 0);
    }

    private Bottleneck among(Station... stations) {
        return finding.in(List.of(stations), WEEK, Locale.ENGLISH);
    }

    @Test
    void muchStandsThereAndMoreComesThanLeaves() {
        // 60 % x 1 against 40 % x 2.
        Bottleneck neck = among(standing("steady", 6, 10, 10), standing("growing", 4, 20, 10));
        assertThat(neck.ranking()).extracting(Bottleneck.Candidate::station).containsExactly("growing", "steady");
        assertThat(neck.found().score()).isCloseTo(0.8, within(1e-9));
        // 70 % x 1 against 30 % x 2.
        assertThat(among(standing("steady", 7, 10, 10), standing("growing", 3, 20, 10))
                        .found()
                        .station())
                .isEqualTo("steady");
    }

    /** On a Sunday, or within an hour, nothing comes anywhere; one in and one out must not beat fifty that stand. */
    @Test
    void whatStandsCountsThoughNothingComes() {
        Bottleneck neck = among(standing("busy", 1, 1, 1), standing("stuck", 50, 0, 0));
        assertThat(neck.ranking()).extracting(Bottleneck.Candidate::station).containsExactly("stuck", "busy");
        assertThat(neck.ranking().get(0).score()).isCloseTo(50 / 51.0, within(1e-9));
        assertThat(among(standing("a", 2, 0, 0), standing("b", 3, 0, 0)).found().station())
                .isEqualTo("b");
        // As high a product: the greater share first.
        assertThat(among(standing("a", 2, 4, 2), standing("b", 4, 1, 1)).found().station())
                .isEqualTo("b");
    }

    /** The client thinks for fifty days and we are late by one. */
    @Test
    void timeInWhichTheClientThinksIsNoBottleneck() {
        Flow thinking = new Flow(5, 5, 0, 0, 50 * DAY, DAY);
        Bottleneck neck = among(standing("ours", 3, 5, 5), station("client", thinking, Queue.EMPTY, Crew.NOBODY, 0));
        assertThat(neck.ranking()).extracting(Bottleneck.Candidate::station).containsExactly("ours", "client");
        assertThat(neck.found().share()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void whereNothingLeavesEachArrivalCounts() {
        assertThat(among(standing("stuck", 1, 5, 0)).found().load()).isEqualTo(5);
    }

    @Test
    void whereNobodyWorksSomebodyMustBeFound() {
        assertThat(among(standing("empty", 1, 5, 0)).advice()).startsWith("Nobody completed a task here in this time.");
    }

    @Test
    void busyPeopleNeedHands() {
        // Two people, ten person-days, 64 of 80 hours at tasks. 100 came at 40 min each: 66.7 h of 5 days x 8 h x 80 %.
        Station busy = station(
                "busy",
                new Flow(100, 60, 0, 40, 9 * DAY, 9 * DAY),
                new Queue(40, 40, 0, MONDAY, 1.0),
                new Crew(2, 10, 64 * 3600.0),
                60 * 2400.0);
        assertThat(among(busy).advice())
                .startsWith("Those who work here are busy: 80% of an eight-hour day at tasks."
                        + " What comes in here alone needs 2.1 people full time; 2 work here");
        assertThat(finding.needed(busy, WEEK)).isCloseTo(100 * 2400 / (5 * 8 * 3600 * 0.8), within(1e-9));
        // Asked for a month, with records of the last week only: the same.
        Period month = new Period(WEEK.until().minusDays(30), WEEK.until());
        assertThat(finding.needed(busy, month.since(MONDAY))).isEqualTo(finding.needed(busy, WEEK));
        assertThat(month.since(month.from().minusDays(1))).isEqualTo(month);
        // From noon to noon is one working day, not two.
        Period noon = new Period(MONDAY.plusHours(34), MONDAY.plusHours(58));
        assertThat(finding.needed(busy, noon)).isCloseTo(100 * 2400 / (8 * 3600 * 0.8), within(1e-9));
    }

    @Test
    void whereNothingStandsAnyMoreNobodyIsSentToAnEmptyQueue() {
        Station over = station("over", new Flow(10, 10, 0, 0, DAY, DAY), Queue.EMPTY, new Crew(1, 5, 3600.0), 60);
        assertThat(among(over).advice())
                .startsWith("Nothing stands here now, and those who work here have time:"
                        + " they are at tasks for 2% of an eight-hour day.");
    }

    @Test
    void whoHasTimeShallTakeTheOldestOrFinishWhatWasTaken() {
        Flow flow = new Flow(10, 5, 0, 5, DAY, DAY);
        Crew crew = new Crew(1, 5, 3600.0);
        assertThat(among(station("untaken", flow, new Queue(5, 4, 0, MONDAY, 1.0), crew, 60))
                        .advice())
                .contains("4 of 5 tasks wait for somebody to take them, the oldest since Jun 1, 2026");
        assertThat(among(station("taken", flow, new Queue(5, 1, 0, MONDAY, 1.0), crew, 60))
                        .advice())
                .contains("4 of 5 tasks are taken and not done");
    }
}
