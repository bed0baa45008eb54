package salesconveyor.service.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import salesconveyor.service.DeliveryNotes;
import salesconveyor.shared.pdf.PdfDownload;

/** Hands out a delivery note to those who ship and those who answer for the client, as {@code Paths} says. */
@RestController
class DeliveryNoteApi {
    private final DeliveryNotes notes;

    DeliveryNoteApi(DeliveryNotes notes) {
        this.notes = notes;
    }

    @GetMapping("/api/shipments/{number:[A-Z0-9-]+}.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String number) {
        byte[] pdf = notes.pdf(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return PdfDownload.of(number, pdf);
    }
}
