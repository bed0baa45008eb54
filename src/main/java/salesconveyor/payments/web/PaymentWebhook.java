package salesconveyor.payments.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.payments.Notifying;
import salesconveyor.payments.PaymentNotice;
import salesconveyor.shared.Sentence;
import salesconveyor.shared.Texts;

/** The door for shops and payment gateways: one signed notice for each payment. */
@RestController
class PaymentWebhook {
    private static final int LARGEST = 16 * 1024;

    /** @param known the payment was told before and is not booked again */
    record Answer(boolean received, boolean known, Map<String, String> problems) {}

    private final Notifying notifying;
    private final Signature signature;
    private final Texts texts;
    private final ObjectMapper json;

    PaymentWebhook(Notifying notifying, Signature signature, Texts texts, ObjectMapper json) {
        this.notifying = notifying;
        this.signature = signature;
        this.texts = texts;
        this.json = json;
    }

    @PostMapping(path = "/public/payments", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> receive(HttpServletRequest request, Locale language) throws IOException {
        if (!signature.isUsed()) {
            return ResponseEntity.notFound().build();
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return refused(413, new Sentence("The notice is too large."), language);
        }
        if (!signature.signs(
                request.getHeader("X-Conveyor-Signature"), request.getHeader("X-Conveyor-Timestamp"), body)) {
            return refused(401, new Sentence("The signature is wrong or older than five minutes."), language);
        }
        PaymentNotice notice;
        try {
            notice = json.readValue(body, PaymentNotice.class);
        } catch (IOException e) {
            return refused(400, new Sentence("This is not the JSON of a payment."), language);
        }
        if (notice == null) {
            return refused(400, new Sentence("This is not the JSON of a payment."), language);
        }
        Notifying.Taken taken = notifying.take(notice);
        if (!taken.problems().isEmpty()) {
            Map<String, String> problems = new TreeMap<>();
            taken.problems().forEach((field, problem) -> problems.put(field, problem.in(language, texts)));
            return ResponseEntity.badRequest().body(new Answer(false, false, problems));
        }
        return ResponseEntity.accepted().body(new Answer(true, !taken.fresh(), Map.of()));
    }

    private ResponseEntity<Answer> refused(int status, Sentence why, Locale language) {
        return ResponseEntity.status(status).body(new Answer(false, false, Map.of("", why.in(language, texts))));
    }
}
