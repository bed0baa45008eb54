package salesconveyor.people;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The public holidays, by Jollyday: of the country of {@code conveyor.region}, or of another one that {@code
 * conveyor.holidays} names; empty means that people work on holidays too.
 */
@Component
class Holidays {
    private static final Set<String> KNOWN = HolidayManager.getSupportedCalendarCodes().stream()
            .map(code -> code.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private final @Nullable HolidayManager manager;

    @Autowired
    Holidays(@Value("${conveyor.holidays:${conveyor.region:DE}}") String country) {
        this(country.isBlank() ? null : manager(country));
    }

    private Holidays(@Nullable HolidayManager manager) {
        this.manager = manager;
    }

    /**
     * The holidays of another country.
     *
     * @param country its ISO code; where nobody knows its holidays, or we work on holidays too, it is as with us
     */
    Holidays of(@Nullable String country) {
        return manager == null || country == null || !KNOWN.contains(country.toLowerCase(Locale.ROOT))
                ? this
                : new Holidays(manager(country));
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }

    boolean isHoliday(LocalDate day) {
        return manager != null && manager.isHoliday(day);
    }
}
