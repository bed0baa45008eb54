package salesconveyor.browser;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.TestPropertySource;

/** The roles' days in Russian: an installation of its own, for its models and forms have one language. */
@Tag("browserRussian")
@TestPropertySource(properties = "conveyor.locale=ru")
class RussianRoleDaysTest extends RoleDays {
    @Override
    String day(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
    }

    @Override
    String ten() {
        return "10:00";
    }
}
