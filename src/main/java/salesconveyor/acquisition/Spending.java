package salesconveyor.acquisition;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.list.FileRow;
import salesconveyor.acquisition.list.LeadFile;
import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** A marketer's craft: writes down what each channel cost, entry by entry or as a file. */
@Component
@Transactional
public class Spending {
    private static final int MOST_ROWS = 10_000;
    private static final String WITHOUT_SELLER = "EUR";

    /** What came of a file: how many entries were taken, or what is wrong; then none was. */
    public record Taken(int entries, List<Fault> faults) {}

    /** @param line of the file, the first row is 1 */
    public record Fault(int line, Refused reason) {}

    private final SpendBook book;
    private final Sellers sellers;
    private final Texts texts;

    Spending(SpendBook book, Sellers sellers, Texts texts) {
        this.book = book;
        this.sellers = sellers;
        this.texts = texts;
    }

    /** @param fields by the column they belong to, in small letters: month, channel, campaign, amount, currency */
    public Spend enter(Map<String, String> fields, Locale language, @Nullable String author) {
        Map<String, String> row = new HashMap<>();
        fields.forEach((name, text) ->
                SpendColumn.named(name).ifPresent(column -> row.put(column.name(), text == null ? "" : text)));
        Spend spend = new SpendRow(row, currency(), texts, language).spend();
        book.write(spend, author);
        return spend;
    }

    /** All rows of a CSV or XLSX file with a header, or none of them. */
    public Taken take(String name, byte[] file, Locale language, @Nullable String author) {
        Charset otherwise = Charset.forName(language.getLanguage().equals("ru") ? "windows-1251" : "windows-1252");
        List<FileRow> rows = LeadFile.table(name, file, otherwise);
        Map<Integer, SpendColumn> columns = columns(rows.get(0), language);
        List<Spend> good = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (FileRow row : rows.subList(1, Math.min(rows.size(), MOST_ROWS + 2))) {
            if (row.problem() != null || !row.isBlank()) {
                try {
                    Spend spend = spend(row, columns, language);
                    if (!seen.add(List.of(spend.month(), spend.channel(), spend.campaign(), spend.currency()))) {
                        throw new Refused(
                                "This month, channel and campaign stand in the file twice; add the amounts up.");
                    }
                    good.add(spend);
                } catch (Refused refused) {
                    faults.add(new Fault(row.line(), refused));
                }
            }
        }
        if (good.size() + faults.size() > MOST_ROWS) {
            throw new Refused("The file has more than {0} rows; split it.", MOST_ROWS);
        }
        if (good.isEmpty() && faults.isEmpty()) {
            throw new Refused("The file {0} has no rows below its column names.", name);
        }
        if (faults.isEmpty()) {
            good.forEach(spend -> book.write(spend, author));
        }
        return new Taken(good.size(), faults);
    }

    /** What the first row of our own file says. */
    public List<String> header(Locale language) {
        List<String> header = new ArrayList<>();
        for (SpendColumn column : SpendColumn.values()) {
            header.add(column.said(texts, language));
        }
        return header;
    }

    private Map<Integer, SpendColumn> columns(FileRow header, Locale language) {
        Map<Integer, SpendColumn> columns = new HashMap<>();
        for (int place = 0; place < header.cells().size(); place++) {
            String title = header.cells().get(place);
            SpendColumn column = SpendColumn.named(title).orElse(null);
            if (column != null) {
                columns.put(place, column);
            } else if (!title.isBlank()) {
                throw new Refused(
                        "The column \"{0}\" is not known; the first row must be {1}.",
                        title, String.join(";", header(language)));
            }
        }
        for (SpendColumn column : List.of(SpendColumn.MONTH, SpendColumn.CHANNEL, SpendColumn.AMOUNT)) {
            if (!columns.containsValue(column)) {
                throw new Refused(
                        "The column \"{0}\" is missing; the first row must be {1}.",
                        column.said(texts, language), String.join(";", header(language)));
            }
        }
        return columns;
    }

    private Spend spend(FileRow row, Map<Integer, SpendColumn> columns, Locale language) {
        if (row.problem() != null) {
            throw row.problem();
        }
        Map<String, String> cells = new HashMap<>();
        for (int place = 0; place < row.cells().size(); place++) {
            SpendColumn column = columns.get(place);
            if (column != null) {
                cells.put(column.name(), row.cells().get(place));
            } else if (!row.cells().get(place).isBlank()) {
                throw new Refused(
                        "This line has {0} cells, but there are {1} columns; is there a delimiter inside a text?",
                        row.cells().size(), columns.size());
            }
        }
        return new SpendRow(cells, currency(), texts, language).spend();
    }

    /** The one for amounts that name none. */
    public String currency() {
        return sellers.find().map(Seller::currency).orElse(WITHOUT_SELLER);
    }
}
