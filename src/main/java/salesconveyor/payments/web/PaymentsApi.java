package salesconveyor.payments.web;

import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import salesconveyor.payments.Candidates;
import salesconveyor.payments.PaymentDesk;

/** What the forms importStatement and resolvePayment read; for accountants alone (people.Paths). */
@RestController
class PaymentsApi {
    private final PaymentDesk desk;
    private final Candidates candidates;

    PaymentsApi(PaymentDesk desk, Candidates candidates) {
        this.desk = desk;
        this.candidates = candidates;
    }

    @GetMapping("/api/statements")
    List<PaymentDesk.Imported> statements() {
        return desk.newest();
    }

    /** What a file holds; nothing is imported. */
    @PostMapping("/api/statements/preview")
    PaymentDesk.Preview preview(@RequestBody(required = false) byte[] file) {
        return desk.preview(file == null ? new byte[0] : file);
    }

    @GetMapping("/api/statements/entries/{entry}")
    Candidates.EntryCard entry(@PathVariable long entry) {
        try {
            return candidates.of(entry);
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @GetMapping("/api/receivables")
    List<Candidates.Candidate> receivables(
            @RequestParam String q, @RequestParam(defaultValue = "false") boolean returned) {
        return candidates.search(q, returned);
    }
}
