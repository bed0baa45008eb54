package salesconveyor.line.dashboard;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Diagrams;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/** The stages of the belt with their stations and figures. */
@Component
class Stations {
    private record Figures(
            Map<WorkRecords.Place, WorkRecords.Flowed> flows,
            Map<WorkRecords.Place, Times> times,
            Map<WorkRecords.Place, Queue> queues,
            Map<WorkRecords.Place, Crew> crews,
            Map<WorkRecords.Place, Long> returned) {}

    private static final WorkRecords.ByCase NOTHING = new WorkRecords.ByCase("", 0, null, null);

    private final WorkRecords records;
    private final Diagrams diagrams;
    private final Texts texts;

    Stations(WorkRecords records, Diagrams diagrams, Texts texts) {
        this.records = records;
        this.diagrams = diagrams;
        this.texts = texts;
    }

    List<Stage> stages(Period period, OffsetDateTime now, Locale language) {
        Figures figures = new Figures(
                records.flows(period),
                records.times(period),
                records.queues(now),
                records.crews(period),
                records.returned(period));
        Map<String, WorkRecords.ByCase> byCase = byPart(records.byCase(Belt.STAGE, period));
        return Arrays.stream(Belt.values())
                .map(stage -> {
                    WorkRecords.ByCase whole = byCase.getOrDefault(stage.name(), NOTHING);
                    return new Stage(
                            stage.name(),
                            name(stage.processes().get(0), language),
                            whole.cases(),
                            whole.waitMedian(),
                            whole.touchMedian(),
                            stage.processes().stream()
                                    .flatMap(process -> stations(process, figures, language))
                                    .toList());
                })
                .toList();
    }

    /** The models of the belt, as they are drawn on the spine and on other models. */
    List<Model> models(Period period, Locale language) {
        Map<String, WorkRecords.ByCase> byCase = byPart(records.byCase("process", period));
        return Arrays.stream(Belt.values())
                .flatMap(stage -> stage.processes().stream())
                .map(process -> {
                    WorkRecords.ByCase whole = byCase.getOrDefault(process, NOTHING);
                    return new Model(
                            process, name(process, language), whole.cases(), whole.waitMedian(), whole.touchMedian());
                })
                .toList();
    }

    /** The stations of the newest drawing, and those of older ones where something still stands or was done. */
    private Stream<Station> stations(String process, Figures figures, Locale language) {
        List<Diagrams.Step> drawn =
                diagrams.newest(process).map(Diagrams.Diagram::steps).orElse(List.of());
        List<String> known = drawn.stream().map(Diagrams.Step::id).toList();
        Stream<Diagrams.Step> gone = Stream.concat(
                        figures.flows().keySet().stream(), figures.queues().keySet().stream())
                .filter(place -> place.process().equals(process) && !known.contains(place.station()))
                .map(WorkRecords.Place::station)
                .distinct()
                .sorted()
                .map(station -> new Diagrams.Step(station, station, null));
        return Stream.concat(drawn.stream(), gone).map(step -> station(process, step, figures, language));
    }

    private Station station(String process, Diagrams.Step step, Figures figures, Locale language) {
        var place = new WorkRecords.Place(process, step.id());
        WorkRecords.Flowed flowed = figures.flows().get(place);
        String role = step.group() == null && flowed != null ? flowed.role() : step.group();
        return new Station(
                process,
                step.id(),
                // An own model may call it otherwise: then that stands, in whatever language.
                texts.say(language, step.name()),
                role,
                role == null
                        ? ""
                        : Role.of(role)
                                .map(known -> texts.say(language, known.title()))
                                .orElse(role),
                flowed == null ? Flow.NONE : flowed.flow(),
                figures.times().getOrDefault(place, Times.NONE),
                figures.queues().getOrDefault(place, Queue.EMPTY),
                figures.crews().getOrDefault(place, Crew.NOBODY),
                figures.returned().getOrDefault(place, 0L));
    }

    private String name(String process, Locale language) {
        return texts.say(
                language, diagrams.newest(process).map(Diagrams.Diagram::name).orElse(process));
    }

    private static Map<String, WorkRecords.ByCase> byPart(List<WorkRecords.ByCase> rows) {
        return rows.stream().collect(Collectors.toMap(WorkRecords.ByCase::part, Function.identity()));
    }
}
