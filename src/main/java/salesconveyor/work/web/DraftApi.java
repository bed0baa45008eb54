package salesconveyor.work.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.shared.Texts;
import salesconveyor.work.Drafts;

/**
 * The draft of one's own claimed task: an object of JSON that is kept as it came, of at most 200,000 characters. A task
 * that is not one's own is answered as one that is not there.
 */
@RestController
@RequestMapping("/api/tasks/{task}/draft")
class DraftApi {
    private static final int LARGEST = 200_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Drafts drafts;
    private final Texts texts;

    DraftApi(Drafts drafts, Texts texts) {
        this.drafts = drafts;
        this.texts = texts;
    }

    @GetMapping
    ResponseEntity<String> read(@PathVariable String task, Principal person) {
        return drafts.of(task, person.getName())
                .map(form -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(form))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PutMapping
    ResponseEntity<Map<String, String>> keep(
            @PathVariable String task,
            @RequestBody(required = false) @Nullable String form,
            Principal person,
            Locale locale) {
        if (form == null || !isObject(form)) {
            return said(HttpStatus.BAD_REQUEST, texts.say(locale, "A draft is an object of JSON."));
        }
        if (form.length() > LARGEST) {
            return said(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    texts.say(locale, "The draft is too large to be kept; please complete the task or shorten it."));
        }
        try {
            return drafts.keep(task, person.getName(), form)
                    ? ResponseEntity.noContent().build()
                    : said(
                            HttpStatus.NOT_FOUND,
                            texts.say(locale, "This task is not yours any more; the draft was not kept."));
        } catch (TransientDataAccessException e) {
            // It is held by its own completion, which a busy machine takes long for.
            return said(
                    HttpStatus.CONFLICT,
                    texts.say(locale, "This task is being changed just now; the draft was not kept."));
        }
    }

    @DeleteMapping
    ResponseEntity<Void> forget(@PathVariable String task, Principal person) {
        drafts.forget(task, person.getName());
        return ResponseEntity.noContent().build();
    }

    private static boolean isObject(String form) {
        try {
            return JSON.readTree(form).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static ResponseEntity<Map<String, String>> said(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Map.of("message", sentence));
    }
}
