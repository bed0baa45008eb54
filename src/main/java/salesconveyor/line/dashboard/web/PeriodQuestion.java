package salesconveyor.line.dashboard.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.Refused;
import salesconveyor.line.dashboard.Period;

/**
 * Which time somebody asks for, as the address of an endpoint says it.
 *
 * @param from the first day, or moment
 * @param to the last day, which counts, or the moment that does not count any more; now when empty
 * @param last how long back from now or from {@code to}, like PT1H or P30D, when there is no {@code from}; 30 days when
 *     empty
 */
record PeriodQuestion(
        @Nullable String from,
        @Nullable String to,
        @Nullable String last) {
    private static final Duration USUAL = Duration.ofDays(30);

    Period period(Clock clock) {
        OffsetDateTime until = to == null || to.isBlank() ? OffsetDateTime.now(clock) : moment(to, 1, clock);
        return new Period(from == null || from.isBlank() ? until.minus(length()) : moment(from, 0, clock), until);
    }

    private Duration length() {
        if (last == null || last.isBlank()) {
            return USUAL;
        }
        try {
            Duration length = Duration.parse(last.strip());
            if (!length.isNegative() && length.compareTo(Duration.ofDays(1000)) < 0) {
                return length;
            }
        } catch (DateTimeParseException e) {
            // Said below, like a length that no calendar holds.
        }
        throw new Refused("\"{0}\" is no length of time; please write it like PT1H or P30D.", last);
    }

    private static OffsetDateTime moment(String text, int daysToAdd, Clock clock) {
        String asked = text.strip();
        try {
            if (asked.length() <= 10) {
                return LocalDate.parse(asked)
                        .plusDays(daysToAdd)
                        .atStartOfDay(clock.getZone())
                        .toOffsetDateTime();
            }
            return asked.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(asked)
                    : LocalDateTime.parse(asked).atZone(clock.getZone()).toOffsetDateTime();
        } catch (DateTimeParseException e) {
            throw new Refused("\"{0}\" is no day; please write it like 2026-11-24.", text);
        }
    }
}
