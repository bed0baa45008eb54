package salesconveyor.billing;

import java.util.List;
import salesconveyor.shared.Money;
import salesconveyor.shared.Vat;
import salesconveyor.shared.VatTotals;

/** Sums the lines of an invoice: tax is reckoned once for each rate (EN 16931, BR-CO-17). */
final class InvoiceTotals {
    private InvoiceTotals() {}

    static VatTotals of(List<InvoiceLine> lines, String currency) {
        return VatTotals.of(
                currency,
                lines.stream()
                        .map(line -> new VatTotals.Line(Vat.ofRate(line.vatRate()), Money.of(line.net(), currency)))
                        .toList());
    }
}
