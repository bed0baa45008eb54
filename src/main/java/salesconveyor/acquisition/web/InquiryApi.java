package salesconveyor.acquisition.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.acquisition.InquiryDesk;
import salesconveyor.acquisition.InquiryForm;
import salesconveyor.shared.Sentence;
import salesconveyor.shared.Texts;

/** Inquiries from a form on the company's own site. */
@RestController
class InquiryApi {
    static final Sentence TOO_MANY =
            new Sentence("Too many inquiries came from your network; please try again in an hour.");
    private static final int LARGEST = 32 * 1024;

    record Problem(String field, String sentence) {}

    record Answer(boolean received, List<Problem> problems) {}

    private final InquiryDesk desk;
    private final RateLimit limit;
    private final Texts texts;
    private final ObjectMapper json;

    InquiryApi(InquiryDesk desk, RateLimit limit, Texts texts, ObjectMapper json) {
        this.desk = desk;
        this.limit = limit;
        this.texts = texts;
        this.json = json;
    }

    /** Reads the body itself, to stop a large one before it fills the memory. */
    @PostMapping(path = "/public/inquiries", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> receive(HttpServletRequest request, Locale language) throws IOException {
        if (!limit.allows(request.getRemoteAddr())) {
            return refused(429, Map.of("", TOO_MANY), language);
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return refused(413, Map.of("", new Sentence("The inquiry is too large.")), language);
        }
        InquiryForm form;
        try {
            form = json.readValue(body, InquiryForm.class);
        } catch (JsonMappingException e) {
            String field = e.getPath().isEmpty()
                    ? ""
                    : String.valueOf(e.getPath().get(0).getFieldName());
            return refused(400, Map.of(field, new Sentence("This is not a text.")), language);
        } catch (IOException e) {
            return refused(400, Map.of("", new Sentence("This is not JSON.")), language);
        }
        Map<String, Sentence> problems =
                form == null ? Map.of("", new Sentence("This is not JSON.")) : desk.receive(form);
        return problems.isEmpty()
                ? ResponseEntity.accepted().body(new Answer(true, List.of()))
                : refused(400, problems, language);
    }

    private ResponseEntity<Answer> refused(int status, Map<String, Sentence> problems, Locale language) {
        List<Problem> told = problems.entrySet().stream()
                .map(problem -> new Problem(problem.getKey(), problem.getValue().in(language, texts)))
                .toList();
        return ResponseEntity.status(status).body(new Answer(false, told));
    }
}
