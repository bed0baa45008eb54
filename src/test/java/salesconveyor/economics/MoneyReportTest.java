package salesconveyor.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.acquisition.Channel;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;
import salesconveyor.economics.Estimate.Source;
import salesconveyor.economics.Verdict.Input;
import salesconveyor.engine.Identities;

/** A small recorded history, and each figure of it by hand. */
@ConveyorTest
class MoneyReportTest {
    private static final Window MAY = Past.month("2014-05-01T00:00:00+02:00");
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    @Autowired
    MoneyReport money;

    @Autowired
    CostRates rates;

    @Autowired
    Assumptions assumptions;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    Identities identities;

    @Autowired
    IdentityService people;

    @Autowired
    JdbcClient jdbc;

    private Past past;

    @BeforeEach
    void rates() {
        clean();
        past = new Past(jdbc);
        rate("managers", "40");
        rate("assistants", "24");
        rate("researchers", "15");
    }

    @AfterEach
    void clean() {
        jdbc.sql("delete from cost_rate").update();
        jdbc.sql("delete from delegation_assumption").update();
        jdbc.sql("delete from work where extract(year from offered) between 2013 and 2017")
                .update();
        jdbc.sql("delete from invoice where order_number like 'PAST-%'").update();
        jdbc.sql("delete from purchase_order where number like 'PAST-%'").update();
        jdbc.sql("delete from channel_spend").update();
        jdbc.sql("delete from opportunity where extract(year from found) = 2014")
                .update();
    }

    @Test
    void anOperationIsToldByWhoDoesItItsTouchTimeAndItsCost() {
        past.done(
                "sellToClient",
                "prepareProposal",
                "assistants",
                "assistant",
                "P-1",
                "2014-05-05T10:00:00+02:00",
                30,
                "READY");
        past.done(
                "sellToClient",
                "prepareProposal",
                "assistants",
                "manager",
                "P-2",
                "2014-05-05T10:00:00+02:00",
                90,
                "READY");
        // Two hours until it was taken, then three with one away.
        OffsetDateTime offered = OffsetDateTime.parse("2014-05-06T09:00:00+02:00");
        past.work(
                "sellToClient",
                "prepareProposal",
                "assistants",
                "manager",
                "P-3",
                offered,
                offered.plusHours(2),
                offered.plusHours(5),
                true,
                "READY",
                3600);
        // Given up, and before the time: neither counts.
        past.work(
                "sellToClient",
                "prepareProposal",
                "assistants",
                "manager",
                "P-4",
                offered,
                offered,
                offered.plusHours(1),
                false,
                null,
                0);
        past.done(
                "sellToClient",
                "prepareProposal",
                "assistants",
                "manager",
                "P-5",
                "2014-04-05T10:00:00+02:00",
                90,
                "READY");
        // A head must not see users in the engine, but is told what their work cost.
        identities.actAs("head");
        var operations = money.of(MAY).operations();
        identities.actAsNobody();
        assertThat(operations).singleElement().satisfies(one -> {
            assertThat(one.times()).isEqualTo(3);
            assertThat(one.shares())
                    .containsExactly(new Operation.Share("managers", 2, 67), new Operation.Share("assistants", 1, 33));
            assertThat(one.hours()).isEqualByComparingTo("4.0");
            // 0.5 x 24 + 1.5 x 40 + 2 x 40
            assertThat(one.cost()).isEqualByComparingTo("152");
            assertThat(one.mean()).isEqualByComparingTo("80");
            assertThat(one.ninetieth()).isEqualByComparingTo("120");
            // Two hours before it was taken and one away, over three tasks.
            assertThat(one.waiting()).isEqualByComparingTo("60");
        });
    }

    @Test
    void aRateCountsFromItsDayInOurCurrencyOnly() {
        rates.write(
                new CostRate(CostRate.Kind.ROLE, "managers", LocalDate.of(2014, 5, 10), new BigDecimal("50"), "EUR"),
                "head");
        rates.write(
                new CostRate(CostRate.Kind.ROLE, "managers", LocalDate.of(2014, 5, 12), new BigDecimal("99"), "USD"),
                "head");
        past.done(
                "sellToClient", "warmUpCall", "managers", "manager", "P-1", "2014-05-09T10:00:00+02:00", 60, "MEETING");
        past.done(
                "sellToClient", "warmUpCall", "managers", "manager", "P-2", "2014-05-10T10:00:00+02:00", 60, "MEETING");
        past.done(
                "sellToClient", "warmUpCall", "managers", "manager", "P-3", "2014-05-13T10:00:00+02:00", 60, "MEETING");
        assertThat(money.of(MAY).operations().get(0).cost()).isEqualByComparingTo("140");
    }

