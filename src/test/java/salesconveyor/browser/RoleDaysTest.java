package salesconveyor.browser;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Tag;

/** The roles' days in English. */
@Tag("browser")
class RoleDaysTest extends RoleDays {
    @Override
    String day(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("MM/dd/yyyy"));
    }

    @Override
    String ten() {
        return "10:00 AM";
    }
}
