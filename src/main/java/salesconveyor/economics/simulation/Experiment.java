package salesconveyor.economics.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.rng.RandomStream;

/**
 * Plays the same work with the same staff many times, each time with other numbers from the same generator (MRG32k3a), so
 * that the same question always gets the same answer.
 */
public final class Experiment {
    private static final long[] SEED = {20261, 20262, 20263, 20264, 20265, 20266};

    private final List<Crew> crews;
    private final Minutes minutes;
    private final double begins;
    private final double horizon;

    /**
     * @param begins minutes from which on people are paid; nothing arrives before
     * @param horizon minutes until each run is broken off; {@link Double#MAX_VALUE} when all shall be finished
     */
    public Experiment(List<Crew> crews, Minutes minutes, double begins, double horizon) {
        this.crews = crews;
        this.minutes = minutes;
        this.begins = begins;
        this.horizon = horizon;
    }

    public Result play(int runs, Function<RandomStream, List<Journey>> journeys) {
        MRG32k3a random = new MRG32k3a("what-if");
        random.setSeed(SEED);
        List<Run> played = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            played.add(new Simulation(crews, minutes, random, horizon).play(journeys.apply(random)));
            random.resetNextSubstream();
        }
        return result(played);
    }

    private Result result(List<Run> runs) {
        List<Result.Station> stations = runs.stream()
                .flatMap(run -> run.stations.keySet().stream())
                .distinct()
                .sorted()
                .map(name -> station(name, runs))
                .toList();
        List<Result.Staff> staff = crews.stream().map(crew -> staff(crew, runs)).toList();
        return new Result(
                runs.size(),
                Spread.of(
                        runs.stream().map(run -> (double) run.leadTimes.size()).toList()),
                Spread.of(runs.stream().map(Experiment::meanLead).toList()),
                Spread.of(runs.stream().map(Experiment::meanWait).toList()),
                Spread.of(runs.stream().map(run -> run.end).toList()),
                stations,
                staff);
    }

    private static Result.Station station(String name, List<Run> runs) {
        List<Run.Station> of = runs.stream()
                .map(run -> run.stations.getOrDefault(name, new Run.Station()))
                .toList();
        return new Result.Station(
                name,
                of.stream().collect(Collectors.averagingDouble(one -> one.tasks)),
                Spread.of(of.stream().map(Run.Station::meanWait).toList()),
                of.stream().collect(Collectors.averagingDouble(one -> one.waited)));
    }

    private Result.Staff staff(Crew crew, List<Run> runs) {
        List<Double> busy = runs.stream()
                .map(run -> run.busy.getOrDefault(crew.name(), 0.0))
                .toList();
        List<Double> paid = runs.stream()
                .map(run -> crew.people() * crew.week().open(begins, run.end))
                .toList();
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            shares.add(paid.get(i) == 0 ? 0 : busy.get(i) / paid.get(i));
        }
        return new Result.Staff(crew, Spread.of(busy), Spread.of(paid), Spread.of(shares));
    }

    private static double meanLead(Run run) {
        return run.leadTimes.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** Of a task. */
    private static double meanWait(Run run) {
        int tasks = run.stations.values().stream().mapToInt(one -> one.tasks).sum();
        double waited =
                run.stations.values().stream().mapToDouble(one -> one.waited).sum();
        return tasks == 0 ? 0 : waited / tasks;
    }
}
