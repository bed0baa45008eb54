package salesconveyor.line.dashboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Little's law as a check of the records: what stands somewhere on average is what arrives times how long it stays.
 *
 * @param standing on average, counted from the records
 * @param arrivingADay so many
 * @param staySeconds the mean of those that left; nothing when none left
 */
public record Little(
        double standing, double arrivingADay, @Nullable Double staySeconds) {
    /** What should stand there by the law. */
    @JsonProperty
    public @Nullable Double expected() {
        return staySeconds == null
                ? null
                : arrivingADay * staySeconds / Duration.ofDays(1).toSeconds();
    }

    /** How far what stands is from what should, as a share of what should. */
    @JsonProperty
    public @Nullable Double deviation() {
        Double expected = expected();
        return expected == null || expected == 0 ? null : (standing - expected) / expected;
    }
}
