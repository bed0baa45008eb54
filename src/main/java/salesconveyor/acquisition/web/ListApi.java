package salesconveyor.acquisition.web;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import salesconveyor.acquisition.ListReview;

/** A list that was read, for those who decide on it: the page's facts, and the whole report as a file. */
@RestController
class ListApi {
    private static final String FORMULA_BEGINS = "=+-@\t\r";

    private final ListReview review;

    ListApi(ListReview review) {
        this.review = review;
    }

    @GetMapping("/api/lists/{number}")
    ListReview.Summary summary(@PathVariable String number) {
        return review.summary(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping(path = "/api/lists/{number}/report.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> report(@PathVariable String number) throws IOException {
        List<List<String>> report =
                review.report(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        StringBuilder csv = new StringBuilder("\ufeff"); // without the mark Excel takes UTF-8 for something else
        CSVPrinter printer = new CSVPrinter(csv, CSVFormat.EXCEL);
        for (List<String> row : report) {
            printer.printRecord(row.stream().map(ListApi::harmless).toList());
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + number + ".csv\"")
                .body(csv.toString());
    }

    /** A spreadsheet runs a cell that begins like a formula: the apostrophe makes it text. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA_BEGINS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
