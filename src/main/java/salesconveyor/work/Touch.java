package salesconveyor.work;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody completed.
 *
 * @param role the group that it was offered to
 * @param offered at first, when nobody took it until it was withdrawn and offered anew
 * @param claimed when whoever completed it took it; a task that has its owner from the start is claimed when it is offered
 * @param awaySeconds of the time since then in which the owner was not at it
 */
public record Touch(
        String process,
        String station,
        @Nullable String role,
        String worker,
        @Nullable String caseNumber,
        OffsetDateTime offered,
        OffsetDateTime claimed,
        OffsetDateTime ended,
        long awaySeconds,
        @Nullable String outcome) {
    /** Touch time: from claim to completion without the time away. */
    public long seconds() {
        return Math.max(0, Duration.between(claimed, ended).toSeconds() - awaySeconds);
    }

    /** Wait time: the rest of the time since it was offered. */
    public long waitSeconds() {
        return Math.max(0, Duration.between(offered, ended).toSeconds() - seconds());
    }
}
