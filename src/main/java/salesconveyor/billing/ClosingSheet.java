package salesconveyor.billing;

import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Company;
import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;
import salesconveyor.shared.pdf.PaperNumbers;
import salesconveyor.shared.pdf.PdfWriter;

/**
 * A closing paper as PDF, printed once and kept. It is Russian in every installation: the law asks for primary documents
 * in Russian, and prescribes the words of the form (Government Decree 1137 of 26.12.2011, annex 1).
 */
@Component
@Transactional
public class ClosingSheet {
    /** @param price of one unit after the discount, without VAT */
    record Row(
            int line,
            String sku,
            String name,
            RussianUnit unit,
            String quantity,
            String price,
            String net,
            String rate,
            String vat,
            String gross) {}

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Pattern KPP = Pattern.compile("(?iu)КПП\\s*:?\\s*(\\d{9})");

    private final ClosingPapers papers;
    private final Invoices invoices;
    private final Sellers sellers;
    private final Companies companies;
    private final BillingData data;
    private final Prepayments prepayments;
    private final PdfWriter writer;

    ClosingSheet(
            ClosingPapers papers,
            Invoices invoices,
            Sellers sellers,
            Companies companies,
            BillingData data,
            Prepayments prepayments,
            PdfWriter writer) {
        this.papers = papers;
        this.invoices = invoices;
        this.sellers = sellers;
        this.companies = companies;
        this.data = data;
        this.prepayments = prepayments;
        this.writer = writer;
    }

    /** @return the PDF */
    public byte[] of(String number) {
        return papers.printed(number).orElseGet(() -> papers.keep(number, print(number)));
    }

    private byte[] print(String number) {
        ClosingPaper paper = papers.find(number).orElseThrow();
        String template = paper.kind() == ClosingKind.UPD ? "paper/upd" : "paper/act";
        return writer.write(template, values(paper), RUSSIAN);
    }

    private Map<String, ?> values(ClosingPaper paper) {
        var print = new PaperNumbers(RUSSIAN, paper.currency());
        Seller seller = sellers.get();
        Company buyer = companies.get(paper.companyNumber());
        String address = data.address(paper.companyNumber()).orElse(null);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("number", paper.number());
        values.put("status", paper.vat().signum() == 0 ? "2" : "1");
        values.put("issued", print.day(paper.issued()));
        values.put("shipped", print.day(paper.shipped()));
        values.put("shipment", paper.shipment());
        values.put("order", paper.orderNumber());
        values.put("bill", bill(paper, print));
        values.put("payments", payments(paper, print));
        values.put("seller", seller);
        values.put("sellerAddress", String.join(", ", seller.postcode(), seller.city(), seller.street()));
        values.put("sellerTax", joined(seller.taxNumber(), seller.kpp()));
        values.put("buyer", buyer);
        values.put("buyerAddress", address == null ? cardAddress(buyer) : withoutKpp(address));
        values.put("buyerTax", joined(buyer.taxNumber(), address == null ? null : kpp(address)));
        values.put("currency", currency(paper.currency()));
        values.put(
                "rows",
                papers.lines(paper.number()).stream()
                        .map(line -> row(line, print))
                        .toList());
        values.put("net", print.price(paper.net()));
        values.put("vat", paper.vat().signum() == 0 ? "без НДС" : print.price(paper.vat()));
        values.put("gross", print.price(paper.gross()));
        return values;
    }

    /**
     * What was paid before the delivery, which line 5 must name (Tax Code art. 169 (5) no. 4; Decree 1137). A bank whose
     * file does not tell the number of the payment order leaves room to write it in.
     */
    private String payments(ClosingPaper paper, PaperNumbers print) {
        String told = invoices.ofOrder(paper.orderNumber()).stream()
                .filter(invoice -> invoice.kind() != InvoiceKind.CREDIT_NOTE)
                .flatMap(invoice -> prepayments.of(invoice.number()).stream())
                .filter(payment -> !payment.paid().isAfter(paper.shipped()))
                .map(payment -> Objects.requireNonNullElse(payment.order(), "________") + " от "
                        + print.day(Objects.requireNonNullElse(payment.orderDay(), payment.paid())))
                .distinct()
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? "—" : told;
    }

    /** Which bill the delivery belongs to: the base of the transfer. */
    private String bill(ClosingPaper paper, PaperNumbers print) {
        return invoices.ofOrder(paper.orderNumber()).stream()
                        .filter(invoice -> invoice.kind() == InvoiceKind.INVOICE)
                        .findFirst()
                        .map(invoice -> "счёт № " + invoice.number() + " от " + print.day(invoice.issued()) + ", ")
                        .orElse("")
                + "заказ № " + paper.orderNumber();
    }

    private static Row row(ClosingLine line, PaperNumbers print) {
        boolean free = line.vatRate().signum() == 0;
        return new Row(
                line.line(),
                line.sku(),
                line.name(),
                RussianUnit.of(line.unit()),
                print.number(line.quantity()),
                print.price(line.net().divide(line.quantity(), 2, RoundingMode.HALF_UP)),
                print.price(line.net()),
                free ? "без НДС" : print.number(line.vatRate()) + " %",
                free ? "без НДС" : print.price(line.vat()),
                print.price(line.net().add(line.vat())));
    }

    private static String joined(@Nullable String inn, @Nullable String kpp) {
        return kpp == null ? Objects.requireNonNullElse(inn, "—") : Objects.requireNonNullElse(inn, "—") + " / " + kpp;
    }

    private static @Nullable String cardAddress(Company buyer) {
        String address = Stream.of(buyer.postcode(), buyer.city())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return address.isEmpty() ? null : address;
    }

    private static @Nullable String kpp(String address) {
        Matcher kpp = KPP.matcher(address);
        return kpp.find() ? kpp.group(1) : null;
    }

    private static String withoutKpp(String address) {
        List<String> lines = KPP.matcher(address)
                .replaceAll("")
                .lines()
                .map(line -> line.strip().replaceAll("[,;]$", ""))
                .filter(line -> !line.isEmpty())
                .toList();
        return String.join(", ", lines);
    }

    /** By its name and its digits in the classifier of currencies. */
    private static String currency(String code) {
        var currency = java.util.Currency.getInstance(code);
        return currency.getDisplayName(RUSSIAN) + ", " + "%03d".formatted(currency.getNumericCode());
    }
}
