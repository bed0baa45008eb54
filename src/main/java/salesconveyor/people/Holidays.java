package salesconveyor.people;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The public holidays of the country of {@code conveyor.region}, by Jollyday. */
@Component
class Holidays {
    private final HolidayManager manager;

    Holidays(@Value("${conveyor.region:DE}") String country) {
        this.manager = HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(java.util.Locale.ROOT)));
    }

    boolean isHoliday(LocalDate day) {
        return manager.isHoliday(day);
    }
}
