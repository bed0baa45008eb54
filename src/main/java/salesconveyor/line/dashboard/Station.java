package salesconveyor.line.dashboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A station with its figures.
 *
 * @param process the model it is in
 * @param station the id of the user task
 * @param name what people call it
 * @param role the group that works there; nobody knows when no task was ever offered
 * @param roleTitle what people call the group
 * @param flow what came and went in the time
 * @param times of what was completed in the time
 * @param queue what stands there now
 * @param crew who worked there in the time
 * @param returned the tasks completed in the time that sent the case back to an earlier station
 */
public record Station(
        String process,
        String station,
        String name,
        @Nullable String role,
        String roleTitle,
        Flow flow,
        Times times,
        Queue queue,
        Crew crew,
        long returned) {
    @JsonProperty
    public @Nullable Double returnedShare() {
        return times.done() == 0 ? null : returned / (double) times.done();
    }

    /** Little's law for this station: what stood there on average, against arrivals times the mean stay. */
    public Little little(Period period) {
        return new Little(
                flow.standingSeconds() / period.seconds(),
                flow.arrived() / period.days(),
                times.done() == 0 ? null : times.staySum() / times.done());
    }
}
