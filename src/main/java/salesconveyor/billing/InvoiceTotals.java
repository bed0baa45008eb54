package salesconveyor.billing;

import java.math.BigDecimal;
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
                        .map(line -> new VatTotals.Line(vat(line.vatRate()), Money.of(line.net(), currency)))
                        .toList());
    }

    static Vat vat(BigDecimal rate) {
        return rate.signum() == 0 ? Vat.none(Vat.Category.ZERO_RATED) : Vat.standard(rate);
    }
}
