package salesconveyor.acquisition.list;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import salesconveyor.engine.Refused;

/** The first sheet of an Excel file; each further sheet with rows is named as not read. */
final class XlsxRows implements Rows {
    /** What a small file may unpack to: more is no list but an attack. */
    private static final long MOST_UNPACKED = 300_000_000;

    private final byte[] content;

    XlsxRows(String name, byte[] content) {
        this.content = content;
        if (!isWorkbook(content)) {
            throw new Refused("The file {0} is neither CSV nor XLSX nor vCard; save the list as one of these.", name);
        }
    }

    @Override
    public void read(Taker taker) {
        int line = 0;
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            List<Sheet> sheets = book.getSheets().toList();
            try (Stream<Row> rows = sheets.get(0).openStream()) {
                for (Row row : (Iterable<Row>) rows::iterator) {
                    line = row.getRowNum();
                    if (!taker.take(FileRow.of(line, cells(row)))) {
                        return;
                    }
                }
            }
            for (Sheet sheet : sheets.subList(1, sheets.size())) {
                if (hasRows(sheet)) {
                    taker.take(unread(
                            line + 1, "The sheet {0} is not read; save it as a file of its own.", sheet.getName()));
                }
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refused refused) {
                throw refused;
            }
            taker.take(unread(
                    line + 1, "The file is damaged from here on ({0}); save it anew.", String.valueOf(e.getMessage())));
        }
    }

    private static FileRow unread(int line, String sentence, String argument) {
        return FileRow.broken(line, List.of(), -1, new Refused(sentence, argument));
    }

    private static boolean hasRows(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.anyMatch(row -> cells(row).stream().anyMatch(cell -> !cell.isBlank()));
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(XlsxRows::text).orElse(""));
        }
        return List.copyOf(cells);
    }

    /** A phone number is a number to Excel: it must not come out as 7.4951234567E10. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
        return cell.getType() == CellType.ERROR || cell.getText() == null ? "" : cell.getText();
    }

    private static boolean isWorkbook(byte[] content) {
        boolean workbook = false;
        byte[] buffer = new byte[65536];
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                workbook |= entry.getName().equals("xl/workbook.xml");
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        return false;
                    }
                }
            }
            return workbook;
        } catch (IOException e) {
            return false;
        }
    }
}
