package salesconveyor.payments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import salesconveyor.payments.Match.Rule;
import salesconveyor.payments.Match.Share;

/**
 * Places a payment on invoices, by the first rule that fits: what the payer names, to the cent; who he is, by account or
 * tax number, with the amount of one of his invoices; what he names with another amount; several of his invoices that
 * add up to it in one way only. In every other case a person decides, because money on the wrong invoice reminds a
 * client who has paid: so, too, when what he names was paid before, or is a proforma that was withdrawn. What was written
 * off is owed still: who names it and pays more than he is asked for pays that.
 */
final class Matching {
    private static final int MOST_TO_ADD = 12;

    private final Received money;
    private final Map<String, BigDecimal> asked; // without what was written off
    private final Books books;
    private final Set<String> named;

    private Matching(Received money, Books books) {
        this.money = money;
        this.named = InvoiceNumbers.in(money.words());
        this.asked = books.openAmounts();
        BigDecimal askedFor = total(books.open().stream()
                .filter(invoice -> named.contains(invoice.number()))
                .toList());
        this.books = money.amount().compareTo(askedFor) > 0 ? books.asking(named) : books;
    }

    static Match match(Received money, Books books) {
        return new Matching(money, books).place();
    }

    private Match place() {
        List<OpenInvoice> open = books.open().stream()
                .filter(invoice -> named.contains(invoice.number()))
                .sorted(OpenInvoice.OLDEST_FIRST)
                .toList();
        if (!open.isEmpty()) {
            return byName(open);
        }
        Set<String> paidBefore = namedIn(books.settled());
        if (!paidBefore.isEmpty()) {
            return ask(Rule.DUPLICATE, paidBefore);
        }
        Set<String> tooLate = namedIn(books.withdrawn());
        return tooLate.isEmpty() ? byPayer() : askPayers(tooLate);
    }

    private Set<String> namedIn(Map<String, String> papers) {
        return named.stream()
                .filter(papers::containsKey)
                .map(papers::get)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Match askPayers(Set<String> companies) {
        companies.addAll(books.companiesOf(money.payerIban(), money.payerTaxNumber()));
        return ask(Rule.UNMATCHED, companies);
    }

    private Match byName(List<OpenInvoice> open) {
        Set<String> companies =
                open.stream().map(OpenInvoice::companyNumber).collect(Collectors.toCollection(HashSet::new));
        Set<String> payers = books.companiesOf(money.payerIban(), money.payerTaxNumber());
        boolean otherMoney =
                open.stream().anyMatch(invoice -> !invoice.currency().equals(money.currency()));
        int compared = money.amount().compareTo(total(open));
        if (compared == 0 && !otherMoney) {
            return settle(open.size() == 1 ? Rule.EXACT : Rule.SEVERAL, open);
        }
        if (payers.size() == 1 && payers.equals(companies)) {
            var meant = ofAmount(books.openOf(payers.iterator().next(), money.currency()));
            if (meant.isPresent()) {
                return settle(Rule.PAYER, List.of(meant.get()));
            }
        }
        boolean otherPayer = !payers.isEmpty() && payers.stream().noneMatch(companies::contains);
        if (otherMoney || otherPayer || companies.size() > 1) {
            return askPayers(companies);
        }
        if (compared < 0) {
            return settle(Rule.PARTIAL, open);
        }
        List<OpenInvoice> all = books.openOf(open.get(0).companyNumber(), money.currency());
        // To the cent all that he owes is no overpayment of the one that he names.
        return isTotal(all) ? settle(Rule.SEVERAL, all) : settle(Rule.OVER, open);
    }

    private Match byPayer() {
        Set<String> companies = books.companiesOf(money.payerIban(), money.payerTaxNumber());
        if (companies.size() != 1) {
            return ask(Rule.UNMATCHED, companies);
        }
        List<OpenInvoice> open = books.openOf(companies.iterator().next(), money.currency());
        var meant = ofAmount(open);
        if (meant.isPresent()) {
            return settle(Rule.PAYER, List.of(meant.get()));
        }
        if (isTotal(open)) {
            return settle(Rule.SEVERAL, open);
        }
        List<List<OpenInvoice>> several = addingUp(open);
        return several.size() == 1 ? settle(Rule.SEVERAL, several.get(0)) : ask(Rule.UNMATCHED, companies);
    }

    /** The oldest invoice of exactly this amount. */
    private Optional<OpenInvoice> ofAmount(List<OpenInvoice> open) {
        return open.stream().filter(invoice -> isTotal(List.of(invoice))).findFirst();
    }

    /** Every choice of at least two invoices that is exactly this amount. Who owes on very many is asked. */
    private List<List<OpenInvoice>> addingUp(List<OpenInvoice> open) {
        List<List<OpenInvoice>> found = new ArrayList<>();
        if (open.size() <= MOST_TO_ADD) {
            for (int choice = 1; choice < 1 << open.size(); choice++) {
                int chosen = choice;
                List<OpenInvoice> some = IntStream.range(0, open.size())
                        .filter(n -> (chosen >> n & 1) == 1)
                        .mapToObj(open::get)
                        .toList();
                if (some.size() > 1 && isTotal(some)) {
                    found.add(some);
                }
            }
        }
        return found;
    }

    /** Fills what is asked for, in the order of the invoices as far as the money reaches, then what was written off. */
    private Match settle(Rule rule, List<OpenInvoice> invoices) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        BigDecimal rest =
                fill(shares, invoices, money.amount(), invoice -> asked.getOrDefault(invoice.number(), BigDecimal.ZERO)
                        .min(invoice.open()));
        rest = fill(shares, invoices, rest, OpenInvoice::open);
        return new Match(
                rule,
                shares.entrySet().stream()
                        .map(share -> new Share(share.getKey(), share.getValue()))
                        .toList(),
                rest,
                known(),
                Set.of());
    }

    private static BigDecimal fill(
            Map<String, BigDecimal> shares,
            List<OpenInvoice> invoices,
            BigDecimal money,
            Function<OpenInvoice, BigDecimal> most) {
        BigDecimal rest = money;
        for (OpenInvoice invoice : invoices) {
            BigDecimal share =
                    rest.min(most.apply(invoice).subtract(shares.getOrDefault(invoice.number(), BigDecimal.ZERO)));
            if (share.signum() > 0) {
                shares.merge(invoice.number(), share, BigDecimal::add);
                rest = rest.subtract(share);
            }
        }
        return rest;
    }

    private Match ask(Rule rule, Set<String> candidates) {
        return new Match(rule, List.of(), money.amount(), known(), new TreeSet<>(candidates));
    }

    private Set<String> known() {
        Set<String> known = new TreeSet<>(books.settled().keySet());
        known.addAll(books.withdrawn().keySet());
        books.open().forEach(invoice -> known.add(invoice.number()));
        known.retainAll(named);
        return known;
    }

    private boolean isTotal(List<OpenInvoice> invoices) {
        return money.amount().compareTo(total(invoices)) == 0;
    }

    private static BigDecimal total(List<OpenInvoice> invoices) {
        return invoices.stream().map(OpenInvoice::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
