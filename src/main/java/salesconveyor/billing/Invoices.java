package salesconveyor.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Money;
import salesconveyor.shared.Vat;
import salesconveyor.shared.VatTotals;

/** The invoices, proformas and credit notes that were issued. */
@Component
@Transactional
public class Invoices {
    private static final String SELECT =
            "select number, kind, order_number, company_number, net, vat, gross, currency, issued, due, corrects,"
                    + " proforma, withdrawn from invoice ";

    private final JdbcClient jdbc;
    private final PaperTrace trace;

    Invoices(JdbcClient jdbc, PaperTrace trace) {
        this.jdbc = jdbc;
        this.trace = trace;
    }

    public Invoice get(String number) {
        return jdbc.sql(SELECT + "where number = ?")
                .param(number)
                .query(Invoice.class)
                .single();
    }

    public Optional<Invoice> find(String number) {
        return jdbc.sql(SELECT + "where number = ?")
                .param(number)
                .query(Invoice.class)
                .optional();
    }

    public List<Invoice> ofOrder(String order) {
        return jdbc.sql(SELECT + "where order_number = ? order by issued, number")
                .param(order)
                .query(Invoice.class)
                .list();
    }

    public List<Invoice> ofCompany(String company) {
        return jdbc.sql(SELECT + "where company_number = ? order by issued, number")
                .param(company)
                .query(Invoice.class)
                .list();
    }

    /** The newest papers of which number, order or client say these words; nothing asked: the newest of all. */
    public List<Invoice> search(String words, int atMost) {
        String wanted = "%" + words.strip().toLowerCase(java.util.Locale.ROOT) + "%";
        return jdbc.sql(SELECT + "where lower(number) like ? or lower(order_number) like ? or company_number in"
                        + " (select c.number from company c where lower(c.name) like ? or lower(c.number) like ?)"
                        + " order by issued desc, number desc fetch first " + atMost + " rows only")
                .params(wanted, wanted, wanted, wanted)
                .query(Invoice.class)
                .list();
    }

    /** What a client may pay: invoices, and proformas that neither were withdrawn nor became an invoice. */
    public List<Invoice> payable() {
        return jdbc.sql(SELECT + "where kind <> 'CREDIT_NOTE' and withdrawn = false and not exists"
                        + " (select 1 from invoice later where later.proforma = invoice.number) order by due, number")
                .query(Invoice.class)
                .list();
    }

    /** Proformas that count no more, mostly because nobody paid them in time. */
    public List<Invoice> withdrawn() {
        return jdbc.sql(SELECT + "where withdrawn = true order by due, number")
                .query(Invoice.class)
                .list();
    }

    /** The gross amount of all credit notes of an invoice. */
    public BigDecimal credited(String number) {
        return jdbc.sql("select coalesce(sum(gross), 0) from invoice where corrects = ?")
                .param(number)
                .query(BigDecimal.class)
                .single();
    }

    /** Gives the client more time. */
    public void extend(String number, LocalDate due) {
        jdbc.sql("update invoice set due = ? where number = ?")
                .params(due, number)
                .update();
    }

    /** What of the client's credit was set off against it when it was issued. */
    public BigDecimal creditUsed(String number) {
        return jdbc.sql("select credit_used from invoice where number = ?")
                .param(number)
                .query(BigDecimal.class)
                .single();
    }

    /** Whether the paper is printed: what stands on it is settled. */
    public boolean isPrinted(String number) {
        return jdbc.sql("select count(*) from invoice where number = ? and paper is not null")
                        .param(number)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Must be told before the paper is printed. */
    public void useCredit(String number, BigDecimal amount) {
        jdbc.sql("update invoice set credit_used = ? where number = ?")
                .params(amount, number)
                .update();
    }

    public List<InvoiceLine> lines(String number) {
        return jdbc.sql("select line, sku, name, unit, quantity, price, discount_percent, vat_rate, net"
                        + " from invoice_line where invoice = ? order by line")
                .param(number)
                .query(InvoiceLine.class)
                .list();
    }

    /** What the credit notes of an invoice have taken back, by line. */
    List<InvoiceLine> creditedLines(String number) {
        return jdbc.sql("select l.line, l.sku, l.name, l.unit, l.quantity, l.price, l.discount_percent, l.vat_rate,"
                        + " l.net from invoice_line l join invoice c on c.number = l.invoice where c.corrects = ?"
                        + " order by c.number, l.line")
                .param(number)
                .query(InvoiceLine.class)
                .list();
    }

    /** Why a credit note was written. */
    public Optional<String> reason(String number) {
        return jdbc.sql("select reason from invoice where number = ? and reason is not null")
                .param(number)
                .query(String.class)
                .optional();
    }

    /** The totals as they were issued. */
    public VatTotals totals(Invoice invoice) {
        String currency = invoice.currency();
        List<VatTotals.Part> parts = jdbc.sql(
                        "select rate, basis, tax from invoice_vat where invoice = ? order by rate desc")
                .param(invoice.number())
                .query((row, n) -> new VatTotals.Part(
                        Vat.ofRate(row.getBigDecimal("rate")),
                        Money.of(row.getBigDecimal("basis"), currency),
                        Money.of(row.getBigDecimal("tax"), currency)))
                .list();
        return new VatTotals(
                Money.of(invoice.net(), currency),
                Money.of(invoice.vat(), currency),
                Money.of(invoice.gross(), currency),
                parts);
    }

    /** Lets one transaction at a time correct an invoice. */
    void lock(String number) {
        jdbc.sql("select number from invoice where number = ? for update")
                .param(number)
                .query(String.class)
                .single();
    }

    void add(
            Invoice invoice,
            List<InvoiceLine> lines,
            VatTotals totals,
            @Nullable String onceKey,
            @Nullable String reason) {
        jdbc.sql("insert into invoice (number, kind, order_number, company_number, net, vat, gross, currency, issued,"
                        + " due, corrects, proforma, withdrawn, once_key, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?)")
                .params(
                        invoice.number(),
                        invoice.kind().name(),
                        invoice.orderNumber(),
                        invoice.companyNumber(),
                        invoice.net(),
                        invoice.vat(),
                        invoice.gross(),
                        invoice.currency(),
                        invoice.issued(),
                        invoice.due(),
                        invoice.corrects(),
                        invoice.proforma(),
                        onceKey,
                        reason)
                .update();
        trace.add(invoice.number(), PaperTrace.ISSUED, null);
        for (InvoiceLine line : lines) {
            jdbc.sql("insert into invoice_line (invoice, line, sku, name, unit, quantity, price, discount_percent,"
                            + " vat_rate, net) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            invoice.number(),
                            line.line(),
                            line.sku(),
                            line.name(),
                            line.unit(),
                            line.quantity(),
                            line.price(),
                            line.discountPercent(),
                            line.vatRate(),
                            line.net())
                    .update();
        }
        for (VatTotals.Part part : totals.parts()) {
            jdbc.sql("insert into invoice_vat (invoice, rate, basis, tax) values (?, ?, ?, ?)")
                    .params(
                            invoice.number(),
                            part.vat().percent(),
                            part.basis().amount(),
                            part.tax().amount())
                    .update();
        }
    }

    void withdraw(String number) {
        jdbc.sql("update invoice set withdrawn = true, once_key = null where number = ?")
                .param(number)
                .update();
    }
}
