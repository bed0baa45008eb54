package salesconveyor.acquisition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import salesconveyor.acquisition.ListReview;
import salesconveyor.shared.CsvCell;

/** A list that was read, for those who decide on it: the page's facts, and the whole report as a file. */
@RestController
class ListApi {
    private final ListReview review;

    ListApi(ListReview review) {
        this.review = review;
    }

    @GetMapping("/api/lists/{number}")
    ListReview.Summary summary(@PathVariable String number) {
        return review.summary(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Written row by row: a list may be longer than the memory is. */
    @GetMapping(path = "/api/lists/{number}/report.csv")
    void report(@PathVariable String number, HttpServletResponse response) throws IOException {
        if (review.summary(number).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + number + ".csv\"");
        PrintWriter out = response.getWriter();
        out.write(CsvCell.MARK);
        review.report(
                number,
                row -> out.print(CsvCell.FORMAT.format(CsvCell.harmless(row).toArray()) + "\r\n"));
    }
}
