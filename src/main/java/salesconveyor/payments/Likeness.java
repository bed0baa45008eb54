package salesconveyor.payments;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What speaks for it that an entry has to do with an invoice. */
final class Likeness {
    /** What the payer names counts more than the amount, that more than who he is, and his name the least. */
    enum Reason {
        NAMED("named by the payer", 8),
        NAMED_PAID("named by the payer, but paid already", 8),
        NAMED_WITHDRAWN("named by the payer, but withdrawn", 8),
        AMOUNT("the same amount", 4),
        PAYER("the payer's account or tax number", 2),
        NAME("the payer's name", 1),
        WRITTEN_OFF("written off; a payment takes that back", -1);

        private final String words;
        private final int weight;

        Reason(String words, int weight) {
            this.words = words;
            this.weight = weight;
        }

        String words() {
            return words;
        }
    }

    private static final Set<String> LEGAL_FORMS = Set.of("gmbh", "ltd", "llc", "inc", "ооо", "зао", "оао", "пао");

    private final BigDecimal amount;
    private final Set<String> named;
    private final Set<String> withdrawn;
    private final Books books;
    private final boolean incoming;
    private final Set<String> payers;
    private final Set<String> told;

    /** @param payers whom account, tax number or a named invoice speak for */
    Likeness(BankEntry entry, Set<String> payers, Books books) {
        this.amount = entry.amount().abs();
        this.named = InvoiceNumbers.in(entry.words());
        this.withdrawn = books.withdrawn().keySet();
        this.books = books;
        this.incoming = entry.incoming();
        this.payers = payers;
        this.told = words(entry.partyName() + " " + entry.purpose());
    }

    /** @param most what of the invoice can be meant; nothing but its number speaks for one of which nothing is open */
    Set<Reason> reasons(String invoice, String company, String companyName, BigDecimal most) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        boolean open = most.signum() > 0;
        if (named.contains(invoice)) {
            reasons.add(open ? Reason.NAMED : withdrawn.contains(invoice) ? Reason.NAMED_WITHDRAWN : Reason.NAMED_PAID);
        }
        if (open && most.compareTo(amount) == 0) {
            reasons.add(Reason.AMOUNT);
        }
        if (open && payers.contains(company)) {
            reasons.add(Reason.PAYER);
        }
        if (open && isTold(companyName)) {
            reasons.add(Reason.NAME);
        }
        if (incoming && !reasons.isEmpty() && books.isWrittenOff(invoice)) {
            reasons.add(Reason.WRITTEN_OFF);
        }
        return reasons;
    }

    static int weight(Set<Reason> reasons) {
        return reasons.stream().mapToInt(reason -> reason.weight).sum();
    }

    private boolean isTold(String companyName) {
        Set<String> words = words(companyName);
        return !words.isEmpty() && told.containsAll(words);
    }

    /** The words of a name that tell one company from another. */
    private static Set<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+"))
                .filter(word -> word.length() > 2)
                .filter(word -> !LEGAL_FORMS.contains(word))
                .collect(Collectors.toSet());
    }
}
