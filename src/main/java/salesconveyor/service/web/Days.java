package salesconveyor.service.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.Refused;

/** The days that somebody asks for, as an address says them. */
final class Days {
    private Days() {}

    static @Nullable LocalDate of(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new Refused("\"{0}\" is no day; please write it like 2026-11-24.", text);
        }
    }
}
