package salesconveyor.payments;

import java.time.Clock;
import java.time.OffsetDateTime;
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

    Optional<Collected> find(String invoice) {
        return jdbc.sql("select invoice_number, company_number, manager, prepayment, result from collection"
                        + " where invoice_number = ?")
                .param(invoice)
                .query(Collected.class)
                .optional();
    }
}
