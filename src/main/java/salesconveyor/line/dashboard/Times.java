package salesconveyor.line.dashboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a station that were completed in a time; seconds.
 *
 * @param promised those that had a due date
 * @param late those of them that were completed after it
 * @param waitMedian half of them waited longer; waiting is all the time in which nobody was at the task
 * @param touchMedian half of them were worked on longer, from claim to completion without time away
 * @param touchSum all the work
 * @param staySum all the time from ready to completed
 */
public record Times(
        long done,
        long promised,
        long late,
        @Nullable Double waitMedian,
        @Nullable Double waitP90,
        @Nullable Double touchMedian,
        @Nullable Double touchP90,
        double touchSum,
        double staySum) {
    static final Times NONE = new Times(0, 0, 0, null, null, null, null, 0, 0);

    @JsonProperty
    public @Nullable Double lateShare() {
        return promised == 0 ? null : late / (double) promised;
    }
}
