package salesconveyor.economics.simulation;

import java.util.List;

/**
 * The way of a case through the stations.
 *
 * @param arrival minutes since the Monday at midnight that all times are counted from
 */
public record Journey(double arrival, List<Stop> stops) {
    /** @param delay minutes after the stop before, or after the arrival, until it can be done: nobody works meanwhile */
    public record Stop(String station, double delay) {}
}