    @Test
    void withoutARateNoCostIsToldAndTheRoleIsNamed() {
        past.done("serveClient", "shipOrder", "shippers", "shipper", "P-1", "2014-05-09T10:00:00+02:00", 60, "SHIPPED");
        var report = money.of(MAY);
        assertThat(report.operations().get(0).cost()).isNull();
        assertThat(report.stages().get(0).labour()).isNull();
        assertThat(report.missing()).containsExactly(new MoneyReport.Missing("shippers", null));
        // A rate from a later day: before it, it is missing.
        LocalDate later = LocalDate.of(2014, 5, 10);
        rates.write(new CostRate(CostRate.Kind.ROLE, "shippers", later, number("20"), "EUR"), "head");
        assertThat(money.of(MAY).missing()).containsExactly(new MoneyReport.Missing("shippers", later));
    }

    @Test
    void aStageCostsItsOverheadAlthoughNobodyDidAnythingInIt() {
        rates.write(new CostRate(CostRate.Kind.STAGE, "collectPayment", LONG_AGO, number("120"), "EUR"), "head");
        assertThat(money.of(MAY).stages())
                .filteredOn(stage -> stage.process().equals("collectPayment"))
                .singleElement()
                .satisfies(stage -> {
                    assertThat(stage.overhead()).isEqualByComparingTo("120");
                    assertThat(stage.labour()).isZero();
                });
    }

