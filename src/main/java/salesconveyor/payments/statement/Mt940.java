package salesconveyor.payments.statement;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import salesconveyor.engine.Refused;

/**
 * Reads bank statements in SWIFT MT940, with or without the envelope of the SWIFT network, several in one file. The
 * file is cut into its fields here; what is in a field is read by the library of SWIFT's own definitions.
 */
final class Mt940 {
    static final String NO_STATEMENT = "The file is MT940, but there is no whole statement in it.";
    static final String INTERIM =
            "This file holds MT942, interim entries that the bank may still change. Ask the bank for MT940.";

    /** A field of a message: its tag, and its lines as the bank broke them. */
    record Field(String tag, List<String> lines) {
        String value() {
            return String.join("\n", lines).strip();
        }
    }

    private static final Charset USUAL = Charset.forName("windows-1252");
    // Only tags that exist in MT940 and MT942: a purpose may be broken in the middle of a time such as 12:26:37.
    private static final Pattern TAG =
            Pattern.compile("(?:\\{.*\\{4:)?:(20|21|25P?|28C?|34F|13D?|60[FM]|61|62[FM]|64|65|86|90[CD]|NS|940):(.*)");
    private static final Pattern ANY_FIELD = Pattern.compile("(?m)^(?:\\{.*\\{4:\\s*)?:(20|25P?|60[FM]|61):");

    private Mt940() {}

    static boolean isOne(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return ANY_FIELD.matcher(text).find();
    }

    static StatementFile read(byte[] file) {
        Keys keys = new Keys();
        List<Statement> statements = new ArrayList<>();
        List<Field> message = new ArrayList<>();
        for (Field field : fields(PlainText.lines(file, USUAL))) {
            if (field.tag().equals("20")) {
                finish(message, keys, statements);
                message.clear();
            }
            message.add(field);
        }
        finish(message, keys, statements);
        if (statements.isEmpty()) {
            throw new Refused(NO_STATEMENT);
        }
        return new StatementFile(Keys.hash(file), StatementFile.Format.MT940, List.copyOf(statements));
    }

    private static void finish(List<Field> message, Keys keys, List<Statement> statements) {
        if (message.stream().anyMatch(field -> field.tag().equals("34F"))) {
            throw new Refused(INTERIM);
        }
        if (message.stream().anyMatch(field -> !field.tag().equals("940"))) {
            statements.add(new Mt940Reader(keys).read(message));
        }
    }

    private static List<Field> fields(List<String> lines) {
        List<Field> fields = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            Matcher tag = TAG.matcher(line);
            if (tag.matches()) {
                fields.add(new Field(tag.group(1), new ArrayList<>(List.of(tag.group(2)))));
                inside = true;
            } else if (line.startsWith("-") && line.replace("}", "").strip().equals("-")) {
                inside = false;
            } else if (inside) {
                fields.get(fields.size() - 1).lines().add(line);
            }
        }
        return fields;
    }
}
