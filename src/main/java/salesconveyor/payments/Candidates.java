package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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

    /** @param paidBack what the client had got back already of a payment that his bank took back */
    public record EntryCard(
            BigDecimal amount,
            String currency,
            LocalDate booked,
            boolean returned,
            @Nullable String returnReason,
            @Nullable BigDecimal paidBack,
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

    private record Ranked(Candidate candidate, Set<Likeness.Reason> reasons) {}

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
        Books books = receivables.books();
        var paidBack = entry.incoming() ? Optional.<Returns.PaidBack>empty() : returns.paidBack(entry);
        Set<String> payers = new HashSet<>(statements.candidates(entryId));
        paidBack.map(Returns.PaidBack::company).ifPresent(payers::add);
        var likeness = new Likeness(entry, payers, books);
        List<Candidate> candidates = ranked(all(!entry.incoming(), books, new HashMap<>()), likeness)
                .map(ranked -> candidate(ranked.candidate(), ranked.reasons()))
                .toList();
        return new EntryCard(
                entry.amount(),
                entry.currency(),
                entry.booked(),
                entry.returned(),
                entry.returnReason(),
                paidBack.map(Returns.PaidBack::amount).orElse(null),
                entry.partyName(),
                entry.partyIban(),
                entry.purpose(),
                "DUPLICATE".equals(entry.matchRule()),
                candidates,
                entry.incoming() ? same(entry, books) : List.of());
    }

    /**
     * The clients whose open invoices the form of an entry shows.
     *
     * @param payers whom account, tax number or a named invoice speak for
     * @param names those of clients by their number, as far as they were asked for before
     */
    Set<String> companies(BankEntry entry, Set<String> payers, Books books, Map<String, String> names) {
        Stream<Candidate> open = books.open().stream()
                .map(invoice -> candidate(
                        invoice.number(),
                        invoice.companyNumber(),
                        invoice.open(),
                        invoice.currency(),
                        invoice.due(),
                        names));
        return ranked(open, new Likeness(entry, payers, books))
                .map(ranked -> ranked.candidate().companyNumber())
                .collect(Collectors.toSet());
    }

    private Stream<Ranked> ranked(Stream<Candidate> candidates, Likeness likeness) {
        return candidates
                .map(candidate -> new Ranked(
                        candidate,
                        likeness.reasons(
                                candidate.invoiceNumber(),
                                candidate.companyNumber(),
                                candidate.companyName(),
                                candidate.most())))
                .filter(ranked -> !ranked.reasons().isEmpty())
                .sorted(Comparator.comparingInt((Ranked ranked) -> -Likeness.weight(ranked.reasons()))
                        .thenComparing(ranked -> ranked.candidate().most().signum() == 0)
                        .thenComparing(ranked -> ranked.candidate().due()))
                .limit(MOST);
    }

    private List<Same> same(BankEntry entry, Books books) {
        var suspicion = toldTwice.suspicion(entry, books);
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
        Books books = receivables.books();
        return all(returned, books, new HashMap<>())
                .filter(candidate -> Stream.of(
                                candidate.invoiceNumber(), candidate.companyName(), candidate.companyNumber())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted)))
                .sorted(Comparator.comparing(
                                (Candidate candidate) -> candidate.most().signum() == 0)
                        .thenComparing(Candidate::due))
                .limit(MOST)
                .map(found -> !returned && books.isWrittenOff(found.invoiceNumber())
                        ? candidate(found, Set.of(Likeness.Reason.WRITTEN_OFF))
                        : found)
                .toList();
    }

    private Stream<Candidate> all(boolean returned, Books books, Map<String, String> names) {
        Map<String, BigDecimal> most = returned ? returns.most() : books.payableAmounts();
        // A client may pay a proforma after its day: its order is gone, but it tells whose money that is.
        return Stream.concat(invoices.payable().stream(), invoices.withdrawn().stream())
                .map(invoice -> candidate(
                        invoice.number(),
                        invoice.companyNumber(),
                        Stream.of(Optional.of(invoice.number()), Optional.ofNullable(invoice.proforma()))
                                .flatMap(Optional::stream)
                                .map(number -> most.getOrDefault(number, BigDecimal.ZERO))
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                        invoice.currency(),
                        invoice.due(),
                        names));
    }

    private Candidate candidate(
            String invoice,
            String company,
            BigDecimal most,
            String currency,
            LocalDate due,
            Map<String, String> names) {
        return new Candidate(
                invoice,
                company,
                names.computeIfAbsent(company, number -> companies.get(number).name()),
                most,
                currency,
                due,
                List.of());
    }

    private Candidate candidate(Candidate bare, Set<Likeness.Reason> reasons) {
        return new Candidate(
                bare.invoiceNumber(),
                bare.companyNumber(),
                bare.companyName(),
                bare.most(),
                bare.currency(),
                bare.due(),
                reasons.stream().map(reason -> texts.say(reason.words())).toList());
    }
}