    @Test
    void aQualifiedLeadCostsSpendLabourAndOverhead() {
        rates.write(new CostRate(CostRate.Kind.STAGE, "acquireClient", LONG_AGO, new BigDecimal("30"), "EUR"), "head");
        jdbc.sql("insert into channel_spend (month_begin, channel, campaign, amount, currency, written) values"
                        + " ('2014-05-01', 'TRADE_SHOW', 'Fair', 100, 'EUR', ?), ('2014-05-01', 'TRADE_SHOW', '', 7, 'USD', ?),"
                        + " ('2014-06-01', 'TRADE_SHOW', '', 900, 'EUR', ?)")
                .params(MAY.from(), MAY.from(), MAY.from())
                .update();
        for (String result : List.of("ACCEPTED", "ACCEPTED", "DROPPED", "DUPLICATE")) {
            String number = found("TRADE_SHOW", result);
            past.done(
                    "acquireClient",
                    "researchCompany",
                    "researchers",
                    "researcher",
                    number,
                    "2014-05-09T10:00:00+02:00",
                    60,
                    "FOUND");
        }
        past.done(
                "acquireClient",
                "researchCompany",
                "researchers",
                "researcher",
                found("LIST", null),
                "2014-05-09T10:00:00+02:00",
                60,
                "FOUND");
        var leads = money.of(MAY).leads();
        // Three hours for the trade show at 15, of the overhead 3 of 4 hours: (100 + 45 + 22.50) / 2
        assertThat(leads)
                .filteredOn(one -> one.channel() == Channel.TRADE_SHOW)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.found()).isEqualTo(3);
                    assertThat(one.accepted()).isEqualTo(2);
                    assertThat(one.spend()).isEqualByComparingTo("100");
                    assertThat(one.labour()).isEqualByComparingTo("45");
                    assertThat(one.overhead()).isEqualByComparingTo("22.50");
                    assertThat(one.each()).isEqualByComparingTo("83.75");
                });
        assertThat(leads)
                .filteredOn(one -> one.channel() == Channel.LIST)
                .singleElement()
                .satisfies(one -> assertThat(one.each()).isNull());
    }

    /** What is entered for the whole month is not all spent on the 15th: 15 of 31 days of 310; of April 11 of 30 of 600. */
    @Test
    void ofTheRunningMonthCountsWhatIsGone() {
        jdbc.sql(
                        "insert into channel_spend (month_begin, channel, campaign, amount, currency, written) values"
                                + " ('2014-04-01', 'TRADE_SHOW', '', 600, 'EUR', ?), ('2014-05-01', 'TRADE_SHOW', '', 310, 'EUR', ?)")
                .params(MAY.from(), MAY.from())
                .update();
        OffsetDateTime from = OffsetDateTime.parse("2014-04-20T00:00:00+02:00");
        Window running = new Window(YearMonth.of(2014, 4), from, OffsetDateTime.parse("2014-05-15T12:00:00+02:00"));
        assertThat(money.of(running).leads()).singleElement().satisfies(one -> assertThat(one.spend())
                .isEqualByComparingTo("370"));
    }

    /** 15 days at 30 and 15 days, 10 hours and a half at 60 of a month of 30.4375 days: 14.784 and 30.431. */
    @Test
    void theOverheadOfEachDayIsThatOfTheDay() {
        rates.write(new CostRate(CostRate.Kind.STAGE, "acquireClient", LONG_AGO, number("30"), "EUR"), "head");
        rates.write(
                new CostRate(CostRate.Kind.STAGE, "acquireClient", LocalDate.of(2014, 5, 16), number("60"), "EUR"),
                "head");
        past.done(
                "acquireClient",
                "researchCompany",
                "researchers",
                "researcher",
                found("LIST", "ACCEPTED"),
                "2014-05-09T10:00:00+02:00",
                60,
                "FOUND");
        assertThat(money.of(MAY).leads())
                .filteredOn(one -> one.channel() == Channel.LIST)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.overhead()).isEqualByComparingTo("45.22");
                    assertThat(one.each()).isEqualByComparingTo("60.22");
                });
    }

    /** Nobody takes the call on Monday; on Tuesday it is offered anew, taken after two hours and done half an hour later. */
    @Test
    void aCallThatIsOfferedAnewHasWaitedSinceItWasOfferedFirst() {
        OffsetDateTime monday = OffsetDateTime.parse("2014-05-05T09:00:00+02:00");
        // The round before: taken at once, after it was withdrawn, too.
        withdrawn(monday.minusDays(4));
        call(monday.minusDays(3), monday.minusDays(3), "BUSY");
        withdrawn(monday);
        call(monday.plusDays(1), monday.plusDays(1).plusHours(2), "ANSWERED");
        // 24 hours the first, 26 the second.
        assertThat(money.of(MAY).operations()).singleElement().satisfies(one -> assertThat(one.waiting())
                .isEqualByComparingTo("1500"));
    }

    /** The manager looks at it as soon as it is agreed; it is held three days later, for 70 minutes. */
    @Test
    void aMeetingTakesTheTimeFromItsHour() {
        OffsetDateTime agreed = OffsetDateTime.parse("2014-05-05T10:30:00+02:00");
        past.work(
                "sellToClient",
                "holdFirstMeeting",
                "managers",
                "manager",
                "H-1",
                agreed,
                agreed,
                agreed.plusDays(3).plusMinutes(70),
                true,
                "PROPOSAL",
                42 * 3600);
        var report = money.of(MAY);
        assertThat(report.operations()).singleElement().satisfies(one -> {
            assertThat(one.mean()).isEqualByComparingTo("70");
            assertThat(one.waiting()).isEqualByComparingTo("0");
        });
        assertThat(report.hour().hours()).isEqualByComparingTo("1.2");
    }

    /** Three weeks of records are no three months: 60 tasks are 87 a month. */
    @Test
    void aMonthIsReckonedFromTheTimeThatHasRecords() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        OffsetDateTime until = OffsetDateTime.parse("2014-06-22T00:00:00+02:00");
        Window asked = new Window(YearMonth.of(2014, 3), OffsetDateTime.parse("2014-03-22T00:00:00+01:00"), until);
        OffsetDateTime first = OffsetDateTime.parse("2014-06-01T09:30:00+02:00");
        Window since = asked.since(first, berlin);
        assertThat(since.from()).isEqualTo("2014-06-01T00:00:00+02:00");
        assertThat(since.first()).isEqualTo(YearMonth.of(2014, 6));
        assertThat(since.perMonth(number("60"))).isCloseTo(number("87"), within(number("0.1")));
        // Older records take nothing away; a first morning is no month.
        assertThat(asked.since(first.minusYears(1), berlin)).isEqualTo(asked);
        assertThat(asked.since(until.minusHours(2), berlin).from()).isEqualTo("2014-06-15T00:00:00+02:00");
    }

    @Test
    void whatWasCreditedIsNoMargin() {
        String company = companies.named("Money credit");
        past.order("C-1", "2014-05-20T10:00:00+02:00");
        past.order("C-2", "2014-05-21T10:00:00+02:00");
        jdbc.sql(
                        "insert into invoice (number, kind, order_number, company_number, net, vat, gross, currency, issued, due)"
                                + " values ('PAST-I', 'INVOICE', 'PAST-C-1', ?, 1000, 190, 1190, 'EUR', '2014-05-20', '2014-06-20'),"
                                + " ('PAST-N', 'CREDIT_NOTE', 'PAST-C-1', ?, 120, 22.80, 142.80, 'EUR', '2014-05-25', '2014-05-25')")
                .params(company, company)
                .update();
        // 1,000 less 120 less 700; 1,000 less 700
        assertThat(money.of(MAY).hour().earned())
                .extracting(one -> one.order() + " " + one.margin())
                .containsExactly("PAST-C-1 180.00", "PAST-C-2 300.00");
        assertThat(money.of(MAY).hour().margin()).isEqualByComparingTo("480");
    }

    /** In a small company the head of sales is a manager, too, and dearer than one. */
    @Test
    void aHeadWhoSellsIsAManager() {
        rate("heads", "70");
        String login = "boss" + System.nanoTime();
        identities.user(login, login, login, "", "heads");
        identities.user(login, login, login, "", "managers");
        past.done("sellToClient", "warmUpCall", "managers", login, "B-1", "2014-05-07T10:00:00+02:00", 30, "MEETING");
        past.done(
                "sellToClient",
                "prepareProposal",
                "assistants",
                login,
                "B-1",
                "2014-05-07T11:00:00+02:00",
                60,
                "READY");
        try {
            var report = money.of(MAY);
            assertThat(report.operations().get(0).shares()).containsExactly(new Operation.Share("heads", 1, 100));
            assertThat(report.operations().get(0).cost()).isEqualByComparingTo("70");
            assertThat(report.hour().hours()).isEqualByComparingTo("0.5");
            assertThat(report.verdicts()).singleElement().satisfies(verdict -> assertThat(
                            verdict.station() + " " + verdict.helper())
                    .isEqualTo("prepareProposal assistants"));
        } finally {
            people.deleteUser(login);
        }
    }

    @Test
    void fromEnoughRecordsTheVerdictIsAsByHand() {
        recordSelling(10);
        recordProposals(40, 35);
        // A hundred leads of half an hour of selling each wait for the whole month: 50 hours.
        OffsetDateTime before = MAY.from().minusDays(2);
        for (int i = 0; i < 100; i++) {
            past.work(
                    "acquireClient",
                    "acceptLead",
                    "managers",
                    null,
                    "W-" + i,
                    before,
                    null,
                    MAY.until().plusDays(1),
                    false,
                    null,
                    0);
        }
        var report = money.of(MAY);
        // 10 orders of 300 over 40 x 30 minutes of selling
        assertThat(report.hour().value().value()).isCloseTo(new BigDecimal("150"), within(new BigDecimal("0.001")));
        assertThat(report.hour().waitingLeads()).isEqualByComparingTo("100");
        assertThat(report.hour().waitingNow()).isEqualTo(100);
        Verdict verdict = report.verdicts().get(0);
        assertThat(verdict.helper()).isEqualTo("assistants");
        assertThat(verdict.inputs().get(Input.MANAGER_HOURS).source()).isEqualTo(Source.RECORDS);
        assertThat(verdict.inputs().get(Input.HELPER_HOURS).source()).isEqualTo(Source.RECORDS);
        assertThat(verdict.inputs().get(Input.REWORK).source()).isEqualTo(Source.ASSUMED);
        // Freed 40 x (75 + 5 - 3) minutes are 51.3 hours, but leads wait for 50 of them, once: in the first month
        // 50 x 150 = 7,500;
        // the assistant: 40 x (60 x 1.1 + 5) minutes at 24 = 1,136.
        assertThat(verdict.gain()).isCloseTo(new BigDecimal("6364"), within(new BigDecimal("0.01")));
        // 40 x 77 / 60 x 150 - 1,136
        assertThat(verdict.delegation().orElseThrow().gain())
                .isCloseTo(new BigDecimal("6564"), within(new BigDecimal("0.01")));
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.MOVE);
        assertThat(verdict.low()).isLessThan(verdict.gain());
        assertThat(verdict.high()).isGreaterThan(verdict.low());
        assertThat(money.of(MAY).verdicts().get(0).low()).isEqualByComparingTo(verdict.low());
    }

    /** All month a hundred waited and now three do: three half hours are earned, in the first month. */
    @Test
    void whatIsWorkedOffIsEarnedNoSecondTime() {
        recordSelling(10);
        recordProposals(40, 35);
        OffsetDateTime before = MAY.from().minusDays(2);
        for (int i = 0; i < 100; i++) {
            OffsetDateTime ended = i < 3 ? MAY.until().plusDays(1) : MAY.until().minusMinutes(1);
            past.work("acquireClient", "acceptLead", "managers", null, "W-" + i, before, null, ended, false, null, 0);
        }
        var report = money.of(MAY);
        assertThat(report.hour().waitingLeads()).isEqualByComparingTo("100");
        assertThat(report.hour().waitingNow()).isEqualTo(3);
        assertThat(report.hour().waitingHours()).isEqualByComparingTo("1.5");
        // 1.5 x 150 - 1,136 in the first month; without a lead that waits only the assistant is left.
        Verdict verdict = report.verdicts().get(0);
        assertThat(verdict.gain()).isCloseTo(number("-911"), within(number("0.01")));
        assertThat(verdict.later()).isCloseTo(number("-1136"), within(number("0.01")));
    }

    /** The client thinks; the manager has told nobody since when. The meeting was held, its result is not yet told. */
    @Test
    void aNegotiationOrMeetingThatIsLateIsNoWaitingLead() {
        OffsetDateTime before = MAY.from().minusDays(9);
        for (String station : List.of("negotiateDeal", "holdFirstMeeting", "warmUpCall")) {
            past.work(
                    "sellToClient",
                    station,
                    "managers",
                    "manager",
                    "N-" + station,
                    before,
                    before,
                    MAY.until().plusDays(1),
                    true,
                    null,
                    0);
        }
        assertThat(money.of(MAY).hour().waitingNow()).isEqualTo(1);
        assertThat(money.of(MAY).hour().waitingLeads()).isEqualByComparingTo("1");
    }

    @Test
    void whatClientsOrderAgainSaysNothingOfNewLeads() {
        recordSelling(10);
        String again = found("REPEAT", null);
        past.done(
                "sellToClient", "negotiateDeal", "managers", "manager", again, "2014-05-07T10:00:00+02:00", 60, "WON");
        past.order(again, "2014-05-20T10:00:00+02:00");
        var hour = money.of(MAY).hour();
        // As if there were none: 10 orders, 40 x 30 minutes.
        assertThat(hour.orders()).isEqualTo(10);
        assertThat(hour.hours()).isEqualByComparingTo("20");
    }

    /** 35 proposals of the assistant, of which 8 went to the head and 2 came back: 2 of 35, not 2 of 8. */
    @Test
    void whatNeededNoApprovalWasGood() {
        recordProposals(40, 35);
        OffsetDateTime asked = OffsetDateTime.parse("2014-05-09T10:00:00+02:00");
        for (int i = 0; i < 8; i++) {
            past.done(
                    "sellToClient",
                    "approveDiscount",
                    "heads",
                    "head",
                    "A-" + i,
                    asked.toString(),
                    5,
                    i < 2 ? "REJECT" : "APPROVE");
        }
        assertThat(money.of(MAY).verdicts().get(0).inputs().get(Input.REWORK)).satisfies(rework -> {
            assertThat(rework.source()).isEqualTo(Source.RECORDS);
            assertThat(rework.value()).isCloseTo(number("0.05714"), within(number("0.0001")));
        });
    }

    @Test
    void whenNoLeadWaitsTheFreedHoursEarnNothing() {
        recordSelling(10);
        recordProposals(40, 35);
        Verdict verdict = money.of(MAY).verdicts().get(0);
        assertThat(verdict.gain()).isCloseTo(new BigDecimal("-1136"), within(new BigDecimal("0.01")));
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.LEAVE);
    }

    @Test
    void whereTheRecordsAreTooFewTheSettingsCountThenWhatIsAssumed() {
        recordSelling(9);
        recordProposals(3, 2);
        var report = money.of(MAY);
        // Nine orders are too few: the hour of a manager earns what it costs.
        assertThat(report.hour().value().source()).isEqualTo(Source.ASSUMED);
        assertThat(report.hour().value().value()).isEqualByComparingTo("40");
        var inputs = report.verdicts().get(0).inputs();
        assertThat(inputs.get(Input.MANAGER_HOURS).source()).isEqualTo(Source.FEW_RECORDS);
        // Three tasks of 75 minutes are too alike to tell a range.
        assertThat(inputs.get(Input.MANAGER_HOURS).low()).isBetween(number("1"), number("1.05"));
        assertThat(inputs.get(Input.MANAGER_HOURS).high()).isBetween(number("1.45"), number("1.5"));
        assertThat(inputs.get(Input.HELPER_HOURS).source()).isEqualTo(Source.ASSUMED);
        assertThat(inputs.get(Input.HELPER_HOURS).value()).isEqualByComparingTo("1.25");
        assumptions.write(
                new Assumption("", null, null, null, number("6"), null, null, number("20"), null, number("90")),
                "head");
        assumptions.write(
                new Assumption(
                        "prepareProposal",
                        null,
                        number("66"),
                        number("54"),
                        null,
                        null,
                        null,
                        null,
                        number("120"),
                        null),
                "head");
        report = money.of(MAY);
        assertThat(report.hour().value().source()).isEqualTo(Source.SETTING);
        assertThat(report.hour().value().value()).isEqualByComparingTo("90");
        inputs = report.verdicts().get(0).inputs();
        assertThat(inputs.get(Input.MANAGER_HOURS).value()).isEqualByComparingTo("1.1");
        assertThat(inputs.get(Input.HELPER_HOURS).value()).isEqualByComparingTo("0.9");
        assertThat(inputs.get(Input.SWITCH_HOURS).value()).isEqualByComparingTo("0.1");
        assertThat(inputs.get(Input.REWORK).value()).isEqualByComparingTo("0.2");
        assertThat(inputs.get(Input.FIXED).value()).isEqualByComparingTo("120");
        assertThat(inputs.get(Input.FIXED).low()).isBetween(number("96"), number("99"));
        assumptions.write(
                new Assumption("prepareProposal", "", null, null, null, null, null, null, null, null), "head");
        assertThat(money.of(MAY).verdicts()).isEmpty();
    }

    @Test
    void withoutTheCostOfTheHelperNothingIsJudged() {
        jdbc.sql("delete from cost_rate where subject = 'assistants'").update();
        recordProposals(3, 0);
        Verdict verdict = money.of(MAY).verdicts().get(0);
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
        assertThat(verdict.gain()).isNull();
    }

    private void withdrawn(OffsetDateTime offered) {
        past.work(
                "acquireClient",
                "callCompany",
                "callers",
                null,
                "W-1",
                offered,
                null,
                offered.plusHours(9),
                false,
                null,
                0);
    }

    private void call(OffsetDateTime offered, OffsetDateTime claimed, String outcome) {
        past.work(
                "acquireClient",
                "callCompany",
                "callers",
                "caller",
                "W-1",
                offered,
                claimed,
                claimed.plusMinutes(30),
                true,
                outcome,
                0);
    }

    private void recordSelling(int orders) {
        for (int i = 0; i < 40; i++) {
            past.done(
                    "sellToClient",
                    "warmUpCall",
                    "managers",
                    "manager",
                    "S-" + i,
                    "2014-05-07T10:00:00+02:00",
                    30,
                    "MEETING");
        }
        for (int i = 0; i < orders; i++) {
            past.order("S-" + System.nanoTime(), "2014-05-20T10:00:00+02:00");
        }
    }

    private void recordProposals(int byManagers, int byAssistants) {
        for (int i = 0; i < byManagers; i++) {
            past.done(
                    "sellToClient",
                    "prepareProposal",
                    "assistants",
                    "manager",
                    "M-" + i,
                    "2014-05-08T10:00:00+02:00",
                    75,
                    "READY");
        }
        for (int i = 0; i < byAssistants; i++) {
            past.done(
                    "sellToClient",
                    "prepareProposal",
                    "assistants",
                    "assistant",
                    "A-" + i,
                    "2014-05-08T10:00:00+02:00",
                    60,
                    "READY");
        }
    }

    private String found(String channel, String result) {
        String number = opportunities.add(companies.named("Money " + channel), channel);
        jdbc.sql("update opportunity set found = ?, lead_result = ? where number = ?")
                .params(OffsetDateTime.parse("2014-05-02T10:00:00+02:00"), result, number)
                .update();
        return number;
    }

    private void rate(String role, String amount) {
        rates.write(new CostRate(CostRate.Kind.ROLE, role, LONG_AGO, number(amount), "EUR"), "head");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
