package salesconveyor.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoice;

/** Each step that was done towards unpaid invoices. */
@Component
@Transactional
class DunningLog {
    /** A letter that is planned for an invoice. */
    record Planned(long id, String invoiceNumber, String step) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    DunningLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was done since the invoice has its due date, oldest first. */
    List<DunningEntry> of(Invoice invoice) {
        return jdbc.sql("select step, outcome, done_on, promised, author, reason from dunning"
                        + " where invoice_number = ? and due = ? order by id")
                .params(invoice.number(), invoice.due())
                .query(DunningEntry.class)
                .list();
    }

    /** Whether the client disputes it and nobody has decided about that yet. */
    boolean isDisputed(Invoice invoice) {
        List<DunningEntry> done = of(invoice).stream()
                .filter(entry -> !entry.outcome().equals(DunningEntry.HELD))
                .filter(entry -> !entry.outcome().equals(DunningEntry.PLANNED))
                .toList();
        return !done.isEmpty() && done.get(done.size() - 1).outcome().equals(DunningEntry.DISPUTED);
    }

    /** All that was ever done, for a form. */
    List<DunningEntry> story(String invoice) {
        return jdbc.sql("select step, outcome, done_on, promised, author, reason from dunning"
                        + " where invoice_number = ? and outcome not in ('PLANNED', 'HELD') order by id")
                .param(invoice)
                .query(DunningEntry.class)
                .list();
    }

    void add(Invoice invoice, DunningEntry entry) {
        jdbc.sql("insert into dunning (invoice_number, company_number, due, step, outcome, done_on, promised, author,"
                        + " reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        invoice.number(),
                        invoice.companyNumber(),
                        invoice.due(),
                        entry.step(),
                        entry.outcome(),
                        entry.doneOn(),
                        entry.promised(),
                        entry.author(),
                        entry.reason())
                .update();
    }

    /** Notes that a step is planned or held back, unless that is the last thing noted. */
    void mark(Invoice invoice, String step, String outcome) {
        List<DunningEntry> log = of(invoice);
        DunningEntry last = log.isEmpty() ? null : log.get(log.size() - 1);
        if (last == null || !last.step().equals(step) || !last.outcome().equals(outcome)) {
            add(invoice, new DunningEntry(step, outcome, LocalDate.now(clock), null, null, null));
        }
    }

    List<Planned> planned(String company) {
        return jdbc.sql("select id, invoice_number, step from dunning where company_number = ? and outcome = 'PLANNED'"
                        + " order by id")
                .param(company)
                .query(Planned.class)
                .list();
    }

    /** The steps of the invoices that a letter spoke of. */
    List<String> stepsOf(String letter) {
        return jdbc.sql("select step from dunning where letter = ?")
                .param(letter)
                .query(String.class)
                .list();
    }

    void sent(Planned planned, String letter) {
        jdbc.sql("update dunning set outcome = 'SENT', letter = ?, done_on = ? where id = ?")
                .params(letter, LocalDate.now(clock), planned.id())
                .update();
    }

    void drop(Planned planned) {
        jdbc.sql("delete from dunning where id = ?").param(planned.id()).update();
    }

    /** The reason of the last decision on an invoice. */
    @Nullable
    String lastReason(String invoice) {
        List<DunningEntry> story = story(invoice);
        return story.isEmpty() ? null : story.get(story.size() - 1).reason();
    }
}
