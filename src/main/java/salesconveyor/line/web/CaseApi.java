package salesconveyor.line.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.engine.Refused;
import salesconveyor.line.CaseDeciding;
import salesconveyor.line.CaseFile;
import salesconveyor.line.CaseFiles;
import salesconveyor.line.CasePapers;
import salesconveyor.line.CaseStory;
import salesconveyor.line.Searching;
import salesconveyor.line.Viewer;
import salesconveyor.shared.Texts;

/** The case behind a task, and what its owner or a head of sales decides about it. */
@RestController
class CaseApi {
    /**
     * What the tab in Tasklist shows, and whoever looks a case up.
     *
     * @param story nothing for a colleague's case
     */
    record Tab(
            String number,
            String company,
            @Nullable String stage,
            @Nullable String owner,
            boolean mayDecide,
            @Nullable List<CaseStory.Entry> story,
            List<CasePapers.Paper> papers) {}

    record Cancelling(@Nullable String reason) {}

    record Forbidding(@Nullable String scope, @Nullable String reason) {}

    private final CaseFiles files;
    private final CaseStory story;
    private final CasePapers papers;
    private final Searching searching;
    private final CaseDeciding deciding;
    private final Texts texts;

    CaseApi(
            CaseFiles files,
            CaseStory story,
            CasePapers papers,
            Searching searching,
            CaseDeciding deciding,
            Texts texts) {
        this.files = files;
        this.story = story;
        this.papers = papers;
        this.searching = searching;
        this.deciding = deciding;
        this.texts = texts;
    }

    @GetMapping("/api/tasks/{task}/case")
    ResponseEntity<Tab> ofTask(@PathVariable String task, Authentication login) {
        Viewer viewer = viewer(login);
        return ResponseEntity.of(files.ofTask(task).map(file -> told(file, viewer, viewer)));
    }

    /** A case that somebody found by a search; one that is not to be found is answered as one that is not there. */
    @GetMapping("/api/cases/{number}")
    ResponseEntity<?> byNumber(@PathVariable String number, Authentication login, Locale locale) {
        Viewer viewer = viewer(login);
        return searching
                .find(number, viewer)
                .<ResponseEntity<?>>map(found -> ResponseEntity.ok(told(found.file(), viewer, found.reader())))
                .orElseGet(() -> said(HttpStatus.NOT_FOUND, texts.say(locale, "There is no such case.")));
    }

    private Tab told(CaseFile file, Viewer viewer, @Nullable Viewer reader) {
        return new Tab(
                file.number(),
                file.companyName(),
                files.stage(file.number()).orElse(null),
                file.owner(),
                file.mayBeDecidedBy(viewer),
                reader == null ? null : story.of(file, reader),
                reader == null ? List.of() : papers.of(file, reader.groups()));
    }

    @PostMapping("/api/cases/{number}/cancel")
    ResponseEntity<Map<String, String>> cancel(
            @PathVariable String number, @RequestBody Cancelling body, Authentication login, Locale locale) {
        return answer(deciding.cancel(number, body.reason(), viewer(login)), locale);
    }

    @PostMapping("/api/cases/{number}/forbid-contact")
    ResponseEntity<Map<String, String>> forbidContact(
            @PathVariable String number, @RequestBody Forbidding body, Authentication login, Locale locale) {
        return answer(deciding.forbidContact(number, body.scope(), body.reason(), viewer(login)), locale);
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<Map<String, String>> refused(Refused refused, Locale locale) {
        return said(HttpStatus.BAD_REQUEST, texts.say(locale, refused.sentence(), refused.arguments()));
    }

    private ResponseEntity<Map<String, String>> answer(CaseDeciding.Answer answer, Locale locale) {
        return switch (answer) {
            case DONE -> ResponseEntity.noContent().build();
            case UNKNOWN -> said(HttpStatus.NOT_FOUND, texts.say(locale, "There is no such case."));
            case NOT_ALLOWED ->
                said(
                        HttpStatus.FORBIDDEN,
                        texts.say(locale, "Only the owner of the case or a head of sales may do this."));
            case CLOSED -> said(HttpStatus.CONFLICT, texts.say(locale, "Nothing of this case can be cancelled now."));
        };
    }

    private static ResponseEntity<Map<String, String>> said(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Map.of("message", sentence));
    }

    static Viewer viewer(Authentication login) {
        return new Viewer(
                login.getName(),
                login.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()));
    }
}
