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

    /**
     * What goes when of these lines only the rest stays. However often a part is taken away, the taxes of the parts add
     * up to the tax of the whole, which parts that are rounded one by one would miss by a cent.
     */
    public VatTotals minus(VatTotals rest) {
        List<Part> gone = parts.stream()
                .map(part -> rest.parts.stream()
                        .filter(other -> other.vat.equals(part.vat))
                        .findFirst()
                        .map(other -> new Part(part.vat, part.basis.minus(other.basis), part.tax.minus(other.tax)))
                        .orElse(part))
                .filter(part -> !part.basis.isZero() || !part.tax.isZero())
                .toList();
        return new VatTotals(net.minus(rest.net), tax.minus(rest.tax), gross.minus(rest.gross), gone);
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
