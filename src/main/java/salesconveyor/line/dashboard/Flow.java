package salesconveyor.line.dashboard;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What flowed through a station in a time.
 *
 * @param arrived tasks that became ready
 * @param gone tasks that ended: done, or withdrawn because the case took another way
 * @param queueAtStart tasks that stood there when the time began
 * @param queueAtEnd and when it ended
 * @param standingSeconds the time of this period that all these tasks stood there, waiting or being worked on
 * @param oursSeconds of it what we hold up: all, but of a negotiation, in which the client thinks, what is past its due date
 */
public record Flow(
        long arrived, long gone, long queueAtStart, long queueAtEnd, double standingSeconds, double oursSeconds) {
    static final Flow NONE = new Flow(0, 0, 0, 0, 0, 0);

    /** Arrivals for each task that left: above one the queue grows. */
    @JsonProperty
    public double load() {
        return arrived / (double) Math.max(1, gone);
    }
}
