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
 * @param withdrawn the numbers of proformas that count no more, with their companies
 * @param payers the accounts that have paid before, with the companies they paid for
 * @param taxpayers the tax numbers of the companies that owe us
 */
record Books(
        List<OpenInvoice> open,
        Map<String, String> settled,
        Map<String, String> withdrawn,
        Map<String, Set<String>> payers,
        Map<String, Set<String>> taxpayers) {

    /** For whom this payer has paid before; of an unknown account, who has his tax number. */
    Set<String> companiesOf(@Nullable String account, @Nullable String taxNumber) {
        Set<String> byAccount = of(payers, account);
        return byAccount.isEmpty() ? of(taxpayers, taxNumber) : byAccount;
    }

    private static Set<String> of(Map<String, Set<String>> companies, @Nullable String key) {
        return key == null ? Set.of() : companies.getOrDefault(key, Set.of());
    }

    /** What is open, by the number of each invoice and proforma that is not paid in full. */
    Map<String, BigDecimal> openAmounts() {
        return open.stream().collect(Collectors.toMap(OpenInvoice::number, OpenInvoice::open));
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
        return new Books(List.copyOf(stillOpen), Map.copyOf(nowSettled), withdrawn, payers, taxpayers);
    }
}
