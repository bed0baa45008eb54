package salesconveyor.acquisition.web;

import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.acquisition.ChannelCost;
import salesconveyor.acquisition.ChannelCosts;
import salesconveyor.acquisition.Spend;
import salesconveyor.acquisition.SpendBook;
import salesconveyor.acquisition.Spending;
import salesconveyor.shared.CsvCell;

/** What the channels cost and brought, for other programs. */
@RestController
class SpendApi {
    private static final int MONTHS = 12;

    private final ChannelCosts costs;
    private final SpendBook book;
    private final Spending spending;
    private final Clock clock;

    SpendApi(ChannelCosts costs, SpendBook book, Spending spending, Clock clock) {
        this.costs = costs;
        this.book = book;
        this.spending = spending;
        this.clock = clock;
    }

    /** @param since the first month, like 2026-01; without it the last twelve */
    @GetMapping("/api/spend")
    List<ChannelCost> costs(@RequestParam(required = false) @Nullable YearMonth since) {
        return costs.since(since == null ? YearMonth.now(clock).minusMonths(MONTHS - 1) : since);
    }

    /** All entries as a file that the page takes back. */
    @GetMapping(path = "/api/spend/entries.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> entries(Locale language) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(spending.header(language));
        for (SpendBook.Entry entry : book.all()) {
            Spend spend = entry.spend();
            rows.add(List.of(
                    spend.month().toString(),
                    spend.channel().name(),
                    spend.campaign(),
                    spend.amount().toPlainString(),
                    spend.currency()));
        }
        StringBuilder csv = new StringBuilder(CsvCell.MARK);
        CSVPrinter printer = new CSVPrinter(csv, CsvCell.FORMAT);
        for (List<String> row : rows) {
            printer.printRecord(CsvCell.harmless(row));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"spend.csv\"")
                .body(csv.toString());
    }
}
