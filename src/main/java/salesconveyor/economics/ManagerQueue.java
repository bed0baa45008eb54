package salesconveyor.economics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.work.TouchTimes;
import salesconveyor.work.TouchTimes.Stay;

/**
 * Measures how many qualified leads wait for managers: those that are offered and that nobody has taken, and those that
 * have an owner who is late with them. A negotiation waits for the client, not for a manager; a meeting has its hour, and
 * when its result is written down late no lead has waited.
 */
@Component
class ManagerQueue {
    private static final String OFFERED = "acceptLead";
    private static final List<String> NOT_WAITING = List.of("holdFirstMeeting", "negotiateDeal");

    /** @param average how many waited at the same time, over the whole time; {@code now} at its end */
    record Waiting(BigDecimal average, int now) {}

    private final TouchTimes times;

    ManagerQueue(TouchTimes times) {
        this.times = times;
    }

    Waiting of(Window window, List<String> selling) {
        List<String> stations = new ArrayList<>(selling);
        stations.removeAll(NOT_WAITING);
        stations.add(OFFERED);
        long waited = 0;
        int now = 0;
        for (Stay stay : times.stays(stations, window.from(), window.until())) {
            OffsetDateTime begins = stay.station().equals(OFFERED) ? stay.offered() : stay.due();
            OffsetDateTime ends = stay.station().equals(OFFERED) ? first(stay.claimed(), stay.ended()) : stay.ended();
            if (begins != null) {
                waited += overlap(begins, ends, window);
                boolean open = ends == null || !ends.isBefore(window.until());
                now += open && begins.isBefore(window.until()) ? 1 : 0;
            }
        }
        long length =
                Math.max(1, Duration.between(window.from(), window.until()).toSeconds());
        return new Waiting(BigDecimal.valueOf(waited).divide(BigDecimal.valueOf(length), MathContext.DECIMAL64), now);
    }

    private static @Nullable OffsetDateTime first(@Nullable OffsetDateTime claimed, @Nullable OffsetDateTime ended) {
        return claimed == null ? ended : claimed;
    }

    private static long overlap(OffsetDateTime begins, @Nullable OffsetDateTime ends, Window window) {
        OffsetDateTime from = begins.isBefore(window.from()) ? window.from() : begins;
        OffsetDateTime until = ends == null || ends.isAfter(window.until()) ? window.until() : ends;
        return Math.max(0, Duration.between(from, until).toSeconds());
    }
}
