package salesconveyor.work;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody completed.
 *
 * @param role the group that it was offered to
 * @param ready when it could be done: a meeting at its hour, all else when it was offered; at first, when nobody took it
 *     until it was withdrawn and offered anew
 * @param claimed when whoever completed it took it; a task that has its owner from the start is claimed when it is offered
 * @param awaySeconds of the time since then in which the owner was not at it
 */
public record Touch(
        String process,
        String station,
        @Nullable String role,
        String worker,
        @Nullable String caseNumber,
        OffsetDateTime ready,
        OffsetDateTime claimed,
        OffsetDateTime ended,
        long awaySeconds,
        @Nullable String outcome) {
    /**
     * Touch time: from claim to completion without the time away. Whoever looked at a meeting days before was not at it
     * until its hour.
     */
    public long seconds() {
        long held = Duration.between(claimed, ended).toSeconds() - awaySeconds;
        return Math.max(0, Math.min(held, staySeconds()));
    }

    /** Wait time: the rest of the time since it could be done. */
    public long waitSeconds() {
        return Math.max(0, staySeconds() - seconds());
    }

    private long staySeconds() {
        return Duration.between(ready, ended).toSeconds();
    }
}
