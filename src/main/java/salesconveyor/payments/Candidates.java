package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.Invoices;
import salesconveyor.companies.Companies;
import salesconveyor.shared.Texts;

/** The invoices that an entry may have paid, with the reasons that speak for each, and the search for any other. */
@Component
@Transactional
public class Candidates {
    /** @param most what can be assigned to it: what is open, or of a returned payment what was paid and not returned yet */
    public record Candidate(
            String invoiceNumber,
            String companyNumber,
            String companyName,
            BigDecimal most,
            String currency,
            LocalDate due,
            List<String> reasons) {}

    /** An entry as its form shows it. */
    public record EntryCard(
            BigDecimal amount,
            String currency,
            LocalDate booked,
            boolean returned,
            @Nullable String returnReason,
            @Nullable String payer,
            @Nullable String account,
            String purpose,
            boolean duplicate,
            List<Candidate> candidates,
            List<Same> same) {}

    /**
     * A payment that was told of before and may be this money.
     *
     * @param name the gateway's own name of it
     * @param reason empty where nothing but the time speaks for it
     */
    public record Same(
            long id,
            BigDecimal amount,
            LocalDate booked,
            @Nullable String name,
            @Nullable String payer,
            Set<String> invoices,
            String reason) {}

    private static final int MOST = 20;

    private final Statements statements;
    private final Receivables receivables;
    private final Returns returns;
    private final ToldTwice toldTwice;
    private final Invoices invoices;
    private final Companies companies;
    private final Texts texts;

    Candidates(
            Statements statements,
            Receivables receivables,
            Returns returns,
            ToldTwice toldTwice,
            Invoices invoices,
            Companies companies,
            Texts texts) {
        this.statements = statements;
        this.receivables = receivables;
        this.returns = returns;
        this.toldTwice = toldTwice;
        this.invoices = invoices;
        this.companies = companies;
        this.texts = texts;
    }

    /** What tells one payment from another in a list. */
    public record Brief(@Nullable String payer, BigDecimal amount, String currency, LocalDate booked) {}

    public Brief brief(long entryId) {
        BankEntry entry = statements.entry(entryId);
        return new Brief(entry.partyName(), entry.amount(), entry.currency(), entry.booked());
    }

    /** An entry with its candidates, the likeliest first. */
    public EntryCard of(long entryId) {
        BankEntry entry = statements.entry(entryId);
        Set<String> named = InvoiceNumbers.in(entry.words());
        Set<String> likely = Set.copyOf(statements.candidates(entryId));
        Map<String, String> names = new HashMap<>();
        List<Candidate> candidates = all(!entry.incoming(), names)
                .map(candidate -> candidate(candidate, reasons(candidate, entry, named, likely)))
                .filter(candidate -> !candidate.reasons().isEmpty())
                .sorted(Comparator.comparingInt((Candidate candidate) -> -weight(candidate, entry, named, likely))
                        .thenComparing(candidate -> candidate.most().signum() == 0)
                        .thenComparing(Candidate::due))
                .limit(MOST)
                .toList();
        return new EntryCard(
                entry.amount(),
                entry.currency(),
                entry.booked(),
                entry.returned(),
                entry.returnReason(),
                entry.partyName(),
                entry.partyIban(),
                entry.purpose(),
                "DUPLICATE".equals(entry.matchRule()),
                candidates,
                entry.incoming() ? same(entry) : List.of());
    }

    private List<Same> same(BankEntry entry) {
        var suspicion = toldTwice.suspicion(entry, receivables.books());
        Set<Long> suspected = suspicion.stream()
                .flatMap(found -> found.told().stream())
                .map(ToldTwice.Told::id)
                .collect(Collectors.toSet());
        String why = suspicion.map(found -> texts.say(found.reason().words())).orElse("");
        return toldTwice.others(entry).stream()
                .map(told -> new Same(
                        told.id(),
                        told.amount(),
                        told.booked(),
                        told.endToEndId(),
                        told.partyName(),
                        toldTwice.invoices(told),
                        suspected.contains(told.id()) ? why : ""))
                .sorted(Comparator.comparing(row -> row.reason().isEmpty()))
                .limit(MOST)
                .toList();
    }

    /** Invoices by a part of their number or of the client's name, the open ones first. */
    public List<Candidate> search(String words, boolean returned) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return all(returned, new HashMap<>())
                .filter(candidate -> Stream.of(
                                candidate.invoiceNumber(), candidate.companyName(), candidate.companyNumber())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted)))
                .sorted(Comparator.comparing(
                                (Candidate candidate) -> candidate.most().signum() == 0)
                        .thenComparing(Candidate::due))
                .limit(MOST)
                .toList();
    }

    private Stream<Candidate> all(boolean returned, Map<String, String> names) {
        Map<String, BigDecimal> most = returned ? returns.most() : receivables.allOpen();
        return invoices.payable().stream()
                .map(invoice -> candidate(
                        invoice,
                        Stream.of(Optional.of(invoice.number()), Optional.ofNullable(invoice.proforma()))
                                .flatMap(Optional::stream)
                                .map(number -> most.getOrDefault(number, BigDecimal.ZERO))
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                        names));
    }

    private Candidate candidate(Invoice invoice, BigDecimal most, Map<String, String> names) {
        return new Candidate(
                invoice.number(),
                invoice.companyNumber(),
                names.computeIfAbsent(
                        invoice.companyNumber(), number -> companies.get(number).name()),
                most,
                invoice.currency(),
                invoice.due(),
                List.of());
    }

    private static Candidate candidate(Candidate bare, List<String> reasons) {
        return new Candidate(
                bare.invoiceNumber(),
                bare.companyNumber(),
                bare.companyName(),
                bare.most(),
                bare.currency(),
                bare.due(),
                reasons);
    }

    /** What the payer names counts more than the amount, that more than who he is, and his name the least. */
    private int weight(Candidate candidate, BankEntry entry, Set<String> named, Set<String> likely) {
        return (named.contains(candidate.invoiceNumber()) ? 8 : 0)
                + (candidate.most().compareTo(entry.amount().abs()) == 0 ? 4 : 0)
                + (likely.contains(candidate.companyNumber()) ? 2 : 0)
                + (isAlike(candidate.companyName(), entry) ? 1 : 0);
    }

    private List<String> reasons(Candidate candidate, BankEntry entry, Set<String> named, Set<String> likely) {
        List<String> reasons = new ArrayList<>();
        boolean open = candidate.most().signum() > 0;
        if (named.contains(candidate.invoiceNumber())) {
            reasons.add(open ? texts.say("named by the payer") : texts.say("named by the payer, but paid already"));
        }
        if (open && candidate.most().compareTo(entry.amount().abs()) == 0) {
            reasons.add(texts.say("the same amount"));
        }
        if (open && likely.contains(candidate.companyNumber())) {
            reasons.add(texts.say("the payer's account or tax number"));
        }
        if (open && isAlike(candidate.companyName(), entry)) {
            reasons.add(texts.say("the payer's name"));
        }
        return reasons;
    }

    private static boolean isAlike(String company, BankEntry entry) {
        Set<String> words = words(company);
        return !words.isEmpty()
                && words(entry.partyName() + " " + entry.purpose()).containsAll(words);
    }

    /** The words of a name that tell one company from another. */
    private static Set<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+"))
                .filter(word -> word.length() > 2)
                .filter(word -> !Set.of("gmbh", "ltd", "llc", "inc", "ооо", "зао", "оао", "пао")
                        .contains(word))
                .collect(Collectors.toSet());
    }
}
