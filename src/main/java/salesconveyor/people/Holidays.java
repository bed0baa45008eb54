package salesconveyor.people;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The public holidays, by Jollyday: of the country of {@code conveyor.region}, or of another one that {@code
 * conveyor.holidays} names; empty means that people work on holidays too.
 */
@Component
class Holidays {
    private final @Nullable HolidayManager manager;

    Holidays(@Value("${conveyor.holidays:${conveyor.region:DE}}") String country) {
        this.manager = country.isBlank()
                ? null
                : HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }

    boolean isHoliday(LocalDate day) {
        return manager != null && manager.isHoliday(day);
    }
}
