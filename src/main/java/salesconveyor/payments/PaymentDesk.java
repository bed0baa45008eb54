package salesconveyor.payments;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Refused;
import salesconveyor.payments.statement.Entry;
import salesconveyor.shared.Texts;

/** What an accountant's pages show of statements. */
@Component
public class PaymentDesk {
    /**
     * What a file holds before it is imported.
     *
     * @param refused why it cannot be imported, in the words of this installation; null when it can
     * @param earlier the number under which the very same file was imported before
     */
    public record Preview(
            @Nullable String refused,
            int entries,
            int known,
            int incoming,
            int outgoing,
            @Nullable String earlier,
            List<String> warnings) {}

    /** An import and what became of its entries. */
    public record Imported(
            StatementImport file, int placed, int returned, int outgoing, int waiting, List<String> warnings) {}

    private static final int NEWEST = 8;

    private final Importing importing;
    private final Statements statements;
    private final Texts texts;

    PaymentDesk(Importing importing, Statements statements, Texts texts) {
        this.importing = importing;
        this.statements = statements;
        this.texts = texts;
    }

    /** Reads a file and imports nothing. No transaction is around it: a refused file would only roll it back. */
    public Preview preview(byte[] file) {
        try {
            Importing.Contents contents = importing.read(file);
            int incoming = (int)
                    contents.fresh().values().stream().filter(Entry::incoming).count();
            return new Preview(
                    null,
                    contents.entries().size(),
                    contents.entries().size() - contents.fresh().size(),
                    incoming,
                    contents.fresh().size() - incoming,
                    contents.earlier(),
                    lines(importing.warnings(contents.file().statements())));
        } catch (Refused refused) {
            return new Preview(texts.say(refused.sentence(), refused.arguments()), 0, 0, 0, 0, null, List.of());
        }
    }

    /** The newest imports first. */
    public List<Imported> newest() {
        return statements.newest(NEWEST).stream()
                .map(file -> new Imported(
                        file,
                        count(file, "match_rule not in ('DUPLICATE', 'UNMATCHED', 'RETURNED')"),
                        count(file, "match_rule = 'RETURNED'"),
                        count(file, "resolution = 'OUTGOING'"),
                        count(file, "match_rule in ('DUPLICATE', 'UNMATCHED') and resolution is null"),
                        lines(file.warnings())))
                .toList();
    }

    private int count(StatementImport file, String condition) {
        return statements.count(file.number(), condition);
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n")).filter(line -> !line.isBlank()).toList();
    }
}
