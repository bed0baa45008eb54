package salesconveyor.line.dashboard;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.work.TouchTimes;

/** Looks over the whole belt: where cases stand, how fast they travel, which station holds them up. */
@Component
@Transactional(readOnly = true)
public class Watching {
    private final Stations stations;
    private final CycleTimes cycles;
    private final FindingBottleneck bottleneck;
    private final TouchTimes work;
    private final Clock clock;

    Watching(Stations stations, CycleTimes cycles, FindingBottleneck bottleneck, TouchTimes work, Clock clock) {
        this.stations = stations;
        this.cycles = cycles;
        this.bottleneck = bottleneck;
        this.work = work;
        this.clock = clock;
    }

    public Overview over(Period period, Locale language) {
        List<Stage> stages = stations.stages(period, OffsetDateTime.now(clock), language);
        List<Station> all =
                stages.stream().flatMap(stage -> stage.stations().stream()).toList();
        return new Overview(
                period,
                bottleneck.in(all, work.first().map(period::since).orElse(period), language),
                stages,
                stations.models(period, language),
                cycles.all(period),
                cycles.byOutcome(period),
                cycles.little(period));
    }
}
