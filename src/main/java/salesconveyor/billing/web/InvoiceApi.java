package salesconveyor.billing.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import salesconveyor.billing.InvoicePaper;
import salesconveyor.billing.Invoices;
import salesconveyor.shared.pdf.PdfDownload;

/** The papers of billing, for those who work with them. */
@RestController
class InvoiceApi {
    private final Invoices invoices;
    private final InvoicePaper papers;

    InvoiceApi(Invoices invoices, InvoicePaper papers) {
        this.invoices = invoices;
        this.papers = papers;
    }

    @GetMapping("/api/invoices/{number}.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String number) {
        if (invoices.find(number).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return PdfDownload.of(number, papers.of(number));
    }
}
