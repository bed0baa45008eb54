package salesconveyor.acquisition;

import java.time.LocalTime;
import java.time.ZonedDateTime;

/** Whoever is away in the morning may be there in the afternoon, and the other way round. */
enum HalfDay {
    MORNING,
    AFTERNOON;

    private static final LocalTime NOON = LocalTime.of(13, 0); // after lunch

    static HalfDay of(ZonedDateTime time) {
        return time.toLocalTime().isBefore(NOON) ? MORNING : AFTERNOON;
    }

    /** When the half of the day that this moment lies in is over. */
    static ZonedDateTime end(ZonedDateTime time) {
        return of(time) == MORNING
                ? time.with(NOON)
                : time.toLocalDate().plusDays(1).atStartOfDay(time.getZone());
    }
}
