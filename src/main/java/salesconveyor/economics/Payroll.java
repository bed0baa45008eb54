package salesconveyor.economics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.people.Shifts;
import salesconveyor.work.HandOff;
import salesconveyor.work.Substitutions;
import salesconveyor.work.TouchTimes;
import salesconveyor.work.Units;

/**
 * Reckons what people earned in a month: hours by the shift plan, without the shifts that begin in a recorded absence, or
 * hours at tasks, and units that the next station could use.
 * A unit counts in the month in which it is accepted, and one that came back in the month in which it came back.
 */
@Component
@Transactional(readOnly = true)
public class Payroll {
    private static final int CENTS = 2;

    private final PayAgreements agreements;
    private final Units units;
    private final TouchTimes times;
    private final Shifts shifts;
    private final Substitutions substitutions;
    private final Clock clock;

    Payroll(
            PayAgreements agreements,
            Units units,
            TouchTimes times,
            Shifts shifts,
            Substitutions substitutions,
            Clock clock) {
        this.agreements = agreements;
        this.units = units;
        this.times = times;
        this.shifts = shifts;
        this.substitutions = substitutions;
        this.clock = clock;
    }

    /** Of one person, without lines when there is no agreement in that month. */
    public PayStatement of(String person, YearMonth month) {
        List<PayStatement.Line> lines = new ArrayList<>();
        List<PayStatement.Unit> own = new ArrayList<>();
        for (PayAgreements.Entry entry : agreements.all()) {
            PayAgreement agreement = entry.agreement();
            LocalDate first = later(month.atDay(1), agreement.validFrom());
            LocalDate last = agreement.validUntil() == null
                    ? month.atEndOfMonth()
                    : earlier(month.atEndOfMonth(), agreement.validUntil());
            if (agreement.person().equals(person) && !last.isBefore(first)) {
                HandOff unit = agreement.basis().unit();
                lines.add(unit == null ? hours(agreement, first, last) : units(agreement, unit, first, last, own));
            }
        }
        return new PayStatement(person, month, lines, own);
    }

    /** Of everybody who has an agreement in that month. */
    public List<PayStatement> of(YearMonth month) {
        return agreements.all().stream()
                .map(entry -> entry.agreement().person())
                .distinct()
                .map(person -> of(person, month))
                .filter(statement -> !statement.lines().isEmpty())
                .toList();
    }

    private PayStatement.Line hours(PayAgreement agreement, LocalDate first, LocalDate last) {
        return agreement.basis() == PayAgreement.Basis.SHIFT_HOUR
                ? shiftHours(agreement, first, last)
                : taskHours(agreement, first, last);
    }

    private PayStatement.Line shiftHours(PayAgreement agreement, LocalDate first, LocalDate last) {
        String person = agreement.person();
        List<Substitutions.Substitution> absences =
                substitutions.between(person, start(first), start(last.plusDays(1)));
        Predicate<Instant> present = begin -> absences.stream()
                .noneMatch(absence -> !begin.isBefore(absence.awayFrom().toInstant())
                        && begin.isBefore(absence.awayUntil().toInstant()));
        Instant now = clock.instant();
        return line(
                agreement,
                first,
                last,
                planned(person, first, last, begin -> true),
                0,
                planned(person, first, last, present),
                planned(person, first, last, present.and(begin -> begin.isAfter(now))));
    }

    private BigDecimal planned(String person, LocalDate first, LocalDate last, Predicate<Instant> counted) {
        return hours(shifts.planned(person, first, last.plusDays(1), counted).toSeconds());
    }

    private PayStatement.Line taskHours(PayAgreement agreement, LocalDate first, LocalDate last) {
        BigDecimal hours = hours(times.of(agreement.person(), start(first), start(last.plusDays(1)))
                .toSeconds());
        return line(agreement, first, last, hours, 0, hours, BigDecimal.ZERO.setScale(CENTS));
    }

    private static BigDecimal hours(long seconds) {
        return Hours.of(seconds).setScale(CENTS, RoundingMode.HALF_UP);
    }

    private PayStatement.Line units(
            PayAgreement agreement, HandOff unit, LocalDate first, LocalDate last, List<PayStatement.Unit> own) {
        int accepted = 0;
        int returned = 0;
        for (Units.Unit one : units.between(unit, start(first), start(last.plusDays(1)))) {
            if (one.worker().equals(agreement.person())) {
                accepted += one.accepted() == null ? 0 : 1;
                returned += one.returned() == null ? 0 : 1;
                own.add(new PayStatement.Unit(agreement.basis(), one.caseNumber(), one.accepted(), one.returned()));
            }
        }
        BigDecimal quantity = BigDecimal.valueOf(accepted);
        BigDecimal taken = agreement.returnedTakes().multiply(BigDecimal.valueOf(returned));
        return line(
                agreement,
                first,
                last,
                quantity,
                returned,
                quantity.subtract(taken).max(BigDecimal.ZERO).stripTrailingZeros(),
                BigDecimal.ZERO);
    }

    private static PayStatement.Line line(
            PayAgreement agreement,
            LocalDate first,
            LocalDate last,
            BigDecimal quantity,
            int returned,
            BigDecimal paid,
            BigDecimal toCome) {
        BigDecimal amount = agreement.amount().multiply(paid).setScale(CENTS, RoundingMode.HALF_UP);
        return new PayStatement.Line(agreement, first, last, quantity, returned, paid, toCome, amount);
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
