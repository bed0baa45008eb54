package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was paid on invoices and what was done to get it. */
@Component
@Transactional(readOnly = true)
public class PaymentHistory {
    /**
     * A part of a payment.
     *
     * @param amount negative when the bank took it back
     * @param person who placed it; nobody when a rule did
     */
    public record Part(
            String invoice,
            BigDecimal amount,
            String currency,
            OffsetDateTime at,
            @Nullable String person) {}

    /**
     * A step of dunning that was done.
     *
     * @param letter the key of its letter in the outbox, if it was one
     */
    public record Step(
            String invoice,
            String step,
            String outcome,
            LocalDate day,
            @Nullable LocalDate promised,
            @Nullable String letter,
            @Nullable String author,
            @Nullable String reason) {}

    private final JdbcClient jdbc;

    PaymentHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Part> parts(Collection<String> invoices) {
        return invoices.isEmpty()
                ? List.of()
                : jdbc.sql("select a.invoice_number as invoice, a.amount, p.currency, a.allocated as at,"
                                + " a.allocated_by as person from allocation a join payment p on p.id = a.payment"
                                + " where a.invoice_number in (:invoices) order by a.id")
                        .param("invoices", invoices)
                        .query(Part.class)
                        .list();
    }

    public List<Step> steps(Collection<String> invoices) {
        return invoices.isEmpty()
                ? List.of()
                : jdbc.sql("select invoice_number as invoice, step, outcome, done_on as \"day\", promised, letter,"
                                + " author, reason from dunning where invoice_number in (:invoices)"
                                + " and outcome not in ('PLANNED', 'HELD') order by id")
                        .param("invoices", invoices)
                        .query(Step.class)
                        .list();
    }
}
