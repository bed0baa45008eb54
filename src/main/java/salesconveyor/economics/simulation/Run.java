package salesconveyor.economics.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of one run; minutes. */
public final class Run {
    /** @param tasks that were offered there, and how long they {@code waited} all together until somebody began */
    static final class Station {
        int tasks;
        double waited;

        double meanWait() {
            return tasks == 0 ? 0 : waited / tasks;
        }
    }

    final Map<String, Station> stations = new TreeMap<>();
    final Map<String, Double> busy = new TreeMap<>();
    final List<Double> leadTimes = new ArrayList<>();
    double end;

    void waited(String station, double minutes) {
        Station one = stations.computeIfAbsent(station, none -> new Station());
        one.tasks++;
        one.waited += minutes;
    }

    void worked(Crew crew, double minutes) {
        busy.merge(crew.name(), minutes, Double::sum);
    }

    void done(double arrival, double now) {
        leadTimes.add(now - arrival);
        end = Math.max(end, now);
    }
}
