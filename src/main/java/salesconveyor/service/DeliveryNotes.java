package salesconveyor.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Sellers;
import salesconveyor.selling.Ordering;
import salesconveyor.shared.Texts;
import salesconveyor.shared.pdf.PaperNumbers;
import salesconveyor.shared.pdf.PdfWriter;

/** The paper that goes along with a delivery. */
@Component
@Transactional
public class DeliveryNotes {
    /** One line of the paper. */
    public record Row(int line, String sku, String name, String quantity, String unit, String ordered) {}

    private final Deliveries deliveries;
    private final Ordering ordering;
    private final Companies companies;
    private final Sellers sellers;
    private final PdfWriter papers;
    private final Texts texts;
    private final Clock clock;

    DeliveryNotes(
            Deliveries deliveries,
            Ordering ordering,
            Companies companies,
            Sellers sellers,
            PdfWriter papers,
            Texts texts,
            Clock clock) {
        this.deliveries = deliveries;
        this.ordering = ordering;
        this.companies = companies;
        this.sellers = sellers;
        this.papers = papers;
        this.texts = texts;
        this.clock = clock;
    }

    /** The paper as PDF, in the language of this installation. */
    public Optional<byte[]> pdf(String number) {
        return deliveries.find(number).map(this::pdf);
    }

    private byte[] pdf(Delivery delivery) {
        Map<String, Object> values = new HashMap<>();
        values.put("delivery", delivery);
        values.put("rows", rows(delivery));
        values.put("company", companies.get(delivery.companyNumber()));
        values.put(
                "day", day(delivery.shipped().atZoneSameInstant(clock.getZone()).toLocalDate()));
        LocalDate accepted = delivery.dispatch().acceptedOn();
        values.put("accepted", accepted == null ? "" : day(accepted));
        var seller = sellers.get();
        values.put(
                "sender", String.join(", ", seller.name(), seller.street(), seller.postcode() + " " + seller.city()));
        return papers.write("deliveryNote", values);
    }

    /** A day as papers and letters write it. */
    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(texts.locale())
                .format(day);
    }

    private List<Row> rows(Delivery delivery) {
        var lines = ordering.lines(delivery.orderNumber());
        var print = new PaperNumbers(texts.locale(), sellers.get().currency());
        return delivery.lines().stream()
                .map(left -> {
                    var line = lines.stream()
                            .filter(ordered -> ordered.line() == left.line())
                            .findFirst()
                            .orElseThrow();
                    return new Row(
                            line.line(),
                            line.sku(),
                            line.name(),
                            print.number(left.quantity()),
                            line.unit(),
                            print.number(line.quantity()));
                })
                .toList();
    }
}
