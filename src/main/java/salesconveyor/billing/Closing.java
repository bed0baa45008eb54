package salesconveyor.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;
import salesconveyor.selling.Ordering;
import salesconveyor.shared.Numbering;

/**
 * Writes the papers that close a delivery under Russian law, once for each delivery: a universal transfer document, and
 * an act for services without VAT. Services with VAT stand on the transfer document: an act would owe the client an
 * invoice for tax within five days (Tax Code art. 168 (3)). Under the rules of the EU there is none.
 */
@Component
@Transactional
public class Closing {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ClosingPapers papers;
    private final Sellers sellers;
    private final Ordering ordering;
    private final Numbering numbering;
    private final PaperTrace trace;
    private final Clock clock;

    Closing(
            ClosingPapers papers,
            Sellers sellers,
            Ordering ordering,
            Numbering numbering,
            PaperTrace trace,
            Clock clock) {
        this.papers = papers;
        this.sellers = sellers;
        this.ordering = ordering;
        this.numbering = numbering;
        this.trace = trace;
        this.clock = clock;
    }

    /**
     * @param delivered the quantity that this delivery holds, by line of the order
     * @return the numbers of the delivery's papers; none under the rules of the EU
     */
    public List<String> close(String order, String shipment, LocalDate shipped, Map<Integer, BigDecimal> delivered) {
        Seller seller = sellers.get();
        if (!seller.profile().equals("RU")) {
            return List.of();
        }
        papers.lock(order);
        if (papers.ofShipment(shipment).isEmpty()) {
            Map<ClosingKind, List<ClosingLine>> lines = new EnumMap<>(ClosingKind.class);
            for (ClosingLine line : lines(order, delivered)) {
                lines.computeIfAbsent(kind(line), kind -> new ArrayList<>()).add(line);
            }
            lines.forEach((kind, ofKind) -> write(kind, order, shipment, shipped, ofKind, seller.currency()));
        }
        return papers.ofShipment(shipment).stream().map(ClosingPaper::number).toList();
    }

    private static ClosingKind kind(ClosingLine line) {
        return line.vatRate().signum() == 0 && RussianUnit.isService(line.unit()) ? ClosingKind.ACT : ClosingKind.UPD;
    }

    /** Each delivery takes the difference that it makes, so that all together are the order to the kopeck. */
    private List<ClosingLine> lines(String order, Map<Integer, BigDecimal> delivered) {
        Map<Integer, BigDecimal> before = papers.closed(order);
        List<InvoiceLine> ordered =
                ordering.lines(order).stream().map(InvoiceLine::of).toList();
        Map<BigDecimal, BigDecimal> taxed = new HashMap<>();
        for (InvoiceLine line : ordered) {
            taxed.merge(rate(line), net(line, closed(before, line)), BigDecimal::add);
        }
        List<ClosingLine> lines = new ArrayList<>();
        for (InvoiceLine line : ordered) {
            BigDecimal quantity = delivered.getOrDefault(line.line(), BigDecimal.ZERO);
            if (quantity.signum() > 0) {
                BigDecimal closed = closed(before, line);
                BigDecimal net = net(line, closed.add(quantity)).subtract(net(line, closed));
                BigDecimal basis = taxed.getOrDefault(rate(line), BigDecimal.ZERO);
                BigDecimal tax = tax(line, basis.add(net)).subtract(tax(line, basis));
                taxed.put(rate(line), basis.add(net));
                lines.add(new ClosingLine(
                        line.line(), line.sku(), line.name(), line.unit(), quantity, line.vatRate(), net, tax));
            }
        }
        return lines;
    }

    private static BigDecimal closed(Map<Integer, BigDecimal> before, InvoiceLine line) {
        return before.getOrDefault(line.line(), BigDecimal.ZERO);
    }

    private static BigDecimal rate(InvoiceLine line) {
        return line.vatRate().stripTrailingZeros();
    }

    private static BigDecimal net(InvoiceLine line, BigDecimal quantity) {
        return line.part(quantity).net();
    }

    private static BigDecimal tax(InvoiceLine line, BigDecimal basis) {
        return basis.multiply(line.vatRate()).divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }

    private void write(
            ClosingKind kind,
            String order,
            String shipment,
            LocalDate shipped,
            List<ClosingLine> lines,
            String currency) {
        LocalDate today = LocalDate.now(clock);
        BigDecimal net = lines.stream().map(ClosingLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal vat = lines.stream().map(ClosingLine::vat).reduce(BigDecimal.ZERO, BigDecimal::add);
        String number = numbering.ofYear(kind.name(), Year.from(today));
        papers.add(
                new ClosingPaper(
                        number,
                        kind,
                        shipment,
                        order,
                        ordering.get(order).companyNumber(),
                        today,
                        shipped,
                        net,
                        vat,
                        net.add(vat),
                        currency),
                lines);
        trace.add(number, PaperTrace.ISSUED, null);
    }
}
