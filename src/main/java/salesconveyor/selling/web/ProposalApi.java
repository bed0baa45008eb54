package salesconveyor.selling.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import salesconveyor.selling.ProposalPaper;
import salesconveyor.shared.pdf.PdfDownload;

/** A proposal as the client gets it, for those who write, approve and negotiate it. */
@RestController
class ProposalApi {
    private final ProposalPaper paper;

    ProposalApi(ProposalPaper paper) {
        this.paper = paper;
    }

    @GetMapping("/api/proposals/{opportunity}.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String opportunity) {
        if (!paper.exists(opportunity)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return PdfDownload.of(opportunity, paper.of(opportunity));
    }

    /** An earlier version, as the client got it. */
    @GetMapping("/api/proposals/{opportunity}/{version}.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String opportunity, @PathVariable int version) {
        return paper.of(opportunity, version)
                .map(pdf -> PdfDownload.of(opportunity + "-" + version, pdf))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
