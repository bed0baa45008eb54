package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Numbering;

/** The payments, and which part of each settles which invoice. */
@Component
@Transactional
class Payments {
    /** What of one payment settles one invoice, after all that was taken back. */
    record Part(long payment, String invoiceNumber, BigDecimal amount) {}

    /** A payment as it came. */
    record Booked(String number, BigDecimal amount, String currency, LocalDate paid) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Numbering numbering;

    Payments(JdbcClient jdbc, Clock clock, Numbering numbering) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.numbering = numbering;
    }

    /** A payment out of a bank entry. What no allocation uses is the client's credit. */
    long add(BankEntry entry, @Nullable String company) {
        String number = numbering.ofYear("P");
        jdbc.sql("insert into payment (number, bank_entry, company_number, payer_iban, amount, currency, paid)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        entry.id(),
                        company,
                        entry.partyIban(),
                        entry.amount(),
                        entry.currency(),
                        entry.booked())
                .update();
        return jdbc.sql("select id from payment where number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    Booked get(long payment) {
        return jdbc.sql("select number, amount, currency, paid from payment where id = ?")
                .param(payment)
                .query(Booked.class)
                .single();
    }

    @Nullable
    String companyOf(long payment) {
        return jdbc.sql("select company_number from payment where id = ? and company_number is not null")
                .param(payment)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    void allocate(long payment, String invoice, BigDecimal amount, @Nullable String rule, @Nullable String author) {
        jdbc.sql("insert into allocation (payment, invoice_number, amount, match_rule, allocated, allocated_by)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(payment, invoice, amount, rule, OffsetDateTime.now(clock), author)
                .update();
    }

    /** How often credit was set off against an invoice, whether it was taken back later or not. */
    int timesSetOff(String invoice) {
        return jdbc.sql("select count(*) from allocation where invoice_number = ? and match_rule = 'CREDIT'")
                .param(invoice)
                .query(Integer.class)
                .single();
    }

    /** What was paid on an invoice or a proforma. */
    BigDecimal allocated(String invoice) {
        return jdbc.sql("select coalesce(sum(amount), 0) from allocation where invoice_number = ?")
                .param(invoice)
                .query(BigDecimal.class)
                .single();
    }

    /** What was paid on all invoices and proformas that got anything. */
    Map<String, BigDecimal> allocated() {
        Map<String, BigDecimal> sums = new HashMap<>();
        jdbc.sql("select invoice_number, sum(amount) as amount from allocation group by invoice_number")
                .query(rows -> {
                    sums.put(rows.getString("invoice_number"), rows.getBigDecimal("amount"));
                });
        return sums;
    }

    /** The accounts that have paid before, with the companies they paid for. */
    Map<String, Set<String>> payers() {
        Map<String, Set<String>> payers = new HashMap<>();
        jdbc.sql("select distinct payer_iban, company_number from payment"
                        + " where payer_iban is not null and company_number is not null")
                .query(rows -> {
                    payers.computeIfAbsent(rows.getString("payer_iban"), iban -> new HashSet<>())
                            .add(rows.getString("company_number"));
                });
        return payers;
    }

    /** What a payment settles now. */
    List<Part> parts(long payment) {
        return parts("payment = ?", payment);
    }

    /** Which payments settle an invoice now, the newest first. */
    List<Part> partsOf(String invoice) {
        return parts("invoice_number = ?", invoice);
    }

    private List<Part> parts(String condition, Object value) {
        return jdbc.sql("select payment, invoice_number, sum(amount) as amount from allocation where " + condition
                        + " group by payment, invoice_number having sum(amount) > 0 order by payment desc")
                .param(value)
                .query(Part.class)
                .list();
    }

    void takeBack(Part part, BigDecimal amount, @Nullable String author) {
        allocate(part.payment(), part.invoiceNumber(), amount.negate(), "RETURNED", author);
    }
}
