package salesconveyor.shared;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The totals of a proposal, order or invoice by EN 16931: tax is reckoned once for each category and rate. */
public record VatTotals(Money net, Money tax, Money gross, List<Part> parts) {

    /** The net amount of one line, and how it is taxed. */
    public record Line(Vat vat, Money net) {}

    /** All lines that are taxed alike. */
    public record Part(Vat vat, Money basis, Money tax) {}

    public VatTotals {
        parts = List.copyOf(parts);
    }

    public static VatTotals of(String currency, List<Line> lines) {
        Map<Vat, Money> bases = new TreeMap<>();
        for (Line line : lines) {
            bases.merge(line.vat(), line.net(), Money::plus);
        }
        List<Part> parts = bases.entrySet().stream()
                .map(base ->
                        new Part(base.getKey(), base.getValue(), base.getKey().on(base.getValue())))
                .toList();
        Money net = parts.stream().map(Part::basis).reduce(Money.zero(currency), Money::plus);
        Money tax = parts.stream().map(Part::tax).reduce(Money.zero(currency), Money::plus);
        return new VatTotals(net, tax, net.plus(tax), parts);
    }
}
