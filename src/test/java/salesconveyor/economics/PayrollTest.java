package salesconveyor.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.economics.PayAgreement.Basis;
import salesconveyor.engine.Refused;
import salesconveyor.people.Shift;
import salesconveyor.people.Shifts;
import salesconveyor.work.Substitutions;

/** What people earn by the hour and by the unit that was accepted. */
@ConveyorTest
class PayrollTest {
    private static final YearMonth MARCH = YearMonth.of(2015, 3);

    private final String person = "pay" + System.nanoTime();

    @Autowired
    Payroll payroll;

    @Autowired
    PayAgreements agreements;

    @Autowired
    Shifts shifts;

    @Autowired
    Substitutions substitutions;

    @Autowired
    JdbcClient jdbc;

    private Past past;

    @BeforeEach
    void past() {
        past = new Past(jdbc);
    }

    @ParameterizedTest
    @CsvSource({"2015-02, 0, 0, 0, 0", "2015-03, 4, 2, 2, 5.00", "2015-04, 1, 1, 0, 0"})
    void aCardCountsWhenTheCallerCouldUseItAndComesOffWhenItCameBack(
            YearMonth month, int accepted, int returned, BigDecimal paid, BigDecimal amount) {
        agree(Basis.CARD, "2.50", "1", "2015-01-01", null);
        card("used", "2015-03-02", "ANSWERED", "2015-03-03");
        card("refused, but reached", "2015-03-02", "REFUSED", "2015-03-03");
        card("found in February", "2015-02-27", "GATEKEEPER", "2015-03-02");
        card("wrong", "2015-03-02", "WRONG_NUMBER", "2015-03-03");
        card("never reached", "2015-03-02", "NO_ANSWER", "2015-03-03");
        // Promised, then talked: one card. In April the person turns out to be the wrong one.
        card("twice", "2015-03-04", "CALLBACK", "2015-03-05");
        call("twice", "ANSWERED", "2015-03-06");
        call("twice", "WRONG_PERSON", "2015-04-02");
        // The call of April is the first that reaches somebody.
        card("late", "2015-03-04", "BUSY", "2015-03-31");
        call("late", "ANSWERED", "2015-04-01");
        // The second that is wrong.
        card("again", "2015-03-09", "WRONG_PERSON", "2015-03-10");
        call("used", "ANSWERED", "2015-04-20");
        PayStatement statement = payroll.of(person, month);
        assertThat(statement.lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualByComparingTo(BigDecimal.valueOf(accepted));
            assertThat(line.returned()).isEqualTo(returned);
            assertThat(line.paid()).isEqualByComparingTo(paid);
            assertThat(line.amount()).isEqualByComparingTo(amount);
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 10.00", "0.5, 1.5, 15.00", "0, 2, 20.00", "5, 0, 0.00"})
    void aLeadCountsWhenTheManagerAcceptedIt(String takes, BigDecimal paid, BigDecimal amount) {
        agree(Basis.LEAD, "10", takes, "2015-01-01", null);
        lead("good", "ACCEPT");
        lead("better", "ACCEPT");
        lead("bad", "RETURN");
        // Somebody else's.
        past.done(
                "acquireClient",
                "callCompany",
                "callers",
                "other",
                person + "x",
                "2015-03-02T10:00:00+01:00",
                5,
                "ANSWERED");
        past.done(
                "acquireClient",
                "acceptLead",
                "managers",
                "manager",
                person + "x",
                "2015-03-03T10:00:00+01:00",
                5,
                "ACCEPT");
        PayStatement statement = payroll.of(person, MARCH);
        assertThat(statement.lines().get(0).paid()).isEqualByComparingTo(paid);
        assertThat(statement.totals().get("EUR")).isEqualByComparingTo(amount);
        assertThat(statement.units())
                .hasSize(3)
                .filteredOn(unit -> unit.returned() != null)
                .hasSize(1);
    }

    @Test
    void hoursArePaidByTheShiftPlanOrByTheTasksWhileTheAgreementHolds() {
        agree(Basis.SHIFT_HOUR, "12", "1", "2015-03-10", "2015-03-20");
        agree(Basis.TASK_HOUR, "20", "1", "2015-03-21", null);
        evening(DayOfWeek.MONDAY, "2015-01-01");
        past.done("acquireClient", "callCompany", "callers", person, person, "2015-03-09T10:00:00+01:00", 60, "BUSY");
        past.done("acquireClient", "callCompany", "callers", person, person, "2015-03-21T10:00:00+01:00", 100, "BUSY");
        PayStatement statement = payroll.of(person, MARCH);
        // One Monday, the 16th; 100 minutes are 1.67 hours.
        assertThat(statement.lines())
                .extracting(line -> line.agreement().basis() + " " + line.quantity() + " " + line.amount())
                .containsExactlyInAnyOrder("SHIFT_HOUR 4.00 48.00", "TASK_HOUR 1.67 33.40");
        assertThat(statement.totals().get("EUR")).isEqualByComparingTo("81.40");
        assertThat(payroll.of(MARCH)).anyMatch(one -> one.person().equals(person));
        assertThat(payroll.of(YearMonth.of(2015, 2)))
                .noneMatch(one -> one.person().equals(person));
    }

    /** Mondays and Tuesdays of four hours: away from Monday the 9th to Monday the 16th, back on Tuesday at noon. */
    @Test
    void aShiftOfWhoIsAwayIsNotPaid() {
        agree(Basis.SHIFT_HOUR, "12", "1", "2015-03-01", null);
        for (DayOfWeek day : new DayOfWeek[] {DayOfWeek.MONDAY, DayOfWeek.TUESDAY}) {
            evening(day, "2015-01-01");
        }
        OffsetDateTime away = OffsetDateTime.parse("2015-03-09T00:00:00+01:00");
        substitutions.add(person, "other", away, OffsetDateTime.parse("2015-03-17T12:00:00+01:00"), "head");
        try {
            // Ten shifts in March, of which the 9th, 10th and 16th are not worked.
            assertThat(payroll.of(person, MARCH).lines()).singleElement().satisfies(line -> {
                assertThat(line.quantity()).isEqualByComparingTo("40");
                assertThat(line.absent()).isEqualByComparingTo("12");
                assertThat(line.paid()).isEqualByComparingTo("28");
                assertThat(line.toCome()).isEqualByComparingTo("0");
                assertThat(line.amount()).isEqualByComparingTo("336");
            });
        } finally {
            jdbc.sql("delete from substitution where person = ?").param(person).update();
        }
    }

    /** Wednesday the 18th, 20 o'clock: the shift of this evening has begun, that of the 25th is still to come. */
    @Test
    void whatIsStillToComeIsToldApart() {
        agree(Basis.SHIFT_HOUR, "12", "1", "2015-03-01", null);
        evening(DayOfWeek.WEDNESDAY, "2015-01-01");
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2015-03-18T19:00:00Z")));
        try {
            assertThat(payroll.of(person, MARCH).lines()).singleElement().satisfies(line -> {
                assertThat(line.paid()).isEqualByComparingTo("16");
                assertThat(line.toCome()).isEqualByComparingTo("4");
            });
        } finally {
            ClockUtil.reset();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LEAD, 2015-02-01, , false",
        "LEAD, 2014-01-01, 2015-01-01, false",
        "LEAD, 2014-01-01, 2014-12-31, true",
        "CARD, 2015-01-01, , true",
        "CARD, 2015-02-01, 2015-01-01, false"
    })
    void twoOfAKindAtOnceAreRefused(Basis basis, String from, @Nullable String until, boolean taken) {
        agree(Basis.LEAD, "10", "1", "2015-01-01", null);
        if (taken) {
            agree(basis, "5", "1", from, until);
        } else {
            assertThatThrownBy(() -> agree(basis, "5", "1", from, until)).isInstanceOf(Refused.class);
        }
    }

    /** The hours at tasks lie in the shifts: both at once pay them twice. */
    @ParameterizedTest
    @CsvSource({"TASK_HOUR, 2015-02-01, , false", "TASK_HOUR, 2014-01-01, 2014-12-31, true", "CARD, 2015-02-01, , true"
    })
    void noHourIsPaidTwice(Basis basis, String from, @Nullable String until, boolean taken) {
        agree(Basis.SHIFT_HOUR, "12", "1", "2015-01-01", null);
        if (taken) {
            agree(basis, "5", "1", from, until);
        } else {
            assertThatThrownBy(() -> agree(basis, "5", "1", from, until))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("no hour is paid twice");
        }
    }

    @Test
    void anEndedAgreementIsNotMadeLongerIntoTheNextOne() {
        agree(Basis.LEAD, "10", "1", "2015-01-01", "2015-02-28");
        agree(Basis.LEAD, "12", "1", "2015-04-01", null);
        long first = agreements.all().stream()
                .filter(entry -> entry.agreement().person().equals(person)
                        && entry.agreement().validUntil() != null)
                .findFirst()
                .orElseThrow()
                .id();
        assertThatThrownBy(() -> agreements.end(first, LocalDate.of(2015, 4, 1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("such an agreement");
        assertThat(agreements.end(first, LocalDate.of(2015, 3, 31))).isTrue();
        assertThat(agreements.end(first, LocalDate.of(2014, 12, 31))).isFalse();
        lead("paid once", "ACCEPT");
        assertThat(payroll.of(person, MARCH).totals().get("EUR")).isEqualByComparingTo("10.00");
    }

    private void evening(DayOfWeek day, String from) {
        shifts.add(
                new Shift(0, person, day, LocalTime.of(18, 0), LocalTime.of(22, 0), LocalDate.parse(from), null),
                "head");
    }

    private void card(String name, String found, String outcome, String called) {
        past.done(
                "acquireClient",
                "researchCompany",
                "researchers",
                person,
                number(name),
                found + "T10:00:00+01:00",
                10,
                "FOUND");
        call(name, outcome, called);
    }

    private void call(String name, String outcome, String called) {
        past.done(
                "acquireClient",
                "callCompany",
                "callers",
                "caller",
                number(name),
                called + "T10:00:00+01:00",
                5,
                outcome);
    }

    private void lead(String name, String outcome) {
        past.done(
                "acquireClient",
                "callCompany",
                "callers",
                person,
                number(name),
                "2015-03-02T10:00:00+01:00",
                5,
                "ANSWERED");
        past.done(
                "acquireClient",
                "acceptLead",
                "managers",
                "manager",
                number(name),
                "2015-03-03T10:00:00+01:00",
                5,
                outcome);
    }

    private String number(String name) {
        return (person + name).replace(" ", "").replace(",", "");
    }

    private void agree(Basis basis, String amount, String takes, String from, @Nullable String until) {
        agreements.add(
                new PayAgreement(
                        person,
                        basis,
                        new BigDecimal(amount),
                        "EUR",
                        new BigDecimal(takes),
                        LocalDate.parse(from),
                        until == null ? null : LocalDate.parse(until)),
                "head");
    }
}
