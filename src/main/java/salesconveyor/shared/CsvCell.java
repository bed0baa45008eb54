package salesconveyor.shared;

import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Cells of the files that people open with a spreadsheet. */
public final class CsvCell {
    /** Without the mark Excel takes UTF-8 for something else. */
    public static final String MARK = "\ufeff";

    public static final CSVFormat FORMAT = CSVFormat.EXCEL;

    private static final String FORMULA_BEGINS = "=+-@\t\r\n";

    private CsvCell() {}

    public static List<String> harmless(List<String> cells) {
        return cells.stream().map(CsvCell::harmless).toList();
    }

    /** A spreadsheet runs a cell that begins like a formula, spaces before it or not: the apostrophe makes it text. */
    public static String harmless(String cell) {
        String text = cell.stripLeading();
        boolean formula = !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
        boolean control = !cell.isEmpty() && FORMULA_BEGINS.indexOf(cell.charAt(0)) >= 0;
        return formula || control ? "'" + cell : cell;
    }
}
