package salesconveyor.billing.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import salesconveyor.billing.InvoicePaper;
import salesconveyor.billing.InvoiceSending;
import salesconveyor.billing.Invoices;
import salesconveyor.billing.PaperTrace;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;
import salesconveyor.shared.pdf.PdfDownload;

/** The papers of billing, for those who work with them; each download and each new letter leaves its trace. */
@RestController
class InvoiceApi {
    private final Invoices invoices;
    private final InvoicePaper papers;
    private final InvoiceSending sending;
    private final PaperTrace trace;
    private final Texts texts;

    InvoiceApi(Invoices invoices, InvoicePaper papers, InvoiceSending sending, PaperTrace trace, Texts texts) {
        this.invoices = invoices;
        this.papers = papers;
        this.sending = sending;
        this.trace = trace;
        this.texts = texts;
    }

    @GetMapping("/api/invoices/{number}.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String number, Authentication login) {
        check(number);
        byte[] pdf = papers.of(number);
        trace.add(number, PaperTrace.DOWNLOADED, login.getName());
        return PdfDownload.of(number, pdf);
    }

    /** Mails the very same paper once more, to the address that the order has now. */
    @PostMapping("/api/invoices/{number}/send")
    Map<String, String> send(@PathVariable String number, Authentication login) {
        check(number);
        sending.sendAgain(number, login.getName());
        return Map.of("sent", number);
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<Map<String, String>> refused(Refused refused, Locale locale) {
        return ResponseEntity.badRequest()
                .body(Map.of("message", texts.say(locale, refused.sentence(), refused.arguments())));
    }

    private void check(String number) {
        if (invoices.find(number).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
