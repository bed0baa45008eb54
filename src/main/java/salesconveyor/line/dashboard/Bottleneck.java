package salesconveyor.line.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The station that holds the belt up most, in words.
 *
 * @param found the station with the highest score; nothing when no case stood anywhere
 * @param sentence which station it is
 * @param reason why it is this one
 * @param advice what to do about it
 * @param ranking the stations with the highest scores, the bottleneck first
 */
public record Bottleneck(
        @Nullable Candidate found, String sentence, String reason, String advice, List<Candidate> ranking) {
    /**
     * A station that may be it.
     *
     * @param share of all the time that cases stood at stations of the belt, how much they stood here
     * @param load arrivals for each task that left
     */
    public record Candidate(String process, String station, String name, double share, double load) {
        /** The higher, the more it holds the belt up. Where less comes than leaves, or nothing comes, all that stands counts. */
        public double score() {
            return share * Math.max(1, load);
        }
    }
}
