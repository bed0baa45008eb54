package salesconveyor.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.engine.Refused;

/** Recorded work, played once more with other staff. */
@ConveyorTest
class StaffingTest {
    private static final Window JUNE = Past.month("2016-06-01T00:00:00+02:00");

    @Autowired
    Staffing staffing;

    @Autowired
    CostRates rates;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void record() {
        clean();
        Past past = new Past(jdbc);
        // Sixty cases of an hour of research and an hour of calls, all there on the first morning: 120 hours of one
        // manager.
        for (int i = 0; i < 60; i++) {
            past.done(
                    "acquireClient",
                    "researchCompany",
                    "researchers",
                    "manager",
                    "J-" + i,
                    "2016-06-01T09:00:00+02:00",
                    60,
                    "FOUND");
            past.done(
                    "acquireClient",
                    "callCompany",
                    "callers",
                    "manager",
                    "J-" + i,
                    "2016-06-01T10:00:00+02:00",
                    60,
                    "ANSWERED");
        }
        rate("managers", "40");
        rate("callers", "20");
        rate("researchers", "10");
    }

    @AfterEach
    void clean() {
        jdbc.sql("delete from cost_rate").update();
        jdbc.sql("delete from work where extract(year from offered) = 2016").update();
    }

    @Test
    void twoCallersAndAnEveningResearcherInsteadOfOneManager() {
        assertThat(staffing.recorded(JUNE))
                .containsExactly(new StaffPlan(
                        "managers", 1, LocalTime.of(9, 0), LocalTime.of(18, 0), List.of("callers", "researchers")));
        WhatIf answer = staffing.ask(
                JUNE,
                List.of(
                        new StaffPlan("callers", 2, LocalTime.of(9, 0), LocalTime.of(18, 0), List.of("callers")),
                        new StaffPlan(
                                "researchers", 1, LocalTime.of(18, 0), LocalTime.of(22, 0), List.of("researchers"))));
        assertThat(answer.cases()).isEqualTo(60);
        assertThat(answer.tasks()).isEqualTo(120);
        // From Wednesday the 1st to half past ten on July 1st: 22 days of 9 hours and an hour and a half. Enough for
        // the 120
        // hours and five minutes of switching at most each time.
        assertThat(answer.now().result().done().mean()).isEqualTo(60);
        assertThat(answer.now().cost()).isEqualByComparingTo(new BigDecimal("7980"));
        // 120 hours at tasks and nearly ten of switching, of 199.5 paid ones: the two days of that week before the 1st
        // are
        // not paid.
        assertThat(answer.now().result().staff().get(0).paid().mean()).isEqualTo(199.5 * 60);
        // Four hours an evening make 60 hours of research on the 15th evening; 2 x 199.5 x 20 + 88 x 10.
        assertThat(answer.tried().result().done().mean()).isEqualTo(60);
        assertThat(answer.tried().cost()).isEqualByComparingTo(new BigDecimal("8860"));
        assertThat(answer.tried().result().bottleneck())
                .hasValueSatisfying(station -> assertThat(station.name()).isEqualTo("researchCompany"));
    }

    @Test
    void tooFewHandsLeaveCasesUndone() {
        WhatIf answer = staffing.ask(
                JUNE,
                List.of(new StaffPlan(
                        "callers", 1, LocalTime.of(9, 0), LocalTime.of(12, 0), List.of("callers", "researchers"))));
        assertThat(answer.tried().result().done().high()).isLessThan(60);
        assertThat(answer.tried().result().runs()).isEqualTo(100);
    }

    /** Of two callers one has evening shifts, and another one on Saturdays. */
    @Test
    void whoHasShiftsWorksInThem() {
        for (int day = 1; day <= 2; day++) {
            shift(day, "17:00", "21:00");
        }
        shift(6, "10:00", "12:00");
        Past past = new Past(jdbc);
        for (String caller : List.of("caller", "eveningCaller")) {
            past.done(
                    "acquireClient",
                    "callCompany",
                    "callers",
                    caller,
                    "L-" + caller,
                    "2016-09-05T18:00:00+02:00",
                    10,
                    "ANSWERED");
        }
        assertThat(staffing.recorded(Past.month("2016-09-01T00:00:00+02:00")))
                .containsExactly(
                        new StaffPlan("callers", 1, LocalTime.of(9, 0), LocalTime.of(18, 0), List.of("callers")),
                        new StaffPlan("callers", 1, LocalTime.of(17, 0), LocalTime.of(21, 0), List.of("callers")));
        jdbc.sql("delete from person_shift where person = 'eveningCaller'").update();
    }

