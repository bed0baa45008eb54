package salesconveyor.shared.pdf;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A paper as a download: the sandbox of Tasklist shows no PDF in a tab. */
public final class PdfDownload {
    private PdfDownload() {}

    /** @param name of the file, without its ending */
    public static ResponseEntity<byte[]> of(String name, byte[] pdf) {
        var file = ContentDisposition.attachment().filename(name + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(pdf);
    }
}
