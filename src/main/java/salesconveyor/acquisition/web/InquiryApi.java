package salesconveyor.acquisition.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.acquisition.ConsentWords;
import salesconveyor.acquisition.InquiryDesk;
import salesconveyor.acquisition.InquiryForm;
import salesconveyor.acquisition.Visit;
import salesconveyor.shared.Sentence;
import salesconveyor.shared.Texts;

/** Inquiries from a form on the company's own site. */
@RestController
class InquiryApi {
    static final Sentence TOO_MANY =
            new Sentence("Too many inquiries came from your network; please try again in an hour.");
    private static final int LARGEST = 32 * 1024;

    record Problem(String field, String sentence) {}

    /** @param confirmByMail whether the visitor has to open a link that we mailed, to get news */
    record Answer(boolean received, boolean confirmByMail, List<Problem> problems) {}

    private final InquiryDesk desk;
    private final ConsentWords words;
    private final RateLimit limit;
    private final Texts texts;
    private final ObjectMapper json;

    InquiryApi(InquiryDesk desk, ConsentWords words, RateLimit limit, Texts texts, ObjectMapper json) {
        this.desk = desk;
        this.words = words;
        this.limit = limit;
        this.texts = texts;
        this.json = json;
    }

    /** The words that a form of one's own has to show, with the version that it sends back. */
    @GetMapping("/public/inquiries/consent")
    ConsentWords.Boxes consent(Locale language) {
        return words.in(language);
    }

    /** Reads the body itself, to stop a large one before it fills the memory. */
    @PostMapping(path = "/public/inquiries", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> receive(
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String type,
            Locale language)
            throws IOException {
        if (!limit.allows(request.getRemoteAddr())) {
            return refused(429, Map.of("", TOO_MANY), language);
        }
        if (!isJson(type)) {
            return refused(
                    415,
                    Map.of("", new Sentence("Send the inquiry as JSON, with Content-Type application/json.")),
                    language);
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
        Map<String, Sentence> problems = form == null
                ? Map.of("", new Sentence("This is not JSON."))
                : desk.receive(form, new Visit(request.getRemoteAddr(), language));
        return problems.isEmpty()
                ? ResponseEntity.accepted().body(new Answer(true, form != null && form.wantsNews(), List.of()))
                : refused(400, problems, language);
    }

    private ResponseEntity<Answer> refused(int status, Map<String, Sentence> problems, Locale language) {
        List<Problem> told = problems.entrySet().stream()
                .map(problem -> new Problem(problem.getKey(), problem.getValue().in(language, texts)))
                .toList();
        return ResponseEntity.status(status).body(new Answer(false, false, told));
    }

    private static boolean isJson(@Nullable String type) {
        try {
            return type != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
