package salesconveyor.acquisition.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import salesconveyor.acquisition.Calibrating;
import salesconveyor.acquisition.Calibration;
import salesconveyor.acquisition.Channel;
import salesconveyor.engine.Refused;

/** Which days, which thresholds and which channel somebody asks for, as the address of the page or endpoint says it. */
record SieveQuestion(
        @Nullable String from,
        @Nullable String to,
        @Nullable String pass,
        @Nullable String nurture,
        @Nullable String channel) {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    Calibration ask(Calibrating calibrating) {
        return calibrating.of(day(from), day(to), points(pass), points(nurture), came(channel));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new Refused("\"{0}\" is no day; please write it like 2026-11-24.", text);
        }
    }

    private static @Nullable Channel came(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Channel.of(text.strip())
                .orElseThrow(() -> new Refused("\"{0}\" is no channel; please write one like LIST or SITE.", text));
    }

    private static @Nullable BigDecimal points(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            BigDecimal points = new BigDecimal(text.strip().replace(',', '.'));
            if (points.abs().compareTo(MOST) <= 0 && points.scale() <= 6) {
                return points;
            }
        } catch (NumberFormatException e) {
            // Said below, like a number that no table could hold.
        }
        throw new Refused("\"{0}\" is no number of points; please write it like 60.", text);
    }
}
