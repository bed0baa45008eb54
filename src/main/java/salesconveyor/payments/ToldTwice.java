package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.payments.Match.Rule;

/**
 * A gateway tells of a payment at once, the bank of the same money days later: from the gateway's account, often without
 * a name and together with others. Only where the bank repeats the gateway's own name of the payment is it the same for
 * certain; wherever else it may be, a person decides, for it must not settle another invoice of the same amount.
 */
@Component
@Transactional
class ToldTwice {
    /** A movement of the other side, of which the counterpart was not found yet. */
    record Told(
            long id,
            BigDecimal amount,
            LocalDate booked,
            @Nullable String endToEndId,
            @Nullable String reference,
            String purpose,
            @Nullable String partyName) {
        List<String> words() {
            return Stream.of(reference, endToEndId, purpose)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    /** Why a movement may be the same money. */
    enum Reason {
        ID("named in the payment"),
        INVOICE("the same invoice and amount"),
        AMOUNT("the same amount"),
        TOGETHER("together the same amount");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** What may be the same money as an entry, and why. */
    record Suspicion(Reason reason, List<Told> told) {}

    /** Gateways pay out within weeks; later nobody would know what a payment of the same amount has to do with it. */
    private static final int DAYS = 31;

    /** A shorter name of a payment stands in other words by chance. */
    private static final int SHORTEST_ID = 6;

    private static final int MOST_TO_ADD = 12;

    private final JdbcClient jdbc;

    ToldTwice(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What becomes of an entry that may have been told before; nothing: the rules for all others place it. */
    Optional<Match> match(BankEntry entry, Books books) {
        return suspicion(entry, books).map(found -> {
            List<Told> told = found.told();
            if (found.reason() == Reason.ID
                    && told.size() == 1
                    && told.get(0).amount().compareTo(entry.amount()) == 0) {
                pair(entry.id(), List.of(told.get(0).id()));
                return match(Rule.TOLD, entry, Set.of());
            }
            Set<String> companies = new TreeSet<>(books.companiesOf(entry.partyIban(), entry.partyTaxNumber()));
            told.forEach(one -> companies.addAll(companies(one.id())));
            return match(Rule.DUPLICATE, entry, companies);
        });
    }

    Optional<Suspicion> suspicion(BankEntry entry, Books books) {
        List<Told> others = others(entry);
        boolean notice = isNotice(entry.id());
        List<Told> byId = others.stream()
                .filter(told ->
                        notice ? isNamed(entry.endToEndId(), told.words()) : isNamed(told.endToEndId(), entry.words()))
                .toList();
        if (!byId.isEmpty()) {
            return Optional.of(new Suspicion(Reason.ID, byId));
        }
        Set<String> named = InvoiceNumbers.in(entry.words());
        List<Told> alike = others.stream()
                .filter(told -> told.amount().compareTo(entry.amount()) == 0)
                .toList();
        List<Told> sameInvoice = alike.stream()
                .filter(told -> invoices(told).stream().anyMatch(named::contains))
                .toList();
        if (!sameInvoice.isEmpty()) {
            return Optional.of(new Suspicion(Reason.INVOICE, sameInvoice));
        }
        if (notice || books.open().stream().anyMatch(open -> named.contains(open.number()))) {
            return Optional.empty(); // It says itself what it is for.
        }
        return alike.isEmpty()
                ? addingUp(others, entry.amount()).map(told -> new Suspicion(Reason.TOGETHER, told))
                : Optional.of(new Suspicion(Reason.AMOUNT, alike));
    }

    /**
     * The movements that an accountant can say an entry is the same money as: of a bank's entry the notices of gateways,
     * of a notice the bank's entries, the newest first. What is no payment of a client was booked nowhere: it is the same
     * money as nothing.
     */
    List<Told> others(BankEntry entry) {
        boolean notice = isNotice(entry.id());
        return jdbc.sql("select e.id, e.amount, e.booked, e.end_to_end_id as endToEndId, e.reference, e.purpose,"
                        + " e.party_name as partyName from bank_entry e join statement s on s.id = e.statement"
                        + " where e.amount > 0 and e.currency = ? and e.booked between ? and ? and e.found_in is null"
                        + " and (e.resolution is null or e.resolution <> 'NOT_OURS')"
                        + " and not exists (select 1 from bank_entry n where n.found_in = e.id)"
                        + " and s.format " + (notice ? "<>" : "=") + " 'NOTICE' and e.id <> ?"
                        + " order by e.booked desc, e.id desc")
                .params(
                        entry.currency(),
                        entry.booked().minusDays(DAYS),
                        entry.booked().plusDays(DAYS),
                        entry.id())
                .query(Told.class)
                .list();
    }

    /** An entry is the same money as these. */
    void pair(long entry, List<Long> told) {
        boolean notice = isNotice(entry);
        for (long other : told) {
            jdbc.sql("update bank_entry set found_in = ? where id = ?")
                    .params(notice ? List.of(other, entry) : List.of(entry, other))
                    .update();
        }
    }

    boolean isNotice(long entry) {
        return jdbc.sql("select count(*) from bank_entry e join statement s on s.id = e.statement"
                                + " where e.id = ? and s.format = 'NOTICE'")
                        .param(entry)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The invoices that a movement named or settled. */
    Set<String> invoices(Told told) {
        Set<String> invoices = new LinkedHashSet<>(
                jdbc.sql("select distinct a.invoice_number from allocation a join payment p on p.id = a.payment"
                                + " where p.bank_entry = ? order by a.invoice_number")
                        .param(told.id())
                        .query(String.class)
                        .list());
        invoices.addAll(InvoiceNumbers.in(told.words()));
        return invoices;
    }

    private List<String> companies(long entry) {
        return jdbc.sql("select company_number from payment where bank_entry = ? and company_number is not null"
                        + " union select company_number from entry_candidate where bank_entry = ?"
                        + " and likely = false")
                .params(entry, entry)
                .query(String.class)
                .list();
    }

    /** Whether the gateway's name of a payment stands there, however the bank broke its lines. */
    private static boolean isNamed(@Nullable String id, List<String> words) {
        String name = id == null ? "" : id.replaceAll("\\s", "");
        // A shop may use our own number as its name of the payment: then a second payment of it looks the same.
        if (name.length() < SHORTEST_ID || !InvoiceNumbers.in(List.of(name)).isEmpty()) {
            return false;
        }
        String pieces =
                name.chars().mapToObj(c -> Pattern.quote(Character.toString(c))).collect(Collectors.joining("\\s*"));
        Pattern whole = Pattern.compile(
                "(?<![\\p{L}\\d])" + pieces + "(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return words.stream().anyMatch(text -> whole.matcher(text).find());
    }

    /** A payout of several payments without a fee: the first choice that adds up. */
    private static Optional<List<Told>> addingUp(List<Told> others, BigDecimal amount) {
        List<Told> newest = new ArrayList<>(others.subList(0, Math.min(MOST_TO_ADD, others.size())));
        return IntStream.range(1, 1 << newest.size())
                .filter(choice -> Integer.bitCount(choice) > 1)
                .mapToObj(choice -> IntStream.range(0, newest.size())
                        .filter(n -> (choice >> n & 1) == 1)
                        .mapToObj(newest::get)
                        .collect(Collectors.toList()))
                .filter(some -> total(some).compareTo(amount) == 0)
                .findFirst();
    }

    static BigDecimal total(List<Told> told) {
        return told.stream().map(Told::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Match match(Rule rule, BankEntry entry, Set<String> companies) {
        return new Match(rule, List.of(), entry.amount(), Set.of(), companies);
    }
}
