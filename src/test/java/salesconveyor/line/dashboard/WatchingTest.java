package salesconveyor.line.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Date;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;

/**
 * The figures against a small history that is counted by hand. Ten days, from 1981-06-02 00:00 to 1981-06-12
 * 00:00 UTC; minutes and hours are worked out beside each row.
 */
@ConveyorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchingTest {
    private static final double HOUR = 3600;
    private static final Offset<Double> EXACT = within(1e-6);

    @Autowired
    Watching watching;

    @Autowired
    WorkRecords records;

    @Autowired
    FindingBottleneck bottleneck;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    private RecordedHistory history;
    private Period period;

    @BeforeAll
    void record() {
        history = new RecordedHistory(jdbc, "1981-06");
        period = history.period("02 00:00", "12 00:00");
        ClockUtil.setCurrentTime(Date.from(history.at("12 00:00").toInstant()));
        // Calls: stayed 4, 2, 6, 10 h; worked on 1 h, 30 min, 2 h (3 h less 1 h away), 30 min.
        call("ada", "02 08:00", "02 20:00", "02 11:00", "02 12:00", "ANSWERED", 0);
        call("ada", "03 08:00", "02 20:00", "03 09:30", "03 10:00", "WRONG_NUMBER", 0);
        call("bob", "04 08:00", "05 20:00", "04 11:00", "04 14:00", "ANSWERED", 60);
        call("bob", "05 08:00", null, "05 17:30", "05 18:00", "NO_ANSWER", 0);
        // Leads: one stood there before, done after 34 h in the period; one withdrawn after 24 h; three stand, 240 h
        // each but one.
        accept("carl", "01 08:00", "03 08:00", "03 09:00", "03 10:00", "ACCEPT"); // 34 h in the period, stayed 50 h
        accept(null, "06 00:00", "06 12:00", null, "07 00:00", null); // 24 h
        accept(null, "02 00:00", "03 00:00", null, null, null); // 240 h
        accept(null, "07 00:00", "08 00:00", null, null, null); // 120 h
        accept(null, "11 00:00", "13 00:00", null, null, null); // 24 h
        // A meeting that was agreed five days ahead is ready at its hour: stayed 1 h, all of it work.
        history.task(
                "sellToClient",
                "holdFirstMeeting",
                "managers",
                "carl",
                "H-2",
                "03 10:00",
                "08 10:00",
                "03 10:00",
                "08 11:00",
                "PROPOSAL",
                600);
        // And one whose hour has not come yet stands nowhere.
        history.task(
                "sellToClient",
                "holdFirstMeeting",
                "managers",
                "carl",
                "H-3",
                "04 10:00",
                "20 10:00",
                "04 10:00",
                null,
                null,
                0);
        // Outside of the period.
        history.task(
                "acquireClient",
                "callCompany",
                "callers",
                "ada",
                "H-9",
                "12 00:00",
                null,
                "12 00:00",
                "12 01:00",
                "ANSWERED",
                0);
        history.task(
                "acquireClient",
                "callCompany",
                "callers",
                "ada",
                "H-9",
                "01 00:00",
                null,
                "01 00:00",
                "01 01:00",
                "ANSWERED",
                0);
        // Cases: 2, 4 and 9 days; one runs since five days; a double is none.
        String company = companies.add("Counted by hand GmbH");
        history.found("L-1981-000001", company, "LIST", "02 00:00", "SERVED", "04 00:00");
        history.found("L-1981-000002", company, "SITE", "03 00:00", "LOST", "07 00:00");
        history.found("L-1981-000003", company, "SITE", "02 00:00", "LOST", "11 00:00");
        history.found("L-1981-000004", company, "LIST", "07 00:00", null, null);
        history.found("L-1981-000005", company, "LIST", "07 00:00", "DUPLICATE", "08 00:00");
    }

    @AfterAll
    void tidy() {
        jdbc.sql("delete from work where offered >= ? and offered < ?")
                .params(history.at("01 00:00"), history.at("30 00:00"))
                .update();
        jdbc.sql("delete from opportunity where number like 'L-1981-%'").update();
        ClockUtil.reset();
    }

    private void call(
            String caller, String offered, String due, String claimed, String ended, String outcome, int away) {
        history.task(
                "acquireClient", "callCompany", "callers", caller, "H-1", offered, due, claimed, ended, outcome, away);
    }

    private void accept(String manager, String offered, String due, String claimed, String ended, String outcome) {
        history.task(
                "acquireClient", "acceptLead", "managers", manager, "H-2", offered, due, claimed, ended, outcome, 0);
    }

    private Station station(String name) {
        return watching.over(period, Locale.ENGLISH).stages().stream()
                .flatMap(stage -> stage.stations().stream())
                .filter(station -> station.station().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void waitAndTouchOfAStation() {
        Times calls = station("callCompany").times();
        assertThat(calls.done()).isEqualTo(4);
        // Work 0.5, 0.5, 1, 2 h; waiting 1.5, 3, 4, 9.5 h.
        assertThat(calls.touchMedian()).isCloseTo(0.75 * HOUR, EXACT);
        assertThat(calls.touchP90()).isCloseTo(1.7 * HOUR, EXACT); // 1 + 0.7 * (2 - 1)
        assertThat(calls.waitMedian()).isCloseTo(3.5 * HOUR, EXACT);
        assertThat(calls.waitP90()).isCloseTo(7.85 * HOUR, EXACT); // 4 + 0.7 * (9.5 - 4)
        assertThat(calls.touchSum()).isCloseTo(4 * HOUR, EXACT);
        assertThat(calls.staySum()).isCloseTo(22 * HOUR, EXACT);
        assertThat(calls.promised()).isEqualTo(3);
        assertThat(calls.late()).isEqualTo(1);
        assertThat(station("callCompany").returnedShare()).isCloseTo(0.25, EXACT);
        assertThat(station("callCompany").roleTitle()).isEqualTo("Callers");
    }

    @Test
    void aMeetingIsReadyAtItsHour() {
        Times meetings = station("holdFirstMeeting").times();
        assertThat(meetings.waitMedian()).isCloseTo(0, EXACT);
        assertThat(meetings.touchMedian()).isCloseTo(HOUR, EXACT);
        // It was over an hour after its due date, which is when it begins.
        assertThat(meetings.promised()).isEqualTo(1);
        assertThat(meetings.late()).isZero();
        assertThat(station("holdFirstMeeting").queue().open()).isZero();
        assertThat(station("holdFirstMeeting").flow().arrived()).isEqualTo(1);
    }

    @Test
    void whatFlowedThroughAStationAndWhatStandsThereNow() {
        Flow leads = station("acceptLead").flow();
        assertThat(leads).isEqualTo(new Flow(4, 2, 1, 3, leads.standingSeconds(), leads.standingSeconds()));
        assertThat(leads.standingSeconds()).isCloseTo((34 + 24 + 240 + 120 + 24) * HOUR, EXACT);
        Queue queue = station("acceptLead").queue();
        assertThat(queue.open()).isEqualTo(3);
        assertThat(queue.untaken()).isEqualTo(3);
        assertThat(queue.overdue()).isEqualTo(2);
        assertThat(queue.oldest()).isEqualTo(history.at("02 00:00"));
        assertThat(queue.ageMedian()).isCloseTo(120 * HOUR, EXACT);
    }

    /** The client thinks until the 9th and the manager is late for 12 h; the date of the other has not come. */
    @Test
    void ofANegotiationOnlyWhatIsPastItsDateIsOurs() {
        RecordedHistory august = new RecordedHistory(jdbc, "1981-08");
        august.task(
                "sellToClient",
                "negotiateDeal",
                "managers",
                "dora",
                "H-4",
                "03 00:00",
                "09 00:00",
                "03 00:00",
                "09 12:00",
                "WON",
                0);
        august.task(
                "sellToClient",
                "negotiateDeal",
                "managers",
                "dora",
                "H-5",
                "04 00:00",
                "20 00:00",
                "04 00:00",
                null,
                null,
                0);
        try {
            Flow flow = records.flows(august.period("02 00:00", "12 00:00"))
                    .get(new WorkRecords.Place("sellToClient", "negotiateDeal"))
                    .flow();
            assertThat(flow.standingSeconds()).isCloseTo((6.5 + 8) * 24 * HOUR, EXACT);
            assertThat(flow.oursSeconds()).isCloseTo(12 * HOUR, EXACT);
        } finally {
            jdbc.sql("delete from work where worker = 'dora' and case_number in ('H-4', 'H-5')")
                    .update();
        }
    }

    @Test
    void whoWorkedThereAndHowBusy() {
        // Ada: 1.5 h on 2 days; Bob: 2.5 h on 2 days.
        Crew callers = station("callCompany").crew();
        assertThat(callers).isEqualTo(new Crew(2, 4, callers.touchSeconds()));
        assertThat(callers.touchSeconds()).isCloseTo(4 * HOUR, EXACT);
        assertThat(callers.busy()).isCloseTo(4.0 / 32, EXACT);
        // Carl: 1 h at the lead and 1 h at the meeting, on 2 days.
        assertThat(station("acceptLead").crew().busy()).isCloseTo(2.0 / 16, EXACT);
    }

    /** From 15:30 to 16:30 in Berlin Bob completes what he was at for two hours: he was at it all the hour. */
    @Test
    void inAnHourNobodyHasAWholeDay() {
        Crew bob = records.crews(history.period("04 13:30", "04 14:30"))
                .get(new WorkRecords.Place("acquireClient", "callCompany"));
        assertThat(bob.personDays()).isCloseTo(1.0 / 9, EXACT);
        assertThat(bob.busy()).isCloseTo(9.0 / 8, EXACT);
    }

    @Test
    void theBottleneckIsNamedWithItsReasonAndWhatToDo() {
        Bottleneck neck = watching.over(period, Locale.ENGLISH).bottleneck();
        // Stood: calls 22 h, leads 442 h, meeting 1 h. Leads 442 / 465 = 95 %, four came for two that left.
        assertThat(neck.found().station()).isEqualTo("acceptLead");
        assertThat(neck.found().share()).isCloseTo(442.0 / 465, EXACT);
        assertThat(neck.found().load()).isCloseTo(2.0, EXACT);
        assertThat(neck.ranking()).extracting(Bottleneck.Candidate::station).startsWith("acceptLead", "callCompany");
        assertThat(neck.sentence()).isEqualTo("The bottleneck is \"Accept lead\" (Managers).");
        assertThat(neck.reason())
                .isEqualTo("Of all the time that cases stand at a station, 95% is spent here. 4 came in and 2 went out:"
                        + " the queue went from 1 to 3. Half of those that were done had waited longer than 2 days,"
                        + " for 60 min of work.");
        assertThat(neck.advice())
                .isEqualTo("Those who work here have time: they are at tasks for 12% of an eight-hour day."
                        + " 3 of 3 tasks wait for somebody to take them, the oldest since Jun 2, 1981:"
                        + " take the oldest first, before other work.");
    }

    @Test
    void theBottleneckSpeaksRussianToo() {
        Bottleneck neck = watching.over(period, Locale.forLanguageTag("ru")).bottleneck();
        assertThat(neck.sentence()).startsWith("Узкое место — «");
        assertThat(neck.advice()).contains("Никем не взято задач: 3 из 3");
    }

    @Test
    void theStageSumsUpItsCases() {
        Stage acquire = watching.over(period, Locale.ENGLISH).stages().get(0);
        // H-1: worked on 4 h, waited 18 h; H-2: 1 h and 49 h.
        assertThat(acquire.cases()).isEqualTo(2);
        assertThat(acquire.touchMedian()).isCloseTo(2.5 * HOUR, EXACT);
        assertThat(acquire.waitMedian()).isCloseTo(33.5 * HOUR, EXACT);
    }

    @Test
    void littlesLawOfAStationAndOfTheLine() {
        Little calls = station("callCompany").little(period);
        // Steady: what came left in the period, so that the law holds to the minute.
        assertThat(calls.standing()).isCloseTo(22.0 / 240, EXACT);
        assertThat(calls.expected()).isCloseTo(0.4 * 5.5 / 24, EXACT);
        assertThat(calls.deviation()).isCloseTo(0, EXACT);
        Little line = watching.over(period, Locale.ENGLISH).little();
        // 2 + 4 + 9 + 5 days stood in ten days; four cases came, those that ended took five days.
        assertThat(line.standing()).isCloseTo(2.0, EXACT);
        assertThat(line.arrivingADay()).isCloseTo(0.4, EXACT);
        assertThat(line.expected()).isCloseTo(2.0, EXACT);
    }

    @Test
    void cycleTimesOfTheCasesThatEnded() {
        Overview overview = watching.over(period, Locale.ENGLISH);
        assertThat(overview.cycle().cases()).isEqualTo(3);
        assertThat(overview.cycle().median()).isCloseTo(4 * 24 * HOUR, EXACT);
        assertThat(overview.cycle().p90()).isCloseTo(8 * 24 * HOUR, EXACT); // 4 + 0.8 * (9 - 4)
        assertThat(overview.cycles())
                .extracting(Cycle::outcome, Cycle::cases)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("LOST", 2L),
                        org.assertj.core.groups.Tuple.tuple("SERVED", 1L));
    }

    @Test
    void withoutRecordsThereIsNoBottleneckAndNoRate() {
        Overview empty =
                watching.over(new RecordedHistory(jdbc, "1979-01").period("02 00:00", "02 01:00"), Locale.ENGLISH);
        assertThat(empty.bottleneck().found()).isNull();
        assertThat(empty.bottleneck().sentence()).isEqualTo("No bottleneck can be named yet.");
        assertThat(empty.cycle().cases()).isZero();
        assertThat(empty.cycle().median()).isNull();
        assertThat(empty.little().expected()).isNull();
        assertThat(empty.stages().get(1).stations())
                .extracting(Station::name)
                .contains("Warm up call", "Negotiate deal");
    }
}