    private void shift(int weekday, String starts, String ends) {
        jdbc.sql("insert into person_shift (person, weekday, starts, ends, valid_from, written)"
                        + " values ('eveningCaller', ?, ?, ?, '2016-01-01', current_timestamp)")
                .params(weekday, LocalTime.parse(starts), LocalTime.parse(ends))
                .update();
    }

    /** It is offered when the call ends, three days before its hour, and done an hour after that. */
    @Test
    void aMeetingIsHeldAtItsHour() {
        Past past = new Past(jdbc);
        OffsetDateTime called = OffsetDateTime.parse("2016-08-02T10:00:00+02:00");
        past.done("sellToClient", "warmUpCall", "managers", "manager", "K-1", called.toString(), 60, "MEETING");
        past.work(
                "sellToClient",
                "holdFirstMeeting",
                "managers",
                "manager",
                "K-1",
                called.plusHours(1),
                called.plusHours(1),
                called.plusHours(1).plusDays(3).plusHours(1),
                true,
                "PROPOSAL",
                0);
        Window august = Past.month("2016-08-01T00:00:00+02:00");
        WhatIf answer = staffing.ask(august, staffing.recorded(august));
        // An hour of the call, three days until the meeting and its hour; five minutes of switching at most each time.
        assertThat(answer.now().result().lead().mean()).isBetween(3 * 1440.0 + 120, 3 * 1440.0 + 130);
    }

    @Test
    void whatNobodyWouldDoIsNamed() {
        var callersAlone =
                List.of(new StaffPlan("callers", 1, LocalTime.of(9, 0), LocalTime.of(12, 0), List.of("callers")));
        assertThatThrownBy(() -> staffing.ask(JUNE, callersAlone))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.arguments())
                        .containsExactly("Researchers"));
        assertThatThrownBy(() -> staffing.ask(Past.month("2016-09-01T00:00:00+02:00"), callersAlone))
                .isInstanceOf(Refused.class);
    }

    @Test
    void withoutARateThereIsNoCost() {
        jdbc.sql("delete from cost_rate where subject = 'callers'").update();
        WhatIf answer = staffing.ask(
                JUNE,
                List.of(new StaffPlan(
                        "callers", 1, LocalTime.of(9, 0), LocalTime.of(18, 0), List.of("callers", "researchers"))));
        assertThat(answer.tried().cost()).isNull();
        assertThat(answer.now().cost()).isNotNull();
    }

    @Test
    void whoDoesTheWorkOfTwoRolesIsOnePersonThoughNoRateIsKnown() {
        jdbc.sql("delete from cost_rate").update();
        assertThat(staffing.recorded(JUNE)).singleElement().satisfies(plan -> {
            assertThat(plan.people()).isEqualTo(1);
            assertThat(plan.roles()).containsExactly("callers", "researchers");
        });
        // What is paid now counts for all of the time, though the first tasks were done before.
        rates.write(
                new CostRate(CostRate.Kind.ROLE, "managers", LocalDate.of(2016, 6, 2), new BigDecimal("40"), "EUR"),
                "head");
        new Past(jdbc)
                .done(
                        "acquireClient",
                        "researchCompany",
                        "researchers",
                        "manager",
                        "J-0",
                        "2016-06-02T09:00:00+02:00",
                        60,
                        "FOUND");
        assertThat(staffing.recorded(JUNE))
                .extracting(plan -> plan.people() + " " + plan.paidAs())
                .containsExactly("1 managers");
    }

    private void rate(String role, String amount) {
        rates.write(
                new CostRate(CostRate.Kind.ROLE, role, LocalDate.of(2000, 1, 1), new BigDecimal(amount), "EUR"),
                "head");
    }
}
