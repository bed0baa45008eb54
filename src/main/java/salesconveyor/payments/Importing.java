package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Sellers;
import salesconveyor.engine.Refused;
import salesconveyor.engine.Upload;
import salesconveyor.payments.statement.BankFile;
import salesconveyor.payments.statement.Entry;
import salesconveyor.payments.statement.Statement;
import salesconveyor.payments.statement.StatementFile;
import salesconveyor.shared.Numbering;
import salesconveyor.shared.Texts;

/** Takes an uploaded bank statement into the tables: a file or an entry that has come before is not taken again. */
@Component
@Transactional
class Importing {
    /** What a file holds, before it is taken. */
    record Contents(
            StatementFile file,
            List<Entry> entries,
            Map<String, Entry> fresh,
            @Nullable String earlier) {
        List<Entry> freshOf(Statement statement) {
            return statement.entries().stream()
                    .filter(entry -> fresh.get(entry.key()) == entry)
                    .toList();
        }
    }

    private static final BigDecimal MOST = new BigDecimal("1E13");

    private final Statements statements;
    private final OtherFormats otherFormats;
    private final MissingDays missingDays;
    private final Sellers sellers;
    private final Numbering numbering;
    private final Texts texts;
    private final Clock clock;

    Importing(
            Statements statements,
            OtherFormats otherFormats,
            MissingDays missingDays,
            Sellers sellers,
            Numbering numbering,
            Texts texts,
            Clock clock) {
        this.statements = statements;
        this.otherFormats = otherFormats;
        this.missingDays = missingDays;
        this.sellers = sellers;
        this.numbering = numbering;
        this.texts = texts;
        this.clock = clock;
    }

    /** @return the number of an import whose entries are in the tables already, else of the file that is taken now */
    String take(@Nullable String number, @Nullable Upload upload, @Nullable String author) {
        return number == null ? take(upload, author) : number;
    }

    /** @return the number of the import, like {@code S-2026-000001} */
    String take(@Nullable Upload upload, @Nullable String author) {
        if (upload == null) {
            throw new Refused("Please choose the file with the bank statement.");
        }
        statements.lock();
        Contents contents = read(upload.content());
        List<Statement> all = contents.file().statements();
        StatementImport file = new StatementImport(
                numbering.ofYear("S"),
                upload.name().substring(0, Math.min(400, upload.name().length())),
                contents.file().hash(),
                OffsetDateTime.now(clock),
                author,
                contents.entries().size(),
                contents.entries().size() - contents.fresh().size(),
                warnings(all));
        statements.addImport(file);
        if (contents.earlier() == null) {
            String account = account().iban();
            for (int i = 0; i < all.size(); i++) {
                statements.add(
                        file,
                        contents.file().format(),
                        i + 1,
                        all.get(i).of(account),
                        author,
                        contents.freshOf(all.get(i)));
            }
        }
        return file.number();
    }

    /** Reads a file and takes nothing. */
    Contents read(byte[] bytes) {
        StatementFile file = BankFile.read(bytes);
        OwnAccount account = account();
        for (Statement statement : file.statements()) {
            if (!account.is(statement.account())) {
                throw new Refused(
                        "Statement {0} is of the account {1}, but invoices are paid to {2}. Choose the file of that account.",
                        statement.id(), statement.account(), account.iban());
            }
        }
        List<Entry> entries = file.statements().stream()
                .flatMap(statement -> statement.entries().stream())
                .toList();
        entries.stream()
                .map(Entry::amount)
                .filter(Importing::isTooLarge)
                .findFirst()
                .ifPresent(amount -> {
                    throw new Refused(
                            "The amount {0} is too large to be booked. Ask the bank for a correct file.", amount);
                });
        Map<String, Entry> fresh = new LinkedHashMap<>();
        List<Entry> unknown = entries.stream()
                .filter(entry -> !statements.isKnown(entry.key()))
                .toList();
        Set<String> told = otherFormats.know(file.format(), account.iban(), unknown);
        unknown.stream()
                .filter(entry -> !told.contains(entry.key()))
                .forEach(entry -> fresh.putIfAbsent(entry.key(), entry));
        return new Contents(
                file, entries, fresh, statements.importOf(file.hash()).orElse(null));
    }

    /** The warnings of a file in the words of this installation, and which days are missing before it. */
    String warnings(List<Statement> all) {
        return Stream.concat(
                        missingDays.before(all, account().iban()).stream(),
                        all.stream()
                                .flatMap(statement -> statement.warnings().stream())
                                .map(warning -> texts.say(
                                        warning.sentence(), warning.arguments().toArray())))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private OwnAccount account() {
        return sellers.find()
                .map(seller -> new OwnAccount(seller.iban()))
                .orElseThrow(() ->
                        new Refused("Nobody has entered our own bank account yet. Enter it on the first-run page."));
    }

    private static boolean isTooLarge(BigDecimal amount) {
        return amount.abs().compareTo(MOST) >= 0;
    }
}
