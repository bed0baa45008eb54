package salesconveyor.payments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.InvoiceKind;
import salesconveyor.billing.Invoices;

/** What clients paid and do not owe: their credit. */
@Component
@Transactional
class Credits {
    /** A part of a payment that settles nothing, or an invoice that was taken back after it was paid. */
    record Source(long payment, BigDecimal amount, @Nullable String overpaid) {}

    private static final String REST =
            "b.free - (select coalesce(sum(r.amount), 0) from refund r where r.payment = b.payment and r.state = 'OPEN')";

    private final Invoices invoices;
    private final Payments payments;
    private final JdbcClient jdbc;

    Credits(Invoices invoices, Payments payments, JdbcClient jdbc) {
        this.invoices = invoices;
        this.payments = payments;
        this.jdbc = jdbc;
    }

    /** The client's credit in one currency, what was never placed first. What its bank took back is none. */
    List<Source> of(String company, String currency) {
        List<Source> sources = new ArrayList<>(unplaced(company, currency));
        sources.addAll(overpaid(invoices.ofCompany(company).stream()
                .filter(paper -> paper.currency().equals(currency))
                .toList()));
        return sources;
    }

    /** What was paid on the papers of an order and is not owed on them any more. */
    List<Source> ofOrder(String order) {
        return overpaid(invoices.ofOrder(order));
    }

    /** What was taken off the papers of an order so far. */
    BigDecimal freed(String order) {
        return jdbc.sql("select coalesce(-sum(a.amount), 0) from allocation a join invoice i on i.number ="
                        + " a.invoice_number where i.order_number = ? and a.match_rule = 'FREED'")
                .param(order)
                .query(BigDecimal.class)
                .single();
    }

    /** What of a payment is the client's credit: it settles nothing, and nobody is to pay it back. */
    BigDecimal ofPayment(long payment) {
        return jdbc.sql("select " + REST + " from payment_balance b where b.payment = ?")
                .param(payment)
                .query(BigDecimal.class)
                .single();
    }

    private List<Source> overpaid(List<Invoice> papers) {
        List<Source> sources = new ArrayList<>();
        for (Invoice paper : papers) {
            boolean becameInvoice =
                    papers.stream().anyMatch(later -> paper.number().equals(later.proforma()));
            if (paper.kind() != InvoiceKind.CREDIT_NOTE && !becameInvoice) {
                sources.addAll(overpaid(paper));
            }
        }
        return sources;
    }

    BigDecimal total(String company, String currency) {
        return of(company, currency).stream().map(Source::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Takes a part of the credit off the invoice that does not need it any more, if it was on one. */
    void free(Source source, BigDecimal amount) {
        if (source.overpaid() != null) {
            payments.allocate(source.payment(), source.overpaid(), amount.negate(), "FREED", null);
        }
    }

    /** The client has it back. */
    void payOut(Source source, long entry) {
        free(source, source.amount());
        jdbc.sql("insert into credit_payout (payment, bank_entry, amount) values (?, ?, ?)")
                .params(source.payment(), entry, source.amount())
                .update();
    }

    private List<Source> unplaced(String company, String currency) {
        return jdbc
                .sql("select p.id, " + REST + " as rest from payment p join payment_balance b on b.payment = p.id"
                        + " where p.company_number = ? and p.currency = ?"
                        + " order by p.paid, p.id")
                .params(company, currency)
                .query((row, n) -> new Source(row.getLong("id"), row.getBigDecimal("rest"), null))
                .list()
                .stream()
                .filter(source -> source.amount().signum() > 0)
                .toList();
    }

    private List<Source> overpaid(Invoice paper) {
        List<Payments.Part> parts = Stream.concat(
                        payments.partsOf(paper.number()).stream(),
                        paper.proforma() == null ? Stream.of() : payments.partsOf(paper.proforma()).stream())
                .toList();
        BigDecimal owed =
                paper.withdrawn() ? BigDecimal.ZERO : paper.gross().subtract(invoices.credited(paper.number()));
        BigDecimal excess = parts.stream().map(Payments.Part::amount).reduce(owed.negate(), BigDecimal::add);
        List<Source> sources = new ArrayList<>();
        for (Payments.Part part : parts) {
            BigDecimal taken = part.amount().min(excess);
            if (taken.signum() > 0) {
                sources.add(new Source(part.payment(), taken, part.invoiceNumber()));
                excess = excess.subtract(taken);
            }
        }
        return sources;
    }
}
