package salesconveyor.billing.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mustangproject.Allowance;
import org.mustangproject.BankDetails;
import org.mustangproject.Contact;
import org.mustangproject.Invoice;
import org.mustangproject.Item;
import org.mustangproject.Product;
import org.mustangproject.TradeParty;
import org.mustangproject.ZUGFeRD.Profiles;
import org.mustangproject.ZUGFeRD.ZUGFeRDExporterFromA3;
import salesconveyor.companies.Company;
import salesconveyor.companies.Seller;
import salesconveyor.shared.Vat;

/**
 * Puts the electronic invoice into the PDF that people read: Factur-X / ZUGFeRD 2, profile EN 16931, so that one file is
 * both. The library reckons the totals by EN 16931 from the same lines; a test holds them against ours.
 */
public final class EInvoice {
    /**
     * @param correction whether it is a credit note (UNTDID 1001: 381, else 380)
     * @param corrects the invoice that a credit note corrects
     * @param due the last day to pay; empty where nothing is to be paid
     * @param prepaid what was paid before on the proforma
     */
    public record Head(
            String number,
            boolean correction,
            @Nullable String corrects,
            String order,
            String currency,
            LocalDate issued,
            @Nullable LocalDate due,
            BigDecimal prepaid) {}

    /** @param net what is charged for the line after its discount, rounded to cents */
    public record Line(
            String sku, String name, String unit, BigDecimal quantity, BigDecimal price, BigDecimal net, Vat vat) {}

    /** UN/ECE recommendation 20; whatever a price list calls otherwise is a piece. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("h", "HUR"),
            Map.entry("hour", "HUR"),
            Map.entry("ч", "HUR"),
            Map.entry("day", "DAY"),
            Map.entry("month", "MON"),
            Map.entry("kg", "KGM"),
            Map.entry("кг", "KGM"),
            Map.entry("t", "TNE"),
            Map.entry("т", "TNE"),
            Map.entry("m", "MTR"),
            Map.entry("м", "MTR"),
            Map.entry("m2", "MTK"),
            Map.entry("m²", "MTK"),
            Map.entry("m3", "MTQ"),
            Map.entry("m³", "MTQ"),
            Map.entry("l", "LTR"),
            Map.entry("л", "LTR"));

    private EInvoice() {}

    /** @param address what the paper prints, line by line; empty: what the card of the company tells */
    public record Buyer(Company company, @Nullable String address) {}

    /** @return the same PDF/A-3 with {@code factur-x.xml} in it */
    public static byte[] into(byte[] pdf, Head head, List<Line> lines, Seller seller, Buyer buyer) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (var exporter = new ZUGFeRDExporterFromA3()) {
            exporter.setProducer("Sales Conveyor")
                    .setCreator(seller.name())
                    .setProfile(Profiles.getByName("EN16931"))
                    .load(pdf);
            exporter.setTransaction(invoice(head, lines, seller, buyer));
            exporter.export(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(head.number(), e);
        }
        return whole.toByteArray();
    }

    private static Invoice invoice(Head head, List<Line> lines, Seller seller, Buyer buyer) {
        Invoice invoice = new Invoice()
                .setNumber(head.number())
                .setIssueDate(date(head.issued()))
                .setCurrency(head.currency())
                .setSender(sender(seller))
                .setRecipient(recipient(buyer, seller))
                .setSellerOrderReferencedDocumentID(head.order())
                .setTotalPrepaidAmount(head.prepaid());
        if (head.due() != null) {
            invoice.setDueDate(date(head.due()));
        }
        if (head.correction()) {
            invoice.setCreditNote(Objects.requireNonNull(head.corrects()));
        }
        lines.forEach(line -> invoice.addItem(item(line)));
        return invoice;
    }

    private static Item item(Line line) {
        Product product = new Product(
                        line.name(), "", unit(line.unit()), line.vat().percent())
                .setSellerAssignedID(line.sku())
                .setTaxCategoryCode(line.vat().category().code());
        Item item = new Item(product, line.price(), line.quantity());
        BigDecimal discount = line.price().multiply(line.quantity()).subtract(line.net());
        if (discount.signum() > 0) {
            Allowance allowance = new Allowance(discount);
            allowance.setReason("Discount").setTaxPercent(line.vat().percent());
            item.addAllowance(allowance);
        }
        return item;
    }

    private static TradeParty sender(Seller seller) {
        TradeParty party = new TradeParty(
                        seller.name(), seller.street(), seller.postcode(), seller.city(), seller.country())
                .setEmail(seller.email())
                .setContact(new Contact(seller.name(), seller.phone(), seller.email()))
                .addBankDetails(new BankDetails(seller.iban(), seller.bic()));
        if (seller.vatId() != null) {
            party.addVATID(seller.vatId());
        }
        if (seller.taxNumber() != null) {
            party.addTaxID(seller.taxNumber());
        }
        return party;
    }

    /** EN 16931 asks for the buyer's country (BR-11): where his card does not tell it, he is taken for a neighbour. */
    private static TradeParty recipient(Buyer who, Seller seller) {
        Company buyer = who.company();
        String country = buyer.country() == null || buyer.country().length() != 2 ? seller.country() : buyer.country();
        TradeParty party = new TradeParty().setName(buyer.name()).setCountry(country);
        if (who.address() != null) {
            BuyerAddress.write(who.address(), party);
        } else if (buyer.city() != null) {
            party.setLocation(buyer.city());
        }
        if (buyer.email() != null) {
            party.setEmail(buyer.email());
        }
        String tax = buyer.taxNumber();
        if (tax != null && tax.matches("[A-Z]{2}.*")) {
            party.addVATID(tax);
        }
        return party;
    }

    private static String unit(String unit) {
        return UNITS.getOrDefault(unit.strip().toLowerCase(Locale.ROOT).replaceAll("\\.$", ""), "C62");
    }

    /** The library writes the day of the machine's own zone. */
    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
