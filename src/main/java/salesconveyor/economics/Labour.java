package salesconveyor.economics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import salesconveyor.economics.CostRates.Known;
import salesconveyor.people.Role;
import salesconveyor.work.Touch;

/**
 * Tells what work cost. A person costs what the dearest of that person's roles costs, whatever is done: a manager who
 * searches for telephone numbers is paid as a manager. Whoever has left, or has no role with a rate, counts as the role
 * that the task was offered to.
 */
class Labour {
    private static final String MANAGERS = Role.MANAGERS.group();

    private final Known rates;
    private final Function<String, List<String>> rolesOf;
    private final ZoneId zone;
    private final Map<String, List<String>> roles = new HashMap<>();

    Labour(Known rates, Function<String, List<String>> rolesOf, ZoneId zone) {
        this.rates = rates;
        this.rolesOf = rolesOf;
        this.zone = zone;
    }

    /** The role that the person who did it is paid as; nothing when nobody knows. */
    @Nullable
    String paidAs(Touch touch) {
        LocalDate day = day(touch);
        String dearest = null;
        BigDecimal most = null;
        for (String role : roles.computeIfAbsent(touch.worker(), rolesOf)) {
            BigDecimal rate = rates.of(role, day);
            if (rate != null && (most == null || rate.compareTo(most) > 0)) {
                dearest = role;
                most = rate;
            }
        }
        return dearest == null ? touch.role() : dearest;
    }

    /** Whether a manager did it, whatever else that person is and is paid as: in a small company the head sells, too. */
    boolean isByManager(Touch touch) {
        List<String> own = roles.computeIfAbsent(touch.worker(), rolesOf);
        return own.isEmpty() ? MANAGERS.equals(touch.role()) : own.contains(MANAGERS);
    }

    /** What the touch time of the task cost; nothing when there is no rate for whoever did it. */
    @Nullable
    BigDecimal cost(Touch touch) {
        BigDecimal rate = rates.of(paidAs(touch), day(touch));
        return rate == null ? null : rate.multiply(Hours.of(touch.seconds()), MathContext.DECIMAL64);
    }

    /** What an hour of the role costs on that day. */
    @Nullable
    BigDecimal hour(String role, LocalDate day) {
        return rates.of(role, day);
    }

    /** The first day on which an hour of the role has a cost, if it ever has one. */
    @Nullable
    LocalDate since(String role) {
        return rates.first(role);
    }

    private LocalDate day(Touch touch) {
        return LocalDate.ofInstant(touch.ended().toInstant(), zone);
    }
}
