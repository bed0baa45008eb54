package salesconveyor.payments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What matching knows before a payment comes.
 *
 * @param writtenOff what of invoices was written off: nobody is asked for it, but who names one may still pay it
 * @param settled the numbers of paid invoices, with their companies
 * @param withdrawn the numbers of proformas that count no more, with their companies
 * @param payers the accounts that have paid before, with the companies they paid for
 * @param taxpayers the tax numbers of the companies that owe us
 */
record Books(
        List<OpenInvoice> open,
        List<OpenInvoice> writtenOff,
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

    /** The same with what was written off, which a payment takes back. */
    Map<String, BigDecimal> payableAmounts() {
        return Stream.concat(open.stream(), writtenOff.stream())
                .collect(Collectors.toMap(OpenInvoice::number, OpenInvoice::open, BigDecimal::add));
    }

    boolean isWrittenOff(String number) {
        return writtenOff.stream().anyMatch(invoice -> invoice.number().equals(number));
    }

    /** The books as if what was written off of these invoices were asked for. */
    Books asking(Set<String> numbers) {
        Map<String, OpenInvoice> asked = new LinkedHashMap<>();
        Stream.concat(open.stream(), writtenOff.stream().filter(invoice -> numbers.contains(invoice.number())))
                .forEach(invoice -> asked.merge(invoice.number(), invoice, (one, other) -> one.plus(other.open())));
        return new Books(List.copyOf(asked.values()), List.of(), settled, withdrawn, payers, taxpayers);
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
        Map<String, BigDecimal> paid = new HashMap<>();
        match.shares().forEach(share -> paid.merge(share.invoiceNumber(), share.amount(), BigDecimal::add));
        List<OpenInvoice> stillOpen = less(open, paid);
        List<OpenInvoice> stillWrittenOff = less(writtenOff, paid);
        Map<String, String> nowSettled = new HashMap<>(settled);
        open.forEach(invoice -> nowSettled.put(invoice.number(), invoice.companyNumber()));
        stillOpen.forEach(invoice -> nowSettled.remove(invoice.number()));
        return new Books(stillOpen, stillWrittenOff, Map.copyOf(nowSettled), withdrawn, payers, taxpayers);
    }

    /** @param paid loses what these take of it */
    private static List<OpenInvoice> less(List<OpenInvoice> owed, Map<String, BigDecimal> paid) {
        List<OpenInvoice> left = new ArrayList<>();
        for (OpenInvoice invoice : owed) {
            BigDecimal part =
                    paid.getOrDefault(invoice.number(), BigDecimal.ZERO).min(invoice.open());
            paid.computeIfPresent(invoice.number(), (number, money) -> money.subtract(part));
            if (part.compareTo(invoice.open()) < 0) {
                left.add(invoice.plus(part.negate()));
            }
        }
        return List.copyOf(left);
    }
}
