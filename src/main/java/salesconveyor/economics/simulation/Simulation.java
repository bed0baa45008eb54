package salesconveyor.economics.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.rng.RandomStream;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/**
 * Plays one run: cases arrive, wait for somebody who does what they need, and go on. A task that was begun is finished by
 * the same person, over the night if need be.
 */
final class Simulation {
    private record Task(Journey journey, int stop, double offered) {
        String station() {
            return journey.stops().get(stop).station();
        }
    }

    private static final class Worker {
        final Crew crew;
        boolean busy;
        double until;

        @Nullable
        String last;

        Worker(Crew crew) {
            this.crew = crew;
        }

        boolean isFree(double now) {
            return !busy && crew.week().isOpen(now);
        }
    }

    private final Simulator clock = new Simulator();
    private final Map<String, Deque<Task>> queues = new LinkedHashMap<>();
    private final List<Worker> workers = new ArrayList<>();
    private final List<Crew> crews;
    private final Minutes minutes;
    private final RandomStream random;
    private final double horizon;
    private final Run run = new Run();
    private int open;

    /** @param horizon when it is broken off; what waits then has waited until then */
    Simulation(List<Crew> crews, Minutes minutes, RandomStream random, double horizon) {
        this.crews = crews;
        this.minutes = minutes;
        this.random = random;
        this.horizon = horizon;
        for (Crew crew : crews) {
            for (int i = 0; i < crew.people(); i++) {
                workers.add(new Worker(crew));
            }
            run.busy.put(crew.name(), 0.0);
        }
    }

    Run play(List<Journey> journeys) {
        clock.init();
        open = journeys.size();
        for (Journey journey : journeys) {
            at(journey.arrival() + journey.stops().get(0).delay(), () -> offer(journey, 0));
        }
        for (Crew crew : crews) {
            at(crew.week().opening(0), () -> begin(crew));
        }
        if (horizon < Double.MAX_VALUE) {
            at(horizon, clock::stop);
        }
        clock.start();
        queues.forEach((station, queue) ->
                queue.forEach(task -> run.waited(station, Math.max(0, clock.time() - task.offered()))));
        run.end = horizon < Double.MAX_VALUE ? horizon : run.end;
        // Whoever is at a task then has not done it whole.
        workers.stream()
                .filter(worker -> worker.busy)
                .forEach(worker -> run.worked(worker.crew, -worker.crew.week().open(run.end, worker.until)));
        return run;
    }

    private void offer(Journey journey, int stop) {
        Task task = new Task(journey, stop, clock.time());
        queues.computeIfAbsent(task.station(), none -> new ArrayDeque<>()).add(task);
        // Whoever did the same last comes first, then whoever can do the fewest other things. Loops, for these two
        // methods take most of the time of a run.
        Worker best = null;
        for (Worker worker : workers) {
            if (worker.isFree(clock.time())
                    && worker.crew.stations().contains(task.station())
                    && (best == null || isBetter(worker, best, task.station()))) {
                best = worker;
            }
        }
        if (best != null) {
            next(best);
        }
    }

    private static boolean isBetter(Worker worker, Worker best, String station) {
        boolean same = station.equals(worker.last);
        return same == station.equals(best.last)
                ? worker.crew.stations().size() < best.crew.stations().size()
                : same;
    }

    private void begin(Crew crew) {
        workers.stream()
                .filter(worker -> worker.crew.equals(crew) && worker.isFree(clock.time()))
                .forEach(this::next);
        if (open > 0) {
            at(crew.week().nextOpening(clock.time()), () -> begin(crew));
        }
    }

    /** Takes what has waited longest. */
    private void next(Worker worker) {
        Deque<Task> longest = null;
        boolean batch = false;
        for (Map.Entry<String, Deque<Task>> queue : queues.entrySet()) {
            Task first = queue.getValue().peek();
            if (first != null && worker.crew.stations().contains(queue.getKey())) {
                boolean own = worker.crew.batches() && queue.getKey().equals(worker.last);
                if (longest == null
                        || (own == batch ? first.offered() < longest.element().offered() : own)) {
                    longest = queue.getValue();
                    batch = own;
                }
            }
        }
        if (longest != null) {
            work(worker, longest.remove());
        }
    }

    private void work(Worker worker, Task task) {
        run.waited(task.station(), clock.time() - task.offered());
        double work = minutes.draw(task.station(), worker.crew, random);
        if (worker.last != null && !worker.last.equals(task.station())) {
            work += worker.crew.switchMinutes();
        }
        run.worked(worker.crew, work);
        worker.busy = true;
        worker.last = task.station();
        worker.until = worker.crew.week().finish(clock.time(), work);
        at(worker.until, () -> done(worker, task));
    }

    private void done(Worker worker, Task task) {
        worker.busy = false;
        int following = task.stop() + 1;
        List<Journey.Stop> stops = task.journey().stops();
        if (following < stops.size()) {
            at(clock.time() + stops.get(following).delay(), () -> offer(task.journey(), following));
        } else {
            open--;
            run.done(task.journey().arrival(), clock.time());
        }
        if (worker.isFree(clock.time())) {
            next(worker);
        }
    }

    private void at(double time, Runnable action) {
        Event event = new Event(clock) {
            @Override
            public void actions() {
                action.run();
            }
        };
        event.schedule(Math.max(0, time - clock.time()));
    }
}
