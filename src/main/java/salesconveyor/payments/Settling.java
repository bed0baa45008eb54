package salesconveyor.payments;

import java.util.HashMap;
import java.util.LinkedHashSet;
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
    private final Statements statements;
    private final Payments payments;
    private final ToldTwice toldTwice;
    private final Receivables receivables;
    private final Candidates candidates;
    private final Offsetting offsetting;
    private final Refunding refunding;
    private final TakingBack takingBack;

    Settling(
            Statements statements,
            Payments payments,
            ToldTwice toldTwice,
            Receivables receivables,
            Candidates candidates,
            Offsetting offsetting,
            Refunding refunding,
            TakingBack takingBack) {
        this.statements = statements;
        this.payments = payments;
        this.toldTwice = toldTwice;
        this.receivables = receivables;
        this.candidates = candidates;
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
                paid.addAll(book(entry, match));
            } else {
                boolean paidBack = refunding.paidBack(entry)
                        || offsetting.paidBack(entry, books.companiesOf(entry.partyIban(), entry.partyTaxNumber()));
                statements.resolved(entry.id(), paidBack ? "REFUND" : "OUTGOING", null);
            }
        }
        return new Touched(paid, returned);
    }

    private Set<String> book(BankEntry entry, Match match) {
        Set<String> paid = new LinkedHashSet<>();
        if (match.rule() == Rule.TOLD) {
            statements.resolved(entry.id(), "SAME_MONEY", null);
        } else if (!match.needsPerson()) {
            String company = receivables.companyOf(match.shares().get(0).invoiceNumber());
            long payment = payments.add(entry, company);
            for (Match.Share share : match.shares()) {
                payments.allocate(
                        payment,
                        share.invoiceNumber(),
                        share.amount(),
                        match.rule().name(),
                        null);
                paid.add(share.invoiceNumber());
            }
            if (match.rest().signum() > 0) {
                refunding.overpaid(payment, match.rest(), entry, company);
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
