package salesconveyor.acquisition.list;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import salesconveyor.engine.Refused;

/** A file of companies of any kind: its column names, and its rows below them. */
public final class LeadFile {
    static final int LONGEST_HEAD = 10;

    private final String name;
    private final Rows rows;
    private final FileRow header;

    private LeadFile(String name, Rows rows) {
        this.name = name;
        this.rows = rows;
        this.header = findHeader();
    }

    /**
     * Looks into the file as far as its header.
     *
     * @param otherwise the charset when the bytes do not tell
     * @throws Refused if it is no list that can be read
     */
    public static LeadFile open(String name, byte[] content, Charset otherwise) {
        LeadFile file = new LeadFile(name, rows(name, content, otherwise));
        if (!file.hasRows()) {
            throw new Refused("The file {0} has no rows below its column names.", name);
        }
        return file;
    }

    /** The rows of any small table in a file, its header among them. */
    public static List<FileRow> table(String name, byte[] content, Charset otherwise) {
        List<FileRow> table = new ArrayList<>();
        rows(name, content, otherwise).read(table::add);
        return table;
    }

    /** The names of the columns. */
    public List<String> header() {
        return header.cells();
    }

    /** @param taker gets each row behind the header, and says whether it wants more */
    public void rows(Predicate<FileRow> taker) {
        rows.read(row -> row.line() <= header.line() || taker.test(row));
    }

    /** Whether there is any row below the header. */
    private boolean hasRows() {
        boolean[] found = new boolean[1];
        rows(row -> {
            found[0] = row.problem() != null || !row.isBlank();
            return !found[0];
        });
        return found[0];
    }

    private static Rows rows(String name, byte[] content, Charset otherwise) {
        String begin = new String(content, 0, Math.min(content.length, 8), StandardCharsets.ISO_8859_1);
        if (content.length == 0) {
            throw empty(name);
        }
        if (begin.startsWith("%PDF")) {
            throw new Refused("The file {0} is a PDF; save the list as CSV, XLSX or vCard.", name);
        }
        if (begin.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            throw new Refused(
                    "The file {0} is an Excel file of the old kind or has a password; save it as XLSX without one.",
                    name);
        }
        if (begin.startsWith("PK\u0003\u0004")) {
            return new XlsxRows(name, content);
        }
        String text = PlainText.of(content, otherwise);
        if (text.isBlank()) {
            throw empty(name);
        }
        if (text.indexOf('\0') >= 0 || text.stripLeading().startsWith("<")) {
            throw new Refused("The file {0} is neither CSV nor XLSX nor vCard; save the list as one of these.", name);
        }
        boolean cards = text.stripLeading().regionMatches(true, 0, "BEGIN:VCARD", 0, 11);
        return cards ? new VCardRows(text) : new CsvRows(text);
    }

    /** Of the first rows the one with the most known names: above it some lists have a title. */
    private FileRow findHeader() {
        List<FileRow> head = new ArrayList<>();
        rows.read(row -> {
            head.add(row);
            return head.size() < LONGEST_HEAD;
        });
        if (head.isEmpty()) {
            throw empty(name);
        }
        FileRow best = head.stream()
                .filter(row -> row.problem() == null)
                .max(Comparator.comparingInt((FileRow row) -> ColumnNames.known(row.cells()))
                        .thenComparing(Comparator.comparingInt(FileRow::line).reversed()))
                .orElseThrow(() -> Objects.requireNonNull(head.get(0).problem()));
        if (ColumnNames.known(best.cells()) > 0) {
            return best;
        }
        // Names in another language: whoever reviews the list says what the columns hold.
        FileRow first = head.stream()
                .filter(row -> row.problem() == null && !row.isBlank())
                .findFirst()
                .orElse(best);
        if (first.cells().size() < 2 || first.cells().stream().anyMatch(LeadFile::isValue)) {
            throw unknown(first);
        }
        return first;
    }

    /** What no column is called: a number, an address of the net. */
    private static boolean isValue(String cell) {
        return cell.matches(".*[@\\d].*|(?i)https?:.*|(?i)www\\..*");
    }

    private static Refused empty(String name) {
        return new Refused("The file {0} is empty; choose the file that holds the list.", name);
    }

    private Refused unknown(FileRow first) {
        String line = String.join(" | ", first.cells());
        return new Refused(
                "No column of the file {0} is known, its first line reads: {1}. Put names such as Company, Phone, City there.",
                name, line.substring(0, Math.min(line.length(), 200)));
    }
}
