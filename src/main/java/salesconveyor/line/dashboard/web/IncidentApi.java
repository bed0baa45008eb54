package salesconveyor.line.dashboard.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.engine.FailedSteps;
import salesconveyor.line.dashboard.Retrying;
import salesconveyor.shared.Texts;

/** Failed steps by cause, and running them again; for process owners and administrators (people.Paths). */
@RestController
class IncidentApi {
    /** What failed, and who let what run again. */
    record Incidents(List<FailedSteps.Group> groups, List<Retrying.Retried> retried) {}

    /** The group that shall run again, as {@code groups} tells it. */
    record Retry(
            @Nullable String process,
            @Nullable String step,
            @Nullable String cause) {}

    private final FailedSteps failed;
    private final Retrying retrying;
    private final Texts texts;

    IncidentApi(FailedSteps failed, Retrying retrying, Texts texts) {
        this.failed = failed;
        this.retrying = retrying;
        this.texts = texts;
    }

    @GetMapping("/api/conveyor/incidents")
    Incidents incidents() {
        return new Incidents(failed.groups(), retrying.newest());
    }

    /** @return how many steps run again; 404 when no such step waits any more */
    @PostMapping("/api/conveyor/incidents/retry")
    ResponseEntity<Map<String, Object>> retry(@RequestBody Retry asked, Authentication login, Locale language) {
        int jobs = asked.process() == null || asked.step() == null || asked.cause() == null
                ? 0
                : retrying.retry(asked.process(), asked.step(), asked.cause(), login.getName());
        return jobs == 0
                ? ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .body(Map.of(
                                "message",
                                texts.say(language, "No such step waits any more; please load the list again.")))
                : ResponseEntity.ok(Map.of("jobs", jobs));
    }
}
