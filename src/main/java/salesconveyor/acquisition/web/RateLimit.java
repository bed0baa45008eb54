package salesconveyor.acquisition.web;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * So many inquiries an hour from one network address, counted in memory: a restart forgives everybody, and behind a
 * proxy {@code server.forward-headers-strategy=native} must be set, or all visitors are one.
 */
@Component
class RateLimit {
    private static final Logger LOG = LoggerFactory.getLogger(RateLimit.class);

    private final Clock clock;
    private final int perHour;
    private final Map<String, Integer> taken = new HashMap<>();
    private Instant hour = Instant.EPOCH;

    RateLimit(
            Clock clock,
            @Value("${conveyor.inquiries-per-hour:20}") int perHour,
            @Value("${server.forward-headers-strategy:none}") String forwarded) {
        this.clock = clock;
        this.perHour = perHour;
        if (forwarded.equalsIgnoreCase("framework")) {
            LOG.warn("server.forward-headers-strategy=framework believes anybody's X-Forwarded-For, so that nobody is"
                    + " counted; use native, which believes private networks alone");
        }
    }

    synchronized boolean allows(String address) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (!now.equals(hour)) {
            hour = now;
            taken.clear();
        }
        return taken.merge(network(address), 1, Integer::sum) <= perHour;
    }

    /** Whoever has IPv6 has a network of it: its first four groups. */
    private static String network(String address) {
        String[] groups = address.split(":");
        return groups.length < 5 ? address : String.join(":", java.util.Arrays.copyOf(groups, 4));
    }
}
