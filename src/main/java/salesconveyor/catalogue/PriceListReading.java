package salesconveyor.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.mozilla.universalchardet.UniversalDetector;
import salesconveyor.engine.Refused;

/** Reads a price list: CSV in UTF-8, windows-1251 or windows-1252, with {@code ;} or {@code ,}, the first row names the columns. */
class PriceListReading {
    static final List<String> COLUMNS = List.of("sku", "name", "category", "unit", "price", "cost", "vat rate");

    PriceList read(byte[] file) {
        String text = text(file);
        if (text.isBlank()) {
            throw new Refused("The file is empty; it needs a first row with the columns {0}.", columns());
        }
        List<Product> products = new ArrayList<>();
        List<PriceList.Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CSVRecord row : rows(text)) {
            try {
                if (!row.isConsistent()) {
                    // A decimal comma in a file with commas shifts the columns: read on, and the price is another one.
                    throw new Refused(
                            "The row has {0} columns, the first row has {1}; a text with the separator in it stands in quotes.",
                            row.size(), row.toMap().size());
                }
                Product product = new PriceRow(texts(row)).product(true);
                if (!seen.add(product.sku().toLowerCase(Locale.ROOT))) {
                    throw new Refused("The SKU {0} stands in the file twice.", product.sku());
                }
                products.add(product);
            } catch (Refused refused) {
                faults.add(new PriceList.Fault(row.getRecordNumber() + 1, refused));
            }
        }
        return new PriceList(products, faults);
    }

    private static List<CSVRecord> rows(String text) {
        String head = text.lines().findFirst().orElse("");
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(head.contains(";") ? ';' : ',')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (var parser = format.parse(new StringReader(text))) {
            for (String column : parser.getHeaderNames()) {
                if (!COLUMNS.contains(column.toLowerCase(Locale.ROOT))) {
                    throw new Refused("The column \"{0}\" is not known; the first row must be {1}.", column, columns());
                }
            }
            for (String column : List.of("sku", "name", "price", "cost", "vat rate")) {
                if (!parser.getHeaderMap().containsKey(column)) {
                    throw new Refused("The column \"{0}\" is missing; the first row must be {1}.", column, columns());
                }
            }
            return parser.getRecords();
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("The file is not a CSV file with the columns {0}.", columns());
        }
    }

    private static Map<String, String> texts(CSVRecord row) {
        Map<String, String> texts = new HashMap<>();
        row.toMap().forEach((column, text) -> texts.put(column.toLowerCase(Locale.ROOT), text));
        return texts;
    }

    private static String columns() {
        return String.join(";", COLUMNS);
    }

    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString()
                    .replace("\uFEFF", "");
        } catch (CharacterCodingException e) {
            return new String(file, guessed(file));
        }
    }

    /** Excel saves CSV in the character set of the computer: Cyrillic or Western European. */
    private static Charset guessed(byte[] file) {
        var detector = new UniversalDetector();
        detector.handleData(file, 0, file.length);
        detector.dataEnd();
        return Charset.forName("WINDOWS-1252".equals(detector.getDetectedCharset()) ? "windows-1252" : "windows-1251");
    }
}
