package salesconveyor.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.Nudges;
import salesconveyor.payments.statement.Entry;
import salesconveyor.payments.statement.Statement;
import salesconveyor.payments.statement.StatementFile;
import salesconveyor.shared.Numbering;
import salesconveyor.shared.Sentence;

/** Takes the notice of a gateway the way of a bank's statement: the same rules place it, or an accountant does. */
@Component
@Transactional
public class Notifying {
    /** Whether a notice was new, and what is wrong with it: then nothing was taken. */
    public record Taken(boolean fresh, Map<String, Sentence> problems) {}

    /** No bank account: what the bank knows by then is told by its statements alone. */
    private static final String ACCOUNT = "GATEWAY";

    private final Statements statements;
    private final Numbering numbering;
    private final Nudges nudges;
    private final Clock clock;

    Notifying(Statements statements, Numbering numbering, Nudges nudges, Clock clock) {
        this.statements = statements;
        this.numbering = numbering;
        this.nudges = nudges;
        this.clock = clock;
    }

    public Taken take(PaymentNotice notice) {
        Map<String, Sentence> problems = notice.problems(LocalDate.now(clock));
        if (!problems.isEmpty()) {
            return new Taken(false, problems);
        }
        statements.lock();
        String key = Entry.key(ACCOUNT, Objects.requireNonNull(notice.id()));
        if (statements.isKnown(key)) {
            return new Taken(false, Map.of());
        }
        Entry entry = entry(key, notice);
        StatementImport file = new StatementImport(
                numbering.ofYear("S"), ACCOUNT + " " + notice.id(), key, OffsetDateTime.now(clock), null, 1, 0, "");
        statements.addImport(file);
        statements.add(
                file,
                StatementFile.Format.NOTICE,
                1,
                new Statement(key, ACCOUNT, null, null, null, entry.booked(), List.of(entry), List.of()),
                null,
                List.of(entry));
        nudges.begin("importStatement", file.number(), Map.of());
        return new Taken(true, Map.of());
    }

    private static Entry entry(String key, PaymentNotice notice) {
        LocalDate paid = Objects.requireNonNull(notice.paid());
        return new Entry(
                key,
                Objects.requireNonNull(notice.amount()),
                Objects.requireNonNull(notice.currency()),
                paid,
                paid,
                notice.id(),
                null,
                Objects.requireNonNull(notice.invoice()),
                notice.payer(),
                null,
                null,
                false,
                null);
    }
}
