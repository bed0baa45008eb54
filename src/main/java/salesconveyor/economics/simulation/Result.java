package salesconveyor.economics.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What came of all runs; minutes.
 *
 * @param done cases that were finished
 * @param lead from arrival to the end of a finished case, on average in a run
 * @param waiting of a task from the offer until somebody began, on average in a run; nights count
 * @param end when the last one was finished, or the run was broken off
 */
public record Result(
        int runs, Spread done, Spread lead, Spread waiting, Spread end, List<Station> stations, List<Staff> staff) {
    /** @param waited of all tasks there together, on average over the runs */
    public record Station(String name, double tasks, Spread waiting, double waited) {}

    /** @param paid all hours of the crew from the beginning to the end; {@code share} of them that it was busy */
    public record Staff(Crew crew, Spread busy, Spread paid, Spread share) {}

    /** Where most of the waiting is: more hands there help most. Nothing when hardly anything waits. */
    public Optional<Station> bottleneck() {
        return stations.stream()
                .max(Comparator.comparing(Station::waited))
                .filter(station -> station.waiting().mean() >= 1);
    }
}
