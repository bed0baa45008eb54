package salesconveyor.service.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import salesconveyor.billing.PaperTrace;
import salesconveyor.service.Announcing;
import salesconveyor.service.Deliveries;
import salesconveyor.service.DeliveryNotes;
import salesconveyor.shared.pdf.PdfDownload;

/** The paper of a delivery, to be packed, kept or mailed again; each of it leaves its trace. */
@RestController
class DeliveryNoteApi {
    private final Deliveries deliveries;
    private final DeliveryNotes notes;
    private final Announcing announcing;
    private final PaperTrace trace;

    DeliveryNoteApi(Deliveries deliveries, DeliveryNotes notes, Announcing announcing, PaperTrace trace) {
        this.deliveries = deliveries;
        this.notes = notes;
        this.announcing = announcing;
        this.trace = trace;
    }

    @GetMapping("/api/shipments/{number:[A-Z0-9-]+}.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String number, Authentication login) {
        byte[] pdf = notes.pdf(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        trace.add(number, PaperTrace.DOWNLOADED, login.getName());
        return PdfDownload.of(number, pdf);
    }

    @PostMapping("/api/shipments/{number}/send")
    Map<String, String> send(@PathVariable String number, Authentication login) {
        var delivery = deliveries.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        announcing.announceAgain(delivery, login.getName());
        return Map.of("sent", number);
    }
}
