package salesconveyor.line.dashboard;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import salesconveyor.engine.FailedSteps;

/**
 * What a monitoring system asks for: queues with their age and broken promises by station, incidents by process, jobs.
 * Counted every half minute and not at each question, so that nobody can slow the belt down by asking often.
 */
@Component
public class Meters {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final WorkRecords records;
    private final FailedSteps failed;
    private final Clock clock;
    private final AtomicReference<FailedSteps.Jobs> jobs = new AtomicReference<>(new FailedSteps.Jobs(0, 0, 0));
    private final MultiGauge open;
    private final MultiGauge untaken;
    private final MultiGauge overdue;
    private final MultiGauge oldest;
    private final MultiGauge done;
    private final MultiGauge late;
    private final MultiGauge incidents;

    Meters(WorkRecords records, FailedSteps failed, Clock clock, MeterRegistry registry) {
        this.records = records;
        this.failed = failed;
        this.clock = clock;
        this.open = gauge(registry, "conveyor.queue.tasks", "Tasks that stand at the station");
        this.untaken = gauge(registry, "conveyor.queue.untaken", "Tasks that nobody has taken");
        this.overdue = gauge(registry, "conveyor.queue.overdue", "Tasks that are past their due date");
        this.oldest = gauge(registry, "conveyor.queue.oldest.seconds", "Age of the oldest task at the station");
        this.done = gauge(registry, "conveyor.done.tasks", "Tasks with a due date done in the last 24 hours");
        this.late = gauge(registry, "conveyor.done.late", "Tasks of the last 24 hours done after their due date");
        this.incidents = gauge(registry, "conveyor.incidents", "Steps that failed for good");
        jobGauge(registry, "due", FailedSteps.Jobs::due);
        jobGauge(registry, "failed", FailedSteps.Jobs::failed);
        jobGauge(registry, "later", FailedSteps.Jobs::later);
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "${conveyor.metrics.every:PT30S}")
    public void count() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Map<WorkRecords.Place, Queue> queues = records.queues(now);
        rows(open, queues, Queue::open);
        rows(untaken, queues, Queue::untaken);
        rows(overdue, queues, Queue::overdue);
        rows(oldest, queues, queue -> age(queue, now));
        Map<WorkRecords.Place, Times> times = records.times(Period.last(A_DAY, now));
        rows(done, times, Times::promised);
        rows(late, times, Times::late);
        List<Row<?>> failures = failed.byProcess().entrySet().stream()
                .<Row<?>>map(count -> Row.of(Tags.of("process", count.getKey()), count.getValue()))
                .toList();
        incidents.register(failures, true);
        jobs.set(failed.jobs());
    }

    private static double age(Queue queue, OffsetDateTime now) {
        OffsetDateTime oldest = queue.oldest();
        return oldest == null ? 0 : Duration.between(oldest, now).toSeconds();
    }

    private static <T> void rows(MultiGauge gauge, Map<WorkRecords.Place, T> places, ToDoubleFunction<T> figure) {
        Map<WorkRecords.Place, Double> figures = new LinkedHashMap<>();
        places.forEach((place, value) -> figures.put(place, figure.applyAsDouble(value)));
        List<Row<?>> rows = figures.entrySet().stream()
                .<Row<?>>map(one -> Row.of(
                        Tags.of(
                                "process",
                                one.getKey().process(),
                                "station",
                                one.getKey().station()),
                        one.getValue()))
                .toList();
        gauge.register(rows, true);
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private void jobGauge(MeterRegistry registry, String state, ToDoubleFunction<FailedSteps.Jobs> figure) {
        Gauge.builder("conveyor.jobs", jobs, now -> figure.applyAsDouble(now.get()))
                .description("Jobs of the engine: due now, failed for good, due later")
                .tag("state", state)
                .register(registry);
    }
}
