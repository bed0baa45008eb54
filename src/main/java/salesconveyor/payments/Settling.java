package salesconveyor.payments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.payments.Match.Rule;

/** Places the entries of an import on invoices. An entry that has been placed is not looked at again. */
@Component
@Transactional
class Settling {
    /** What a payment has over. */
    private record Rest(long payment, BigDecimal amount, BankEntry entry, String company) {}

    private final Statements statements;
    private final Payments payments;
    private final ToldTwice toldTwice;
    private final Receivables receivables;
    private final Candidates candidates;
    private final Returns returns;
    private final Offsetting offsetting;
    private final Refunding refunding;
    private final TakingBack takingBack;

    Settling(
            Statements statements,
            Payments payments,
            ToldTwice toldTwice,
            Receivables receivables,
            Candidates candidates,
            Returns returns,
            Offsetting offsetting,
            Refunding refunding,
            TakingBack takingBack) {
        this.statements = statements;
        this.payments = payments;
        this.toldTwice = toldTwice;
        this.receivables = receivables;
        this.candidates = candidates;
        this.returns = returns;
        this.offsetting = offsetting;
        this.refunding = refunding;
        this.takingBack = takingBack;
    }

    /** @return the invoices that got or lost money */
    Touched settle(String importNumber) {
        statements.lock();
        Set<String> paid = new LinkedHashSet<>();
        Set<String> returned = new LinkedHashSet<>();
        Map<String, String> names = new HashMap<>();
        List<Rest> rests = new ArrayList<>();
        Books books = receivables.books();
        for (BankEntry entry : statements.unmatched(importNumber)) {
            if (entry.returned()) {
                returned.addAll(takeBack(entry));
                books = receivables.books();
            } else if (entry.incoming()) {
                Books now = books;
                Match match = toldTwice.match(entry, now).orElseGet(() -> Matching.match(entry.received(), now));
                Set<String> likely =
                        match.needsPerson() ? candidates.companies(entry, match.candidates(), now, names) : Set.of();
                statements.matched(entry.id(), match.rule().name(), match.candidates(), likely);
                books = books.after(match);
                paid.addAll(book(entry, match, rests));
            } else {
                boolean paidBack = refunding.paidBack(entry)
                        || offsetting.paidBack(entry, books.companiesOf(entry.partyIban(), entry.partyTaxNumber()));
                statements.resolved(entry.id(), paidBack ? "REFUND" : "OUTGOING", null);
            }
        }
        rests.forEach(this::settle);
        return new Touched(paid, returned);
    }

    /** Not before all of the statement is placed: what is over pays what no other payment names. */
    private void settle(Rest rest) {
        BigDecimal left = rest.amount().min(returns.free(rest.payment()));
        if (left.signum() > 0) {
            refunding.overpaid(rest.payment(), left, rest.entry(), rest.company());
        }
    }

    private Set<String> book(BankEntry entry, Match match, List<Rest> rests) {
        Set<String> paid = new LinkedHashSet<>();
        if (match.rule() == Rule.TOLD) {
            statements.resolved(entry.id(), "SAME_MONEY", null);
        } else if (!match.needsPerson()) {
            String company = receivables.companyOf(match.shares().get(0).invoiceNumber());
            long payment = payments.add(entry, company);
            for (Match.Share share : match.shares()) {
                receivables.takeBackWriteOff(share.invoiceNumber(), share.amount());
                payments.allocate(
                        payment,
                        share.invoiceNumber(),
                        share.amount(),
                        match.rule().name(),
                        null);
                paid.add(share.invoiceNumber());
            }
            if (match.rest().signum() > 0) {
                rests.add(new Rest(payment, match.rest(), entry, company));
            }
        }
        return paid;
    }

    /** Without a known payment a person looks. */
    private Set<String> takeBack(BankEntry entry) {
        Optional<Set<String>> lost = takingBack.whole(entry);
        statements.matched(entry.id(), lost.isPresent() ? "RETURNED" : Rule.UNMATCHED.name(), Set.of(), Set.of());
        return lost.orElse(Set.of());
    }
}
