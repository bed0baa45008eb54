package salesconveyor.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which invoices are collected, and how that ended. */
@Component
@Transactional
class InvoiceCollections {
    /** One invoice's collecting; it runs while there is no result. */
    record Collected(
            String invoiceNumber,
            String companyNumber,
            @Nullable String manager,
            boolean prepayment,
            @Nullable String result) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    InvoiceCollections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Collecting begins, or begins again after a payment was returned. */
    void open(String invoice, String company, @Nullable String manager, boolean prepayment) {
        int reopened = jdbc.sql("update collection set result = null, closed = null where invoice_number = ?")
                .param(invoice)
                .update();
        if (reopened == 0) {
            jdbc.sql("insert into collection (invoice_number, company_number, manager, prepayment, opened)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(invoice, company, manager, prepayment, OffsetDateTime.now(clock))
                    .update();
        }
    }

    void close(String invoice, CollectionResult result) {
        jdbc.sql("update collection set result = ?, closed = ? where invoice_number = ?")
                .params(result.name(), OffsetDateTime.now(clock), invoice)
                .update();
    }

    /** Invoices of which the last step was held back, and proformas past their day. */
    List<String> heldBack() {
        return jdbc.sql("select c.invoice_number from collection c join invoice i on i.number = c.invoice_number"
                        + " where c.result is null and (c.prepayment = true and i.due < ? or exists (select 1 from dunning d"
                        + " where d.invoice_number = c.invoice_number and d.outcome = 'HELD' and not exists"
                        + " (select 1 from dunning later where later.invoice_number = d.invoice_number"
                        + " and later.id > d.id))) order by c.invoice_number")
                .param(LocalDate.now(clock))
                .query(String.class)
                .list();
    }

    Optional<Collected> find(String invoice) {
        return jdbc.sql("select invoice_number, company_number, manager, prepayment, result from collection"
                        + " where invoice_number = ?")
                .param(invoice)
                .query(Collected.class)
                .optional();
    }
}
