package salesconveyor.billing.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import salesconveyor.billing.ClosingPapers;
import salesconveyor.billing.ClosingSending;
import salesconveyor.billing.ClosingSheet;
import salesconveyor.billing.PaperTrace;
import salesconveyor.shared.pdf.PdfDownload;

/** The papers that close deliveries under Russian law; each download and each new letter leaves its trace. */
@RestController
class ClosingApi {
    private final ClosingPapers papers;
    private final ClosingSheet sheet;
    private final ClosingSending sending;
    private final PaperTrace trace;

    ClosingApi(ClosingPapers papers, ClosingSheet sheet, ClosingSending sending, PaperTrace trace) {
        this.papers = papers;
        this.sheet = sheet;
        this.sending = sending;
        this.trace = trace;
    }

    @GetMapping("/api/closing-papers/{number}.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String number, Authentication login) {
        check(number);
        byte[] pdf = sheet.of(number);
        trace.add(number, PaperTrace.DOWNLOADED, login.getName());
        return PdfDownload.of(number, pdf);
    }

    @PostMapping("/api/closing-papers/{number}/send")
    Map<String, String> send(@PathVariable String number, Authentication login) {
        check(number);
        sending.sendAgain(number, login.getName());
        return Map.of("sent", number);
    }

    private void check(String number) {
        if (papers.find(number).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
