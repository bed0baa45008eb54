package salesconveyor.payments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What matching knows before a payment comes.
 *
 * @param settled the numbers of paid invoices, with their companies
 * @param payers the accounts that have paid before, with the companies they paid for
 */
record Books(List<OpenInvoice> open, Map<String, String> settled, Map<String, Set<String>> payers) {

    Set<String> companiesOf(@Nullable String iban) {
        return iban == null ? Set.of() : payers.getOrDefault(iban, Set.of());
    }

    List<OpenInvoice> openOf(String companyNumber, String currency) {
        return open.stream()
                .filter(invoice -> invoice.companyNumber().equals(companyNumber))
                .filter(invoice -> invoice.currency().equals(currency))
                .sorted(OpenInvoice.OLDEST_FIRST)
                .toList();
    }

    /** The books for the next payment, so that two of one file cannot both settle the same invoice. */
    Books after(Match match) {
        Map<String, BigDecimal> paid = match.shares().stream()
                .collect(Collectors.toMap(Match.Share::invoiceNumber, Match.Share::amount, BigDecimal::add));
        List<OpenInvoice> stillOpen = new ArrayList<>();
        Map<String, String> nowSettled = new HashMap<>(settled);
        for (OpenInvoice invoice : open) {
            BigDecimal left = invoice.open().subtract(paid.getOrDefault(invoice.number(), BigDecimal.ZERO));
            if (left.signum() > 0) {
                stillOpen.add(new OpenInvoice(
                        invoice.number(), invoice.companyNumber(), left, invoice.currency(), invoice.due()));
            } else {
                nowSettled.put(invoice.number(), invoice.companyNumber());
            }
        }
        return new Books(List.copyOf(stillOpen), Map.copyOf(nowSettled), payers);
    }
}
