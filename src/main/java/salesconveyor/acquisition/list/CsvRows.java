package salesconveyor.acquisition.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import salesconveyor.engine.Refused;

/**
 * A CSV file with any of the usual delimiters. Each record is cut out first and parsed by itself, so that a broken one
 * costs its own line and nothing behind it.
 */
final class CsvRows implements Rows {
    /** The first wins of equals: whoever writes a list of one column writes commas into names. */
    private static final List<Character> DELIMITERS = List.of('\t', '|', ';', ',');

    private final String text;
    private final char delimiter;
    private final CSVFormat format;
    private final int begin;

    CsvRows(String text) {
        boolean told = text.matches("(?is)sep=.\\R.*");
        this.text = text;
        this.begin = told ? text.indexOf('\n') + 1 : 0;
        this.delimiter = told ? text.charAt(4) : delimiter(text);
        this.format = format(delimiter);
    }

    @Override
    public void read(Taker taker) {
        CsvCut cut = new CsvCut(text, delimiter, begin);
        int width = 0;
        while (cut.next()) {
            FileRow row = row(cut, width);
            if (row.problem() == null && !row.isBlank() && width == 0) {
                width = row.cells().size();
            }
            if (!taker.take(row)) {
                return;
            }
        }
    }

    private FileRow row(CsvCut cut, int width) {
        if (!cut.isBroken()) {
            List<String> cells = cells(cut.record(), format);
            // A mark that another row closes swallows rows: the row gets longer than a line and poorer in cells.
            if (!cut.isLong() || cells.size() >= width) {
                return FileRow.of(cut.line(), cells);
            }
            cut.backToFirstLine();
        }
        String line = cut.record();
        return FileRow.broken(
                cut.line(),
                List.of(line.split(Pattern.quote(String.valueOf(delimiter)), -1)),
                cut.brokenCell(),
                new Refused("A quotation mark in this line is not closed."));
    }

    /** None when the record breaks the rules of quotation. */
    private static List<String> cells(String record, CSVFormat format) {
        if (record.indexOf('"') < 0) {
            // Nothing to unquote: a parser for each of very many lines costs more than all the rest.
            return List.of(record.split(Pattern.quote(format.getDelimiterString()), -1));
        }
        try (CSVParser parser = CSVParser.parse(record, format)) {
            var records = parser.getRecords();
            return records.isEmpty()
                    ? List.of()
                    : List.copyOf(Arrays.asList(records.get(0).values()));
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** The one by which a line near the top has most known column names, else most columns. */
    private static char delimiter(String text) {
        List<String> head = text.lines()
                .filter(line -> !line.isBlank())
                .limit(LeadFile.LONGEST_HEAD)
                .toList();
        char best = DELIMITERS.get(0);
        int most = -1;
        for (char delimiter : DELIMITERS) {
            for (String line : head) {
                List<String> cells = cells(line, format(delimiter));
                int score = 1000 * ColumnNames.known(cells) + (line == head.get(0) ? cells.size() : 0);
                if (score > most) {
                    best = delimiter;
                    most = score;
                }
            }
        }
        return best;
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
    }
}
