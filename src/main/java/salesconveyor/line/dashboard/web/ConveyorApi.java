package salesconveyor.line.dashboard.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.engine.CasePaths;
import salesconveyor.engine.Diagrams;
import salesconveyor.engine.Identities;
import salesconveyor.engine.Refused;
import salesconveyor.line.dashboard.EndedCases;
import salesconveyor.line.dashboard.Funnels;
import salesconveyor.line.dashboard.Overview;
import salesconveyor.line.dashboard.Period;
import salesconveyor.line.dashboard.Watching;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/** The conveyor's figures; who may ask for which is in people.Paths. A time is asked for by {@link PeriodQuestion}. */
@RestController
class ConveyorApi {
    /** How far the cases that were found in the period have come until now. */
    record Funnel(Period period, List<Funnels.Row> rows) {}

    /** Cases that have ended, and the ends that there are. @param clients whether companies and owners are told */
    record Found(List<EndedCases.Ended> cases, boolean more, List<String> outcomes, boolean clients) {}

    private final Watching watching;
    private final Funnels funnels;
    private final EndedCases ended;
    private final CasePaths paths;
    private final Diagrams diagrams;
    private final Identities identities;
    private final Texts texts;
    private final Clock clock;

    ConveyorApi(
            Watching watching,
            Funnels funnels,
            EndedCases ended,
            CasePaths paths,
            Diagrams diagrams,
            Identities identities,
            Texts texts,
            Clock clock) {
        this.watching = watching;
        this.funnels = funnels;
        this.ended = ended;
        this.paths = paths;
        this.diagrams = diagrams;
        this.identities = identities;
        this.texts = texts;
        this.clock = clock;
    }

    /** Every station with its figures, and the bottleneck in words. Times are in seconds. */
    @GetMapping("/api/conveyor/stations")
    Overview stations(PeriodQuestion question, Locale language) {
        return watching.over(question.period(clock), language);
    }

    /** @param by all, channel, script or role */
    @GetMapping("/api/conveyor/funnel")
    Funnel funnel(PeriodQuestion question, @RequestParam(defaultValue = "all") String by, Locale language) {
        Funnels.By known = Arrays.stream(Funnels.By.values())
                .filter(one -> one.name().equalsIgnoreCase(by) && one != Funnels.By.PERSON)
                .findFirst()
                .orElseThrow(() -> new Refused("\"{0}\" is none of these: all, channel, script, role.", by));
        Period period = question.period(clock);
        return new Funnel(period, funnels.of(period, known, language));
    }

    /** The funnel by person: figures about our people are for heads of sales and administrators alone. */
    @GetMapping("/api/conveyor/people")
    Funnel people(PeriodQuestion question, Locale language) {
        Period period = question.period(clock);
        return new Funnel(period, funnels.of(period, Funnels.By.PERSON, language));
    }

    /** Cases that have ended, the last one first. Process owners work with models: clients and owners are not told them. */
    @GetMapping("/api/conveyor/cases")
    Found cases(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String outcome) {
        String own = String.valueOf(identities.current());
        boolean clients =
                identities.isMember(own, Role.HEADS.group()) || identities.isMember(own, Role.ADMINISTRATORS.group());
        EndedCases.Page page = ended.find(q, outcome, clients);
        return new Found(page.cases(), page.more(), ended.outcomes(), clients);
    }

    /** The way of one case through its models; 404 when the engine does not remember it. */
    @GetMapping("/api/conveyor/path")
    ResponseEntity<List<CasePaths.Part>> path(@RequestParam(value = "case", defaultValue = "") String number) {
        List<CasePaths.Part> parts = number.isBlank() ? List.of() : paths.of(number.strip());
        return parts.isEmpty() ? ResponseEntity.notFound().build() : ResponseEntity.ok(parts);
    }

    /** A model as BPMN: the newest version of a process, or the version of this id. */
    @GetMapping(path = "/api/conveyor/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> diagram(
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String definition) {
        String version = definition == null && process != null
                ? diagrams.newest(process).map(Diagrams.Diagram::definition).orElse(null)
                : definition;
        return ResponseEntity.of(diagrams.xml(version == null ? "" : version));
    }

    @ExceptionHandler(Refused.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> refused(Refused refused, Locale language) {
        return Map.of("message", texts.say(language, refused.sentence(), refused.arguments()));
    }
}
