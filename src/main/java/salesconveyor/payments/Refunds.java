package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Numbering;

/** The overpayments, and what became of each. */
@Component
@Transactional
class Refunds {
    private static final String SELECT = "select r.number, r.payment, r.amount, r.currency, r.company_number,"
            + " e.party_name as payer, coalesce(r.account, e.party_iban) as account, coalesce(e.purpose, '') as purpose, r.order_number,"
            + " r.asked, r.state from refund r join payment p on p.id = r.payment"
            + " left join bank_entry e on e.id = p.bank_entry ";

    private final JdbcClient jdbc;
    private final Numbering numbering;
    private final Clock clock;

    Refunds(JdbcClient jdbc, Numbering numbering, Clock clock) {
        this.jdbc = jdbc;
        this.numbering = numbering;
        this.clock = clock;
    }

    /**
     * @param order the order that was cancelled, if that is why the money is over
     * @return its number
     */
    String add(
            long payment,
            BigDecimal amount,
            String currency,
            @Nullable String company,
            @Nullable String order,
            boolean asked) {
        String number = numbering.ofYear("R");
        jdbc.sql("insert into refund (number, payment, amount, currency, company_number, order_number, asked, state,"
                        + " opened) values (?, ?, ?, ?, ?, ?, ?, 'NEW', ?)")
                .params(number, payment, amount, currency, company, order, asked, OffsetDateTime.now(clock))
                .update();
        return number;
    }

    /** @throws Refused when somebody started the process by hand, without a payment */
    Refund get(@Nullable String number) {
        return jdbc.sql(SELECT + "where r.number = ?")
                .param(number)
                .query(Refund.class)
                .optional()
                .orElseThrow(
                        () -> new Refused(
                                "This is started by a payment that settles no invoice; please import the bank statement instead."));
    }

    /** An accountant is to pay it back. */
    void open(String number) {
        jdbc.sql("update refund set state = 'OPEN' where number = ? and state = 'NEW'")
                .param(number)
                .update();
    }

    void close(String number, Refund.State state, @Nullable String author, @Nullable String notes) {
        jdbc.sql("update refund set state = ?, closed = ?, closed_by = ?, notes = ? where number = ?")
                .params(state.name(), OffsetDateTime.now(clock), author, notes, number)
                .update();
    }

    void paid(String number, String account, LocalDate day) {
        jdbc.sql("update refund set account = ?, paid_on = ? where number = ?")
                .params(account, day, number)
                .update();
    }

    /** Whose it is, when a person says so. */
    void belongsTo(Refund refund, String company) {
        jdbc.sql("update refund set company_number = ? where number = ?")
                .params(company, refund.number())
                .update();
        jdbc.sql("update payment set company_number = ? where id = ?")
                .params(company, refund.payment())
                .update();
    }

    /** The refunds of this amount that no statement shows yet, told by an accountant first, then the oldest. */
    List<Refund> unseen(BigDecimal amount, String currency) {
        return jdbc.sql(SELECT + "where r.amount = ? and r.currency = ? and r.paid_entry is null"
                        + " and r.state in ('OPEN', 'PAID_BACK') order by r.state desc, r.number")
                .params(amount, currency)
                .query(Refund.class)
                .list();
    }

    void seen(String number, long entry) {
        jdbc.sql("update refund set paid_entry = ? where number = ?")
                .params(entry, number)
                .update();
        jdbc.sql("update credit_payout set bank_entry = ? where refund = ?")
                .params(entry, number)
                .update();
    }

    /** The client has it, or will have it as soon as the bank has worked. */
    void payOut(Refund refund) {
        jdbc.sql("insert into credit_payout (payment, refund, amount) values (?, ?, ?)")
                .params(refund.payment(), refund.number(), refund.amount())
                .update();
    }

    /** The refunds of a payment that nobody has paid yet. */
    List<Refund> waiting(long payment) {
        return jdbc.sql(SELECT + "where r.payment = ? and r.state in ('NEW', 'OPEN') order by r.number")
                .param(payment)
                .query(Refund.class)
                .list();
    }

    /** What of a payment an accountant is to pay back. */
    BigDecimal toPayBack(long payment) {
        return jdbc.sql("select coalesce(sum(amount), 0) from refund where payment = ? and state = 'OPEN'")
                .param(payment)
                .query(BigDecimal.class)
                .single();
    }

    Optional<LocalDate> paidOn(long payment) {
        return jdbc.sql("select paid from payment where id = ?")
                .param(payment)
                .query(LocalDate.class)
                .optional();
    }
}
