package salesconveyor.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one way in which pages write days, moments and months, in the language of the reader and the zone of the company.
 * Templates call it {@code @dates}.
 */
@Component
public class Dates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL uuuu");

    private final Clock clock;

    Dates(Clock clock) {
        this.clock = clock;
    }

    /** @param time a day or a moment; nothing is written as nothing */
    public String day(@Nullable Temporal time, Locale language) {
        return time == null ? "" : DAY.withLocale(language).format(here(time));
    }

    public String moment(@Nullable Temporal time, Locale language) {
        return time == null ? "" : MOMENT.withLocale(language).format(here(time));
    }

    /** From a day to a day, or from a day on. */
    public String days(LocalDate first, @Nullable LocalDate last, Locale language) {
        return day(first, language) + " – " + day(last, language);
    }

    public String month(YearMonth month, Locale language) {
        return MONTH.withLocale(language).format(month);
    }

    private TemporalAccessor here(Temporal time) {
        return time instanceof LocalDate ? time : Instant.from(time).atZone(clock.getZone());
    }
}
