package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import salesconveyor.payments.statement.Statement;

/** The days and balances of one statement, and whether it follows the one before it. */
record Period(
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable BigDecimal opening,
        @Nullable BigDecimal closing,
        @Nullable String currency) {
    /** A statement without a first day, of a bank that does not tell it, is taken for one of a month at most. */
    private static final int LONGEST_DAYS = 31;

    /**
     * What is missing before a statement.
     *
     * @param from the first working day of which no statement tells, and {@code to} the last one; null when the days
     *     follow, but the balances do not
     */
    record Gap(@Nullable LocalDate from, @Nullable LocalDate to, Period before) {}

    static Period of(Statement statement) {
        var opening = statement.opening();
        var closing = statement.closing();
        return new Period(
                statement.firstDay(),
                statement.lastDay(),
                opening == null ? null : opening.amount(),
                closing == null ? null : closing.amount(),
                closing == null ? null : closing.currency());
    }

    /**
     * Banks write no statement of a day without a movement: where the balances follow, nothing is missing, whatever the
     * days say.
     *
     * @param others the account's other statements, before and after it
     */
    Optional<Gap> gapAfter(List<Period> others, Predicate<LocalDate> workday) {
        LocalDate first = firstDay;
        if (first == null || others.stream().anyMatch(other -> other.tellsOf(first))) {
            return Optional.empty();
        }
        Optional<LocalDate> last = others.stream()
                .map(Period::lastDay)
                .filter(Objects::nonNull)
                .filter(day -> day.isBefore(first))
                .max(LocalDate::compareTo);
        return last.flatMap(day -> gap(
                first,
                day,
                others.stream().filter(other -> day.equals(other.lastDay())).toList(),
                workday));
    }

    private Optional<Gap> gap(LocalDate first, LocalDate last, List<Period> before, Predicate<LocalDate> workday) {
        List<Period> told = before.stream()
                .filter(other -> opening != null && other.closing != null)
                .filter(other -> currency == null || currency.equals(other.currency))
                .toList();
        if (told.stream()
                .anyMatch(other ->
                        Objects.requireNonNull(other.closing).compareTo(Objects.requireNonNull(opening)) == 0)) {
            return Optional.empty();
        }
        List<LocalDate> missing =
                last.plusDays(1).datesUntil(first).filter(workday).toList();
        if (!missing.isEmpty()) {
            return Optional.of(new Gap(missing.get(0), missing.get(missing.size() - 1), before.get(0)));
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(new Gap(null, null, told.get(0)));
    }

    private boolean tellsOf(LocalDate day) {
        if (lastDay == null || lastDay.isBefore(day)) {
            return false;
        }
        LocalDate since = firstDay == null ? lastDay.minusDays(LONGEST_DAYS) : firstDay;
        return !since.isAfter(day);
    }
}
