package salesconveyor.payments;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import salesconveyor.billing.Prepayments;

/** Reads what was paid on a paper from the allocations. */
@Component
class PaidBefore implements Prepayments {
    private final JdbcClient jdbc;
    private final Payments payments;

    PaidBefore(JdbcClient jdbc, Payments payments) {
        this.jdbc = jdbc;
        this.payments = payments;
    }

    @Override
    public List<Prepayment> of(String invoiceNumber) {
        return jdbc.sql("select p.paid, e.payer_order as \"order\", e.payer_order_day as order_day from allocation a"
                        + " join payment p on p.id = a.payment left join bank_entry e on e.id = p.bank_entry"
                        + " where a.invoice_number = ? group by p.id, p.paid, e.payer_order, e.payer_order_day"
                        + " having sum(a.amount) > 0 order by p.paid, p.id")
                .param(invoiceNumber)
                .query(Prepayment.class)
                .list();
    }

    @Override
    public BigDecimal sum(String invoiceNumber) {
        return payments.allocated(invoiceNumber);
    }
}
