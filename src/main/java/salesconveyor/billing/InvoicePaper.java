package salesconveyor.billing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.pdf.EInvoice;
import salesconveyor.billing.pdf.PaymentCode;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;
import salesconveyor.shared.Texts;
import salesconveyor.shared.Vat;
import salesconveyor.shared.pdf.PaperNumbers;
import salesconveyor.shared.pdf.PdfWriter;
import salesconveyor.shared.pdf.QrPicture;

/** The paper of an invoice, proforma or credit note. It is printed once and kept: sending it again sends the same one. */
@Component
@Transactional
public class InvoicePaper {
    private final Invoices invoices;
    private final KeptPapers kept;
    private final Companies companies;
    private final Sellers sellers;
    private final PdfWriter writer;
    private final BillingData data;
    private final Prepayments prepayments;
    private final Texts texts;

    InvoicePaper(
            Invoices invoices,
            KeptPapers kept,
            Companies companies,
            Sellers sellers,
            PdfWriter writer,
            BillingData data,
            Prepayments prepayments,
            Texts texts) {
        this.invoices = invoices;
        this.kept = kept;
        this.companies = companies;
        this.sellers = sellers;
        this.writer = writer;
        this.data = data;
        this.prepayments = prepayments;
        this.texts = texts;
    }

    /** @return the PDF */
    public byte[] of(String number) {
        return kept.find(number).orElseGet(() -> kept.keep(number, print(invoices.get(number))));
    }

    private byte[] print(Invoice invoice) {
        byte[] pdf = writer.write("paper/invoice", values(invoice), texts.locale());
        Seller seller = sellers.get();
        // A proforma is no invoice, and Russian law knows another electronic one.
        return invoice.kind() == InvoiceKind.PROFORMA || !seller.profile().equals("EU")
                ? pdf
                : EInvoice.into(pdf, head(invoice), lines(invoice), seller, buyer(invoice.companyNumber()));
    }

    private EInvoice.Buyer buyer(String company) {
        return new EInvoice.Buyer(companies.get(company), data.address(company).orElse(null));
    }

    private EInvoice.Head head(Invoice invoice) {
        BigDecimal prepaid = prepaid(invoice);
        boolean settled = prepaid.signum() > 0 && left(invoice).signum() <= 0;
        boolean correction = invoice.kind() == InvoiceKind.CREDIT_NOTE;
        return new EInvoice.Head(
                invoice.number(),
                correction,
                invoice.corrects(),
                invoice.orderNumber(),
                invoice.currency(),
                invoice.issued(),
                correction || settled ? null : invoice.due(),
                prepaid.add(invoices.creditUsed(invoice.number())));
    }

    /** What its proforma got, at most all of it: a bank may have taken the money back before the invoice was written. */
    private BigDecimal prepaid(Invoice invoice) {
        return invoice.proforma() == null
                ? BigDecimal.ZERO
                : prepayments.sum(invoice.proforma()).min(invoice.gross());
    }

    /** What the paper asks for. */
    BigDecimal left(Invoice invoice) {
        return invoice.gross().subtract(prepaid(invoice)).subtract(invoices.creditUsed(invoice.number()));
    }

    private List<EInvoice.Line> lines(Invoice invoice) {
        return invoices.lines(invoice.number()).stream()
                .map(line -> new EInvoice.Line(
                        line.sku(),
                        line.name(),
                        line.unit(),
                        line.quantity(),
                        line.price(),
                        line.net(),
                        Vat.ofRate(line.vatRate())))
                .toList();
    }

    String title(InvoiceKind kind) {
        return switch (kind) {
            case INVOICE -> texts.say("Invoice");
            case PROFORMA -> texts.say("Proforma invoice");
            case CREDIT_NOTE -> texts.say("Credit note");
        };
    }

    private Map<String, ?> values(Invoice invoice) {
        Seller seller = sellers.get();
        var print = new PaperNumbers(texts.locale(), invoice.currency());
        List<InvoiceLine> lines = invoices.lines(invoice.number());
        BigDecimal credit = invoices.creditUsed(invoice.number());
        BigDecimal prepaid = prepaid(invoice);
        BigDecimal left = left(invoice);
        boolean toPay = invoice.kind() != InvoiceKind.CREDIT_NOTE && left.signum() > 0;
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("seller", seller);
        values.put("account", print.account(seller.iban()));
        values.put("print", print);
        values.put("buyer", companies.get(invoice.companyNumber()));
        values.put("address", data.address(invoice.companyNumber()).orElse(null));
        values.put("title", title(invoice.kind()));
        values.put("number", invoice.number());
        values.put("order", invoice.orderNumber());
        values.put("issued", print.day(invoice.issued()));
        values.put("due", toPay ? print.day(invoice.due()) : null);
        values.put("dueLabel", texts.say(invoice.kind() == InvoiceKind.PROFORMA ? "Valid until" : "To be paid until"));
        values.put("corrects", invoice.corrects());
        values.put("reason", invoices.reason(invoice.number()).orElse(null));
        values.put("proforma", invoice.kind() == InvoiceKind.PROFORMA);
        values.put("paidBy", prepaid.signum() > 0 ? invoice.proforma() : null);
        values.put("prepaid", print.amount(prepaid));
        values.put("paidOn", paidOn(invoice.proforma(), print));
        values.put("lines", lines.stream().map(line -> cells(line, print)).toList());
        values.put("totals", print.totals(invoices.totals(invoice)));
        values.put("toPay", toPay);
        values.put("credit", credit.signum() == 0 ? null : print.amount(credit));
        values.put("left", print.amount(left));
        values.put(
                "qr",
                toPay
                        ? PaymentCode.of(seller, left, invoice.number())
                                .map(QrPicture::of)
                                .orElse(null)
                        : null);
        return values;
    }

    /** The days on which a proforma was paid (Directive 2006/112/EC art. 226 (7)). */
    private String paidOn(@Nullable String proforma, PaperNumbers print) {
        return proforma == null
                ? ""
                : prepayments.of(proforma).stream()
                        .map(payment -> print.day(payment.paid()))
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    private static PaperNumbers.Line cells(InvoiceLine line, PaperNumbers print) {
        return new PaperNumbers.Line(
                line.line(),
                line.sku(),
                line.name(),
                line.unit(),
                print.number(line.quantity()),
                print.price(line.price()),
                print.number(line.discountPercent()),
                print.number(line.vatRate()),
                print.price(line.net()));
    }
}
