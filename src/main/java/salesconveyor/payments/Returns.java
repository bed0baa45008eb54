package salesconveyor.payments;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What banks took back of payments, and what they still can. */
@Component
@Transactional
class Returns {
    /** What of a payment can be taken back: what settles no invoice, and what settles the one that was asked about. */
    record Returnable(long payment, String invoiceNumber, BigDecimal kept, BigDecimal free, BigDecimal placed) {
        BigDecimal most() {
            return free.max(BigDecimal.ZERO).add(placed);
        }
    }

    /** What of a payment we had paid back already when its bank took it back, and to whom. */
    record PaidBack(BigDecimal amount, @Nullable String company) {}

    /** A client's money need not lie on the invoice that he paid: what was too much is free. */
    private static final String RETURNABLE =
            "select a.payment, a.invoice_number, b.kept, b.free, sum(a.amount) as placed"
                    + " from allocation a join payment_balance b on b.payment = a.payment where b.kept > 0";

    private static final String GROUPED = " group by a.payment, a.invoice_number, b.kept, b.free";

    private final JdbcClient jdbc;

    Returns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long payment, long entry, BigDecimal amount) {
        int more = jdbc.sql("update payment_return set amount = amount + ? where payment = ? and bank_entry = ?")
                .params(amount, payment, entry)
                .update();
        if (more == 0) {
            jdbc.sql("insert into payment_return (payment, bank_entry, amount) values (?, ?, ?)")
                    .params(payment, entry, amount)
                    .update();
        }
    }

    /** The payments of these papers that can be taken back, the newest first. */
    List<Returnable> of(Collection<String> invoices) {
        return jdbc.sql(RETURNABLE + " and a.invoice_number in (:invoices)" + GROUPED + " order by a.payment desc")
                .param("invoices", invoices)
                .query(Returnable.class)
                .list();
    }

    /** What can be taken back of the payments of each invoice or proforma. */
    Map<String, BigDecimal> most() {
        Map<String, BigDecimal> most = new HashMap<>();
        jdbc.sql(RETURNABLE + GROUPED)
                .query(Returnable.class)
                .list()
                .forEach(one -> most.merge(one.invoiceNumber(), one.most(), BigDecimal::add));
        return most;
    }

    /** What we still have of a payment. */
    BigDecimal kept(long payment) {
        return balance("kept", payment);
    }

    /** What of a payment settles no invoice and was not paid back. */
    BigDecimal free(long payment) {
        return balance("free", payment);
    }

    private BigDecimal balance(String what, long payment) {
        return jdbc.sql("select " + what + " from payment_balance where payment = ?")
                .param(payment)
                .query(BigDecimal.class)
                .single();
    }

    /**
     * The newest payment that a returned one takes back: by the payer's own reference, else by his account, always all
     * that is left of it.
     */
    Optional<Long> whole(BankEntry entry) {
        String sql = "select p.id from payment p join payment_balance b on b.payment = p.id"
                + " join bank_entry e on e.id = p.bank_entry where b.kept = ? and p.currency = ? and p.paid <= ? and ";
        Optional<Long> byReference = entry.endToEndId() == null
                ? Optional.empty()
                : newest(sql + "e.end_to_end_id = ?", entry, entry.endToEndId());
        return byReference.isPresent() || entry.partyIban() == null
                ? byReference
                : newest(sql + "p.payer_iban = ?", entry, entry.partyIban());
    }

    /** What we had paid back of the payment that a returned one takes back whole: the client has that money twice. */
    Optional<PaidBack> paidBack(BankEntry entry) {
        return whole(entry).flatMap(payment -> jdbc.sql("select sum(o.amount) as amount, p.company_number as company"
                        + " from credit_payout o join payment p on p.id = o.payment where p.id = ?"
                        + " group by p.company_number")
                .param(payment)
                .query(PaidBack.class)
                .optional());
    }

    private Optional<Long> newest(String sql, BankEntry entry, String value) {
        return jdbc.sql(sql + " order by p.paid desc, p.id desc limit 1")
                .params(entry.amount().abs(), entry.currency(), entry.booked(), value)
                .query(Long.class)
                .optional();
    }
}
