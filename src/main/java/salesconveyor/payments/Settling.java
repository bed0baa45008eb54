package salesconveyor.payments;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.payments.Match.Rule;

/** Places the entries of an import on invoices. An entry that has been placed is not looked at again. */
@Component
@Transactional
class Settling {
    private final Statements statements;
    private final Payments payments;
    private final Receivables receivables;
    private final Offsetting offsetting;
    private final Refunding refunding;

    Settling(
            Statements statements,
            Payments payments,
            Receivables receivables,
            Offsetting offsetting,
            Refunding refunding) {
        this.statements = statements;
        this.payments = payments;
        this.receivables = receivables;
        this.offsetting = offsetting;
        this.refunding = refunding;
    }

    /** @return the invoices that got or lost money */
    Touched settle(String importNumber) {
        statements.lock();
        Set<String> paid = new LinkedHashSet<>();
        Set<String> returned = new LinkedHashSet<>();
        Books books = receivables.books();
        for (BankEntry entry : statements.unmatched(importNumber)) {
            if (entry.returned()) {
                returned.addAll(takeBack(entry));
                books = receivables.books();
            } else if (entry.incoming()) {
                Match match = Matching.match(entry.received(), books);
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
        statements.matched(entry.id(), match.rule().name(), match.candidates());
        Set<String> paid = new LinkedHashSet<>();
        if (!match.needsPerson()) {
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

    /** A payment that a bank took back frees what it had settled; without a known payment a person looks. */
    private Set<String> takeBack(BankEntry entry) {
        @Nullable
        Long payment = entry.incoming() ? null : payments.returnedBy(entry).orElse(null);
        if (payment == null) {
            statements.matched(entry.id(), Rule.UNMATCHED.name(), Set.of());
            return Set.of();
        }
        Set<String> freed = new LinkedHashSet<>();
        for (Payments.Part part : payments.parts(payment)) {
            payments.takeBack(part, part.amount(), null);
            freed.add(part.invoiceNumber());
        }
        payments.markReturned(payment, entry.id());
        refunding.takenBack(payment);
        statements.matched(entry.id(), "RETURNED", Set.of());
        return freed;
    }
}
