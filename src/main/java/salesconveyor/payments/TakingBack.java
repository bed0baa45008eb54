package salesconveyor.payments;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoices;
import salesconveyor.engine.Refused;

/**
 * Takes off payments what a bank took back. What was paid too much goes first: an invoice is open again only by what is
 * not there any more, so that nobody is reminded of what we still have of his.
 */
@Component
@Transactional
class TakingBack {
    private final Payments payments;
    private final Returns returns;
    private final Refunding refunding;
    private final Invoices invoices;

    TakingBack(Payments payments, Returns returns, Refunding refunding, Invoices invoices) {
        this.payments = payments;
        this.returns = returns;
        this.refunding = refunding;
        this.invoices = invoices;
    }

    /**
     * @return the invoices that lost money; empty when it is not all that is left of one payment that we know, or when a
     *     part of it was paid back before: a person must claim that from the client
     */
    Optional<Set<String>> whole(BankEntry entry) {
        return entry.incoming() || returns.paidBack(entry).isPresent()
                ? Optional.empty()
                : returns.whole(entry).map(payment -> {
                    Set<String> lost = new LinkedHashSet<>();
                    for (Payments.Part part : payments.parts(payment)) {
                        payments.takeBack(part, part.amount(), null);
                        lost.add(part.invoiceNumber());
                    }
                    note(payment, entry, returns.kept(payment));
                    return lost;
                });
    }

    /**
     * A person says which invoice the money had paid. It comes off the payment of exactly this amount, else off the
     * newest ones.
     *
     * @return the invoices that lost money
     */
    Set<String> part(BankEntry entry, String invoice, BigDecimal share, @Nullable String author) {
        Set<String> lost = new LinkedHashSet<>(Set.of(invoice));
        BigDecimal left = share;
        for (Returns.Returnable paid : paymentsOf(entry, invoice, share)) {
            BigDecimal free = paid.free().max(BigDecimal.ZERO).min(left);
            BigDecimal placed = paid.placed().min(left.subtract(free));
            if (placed.signum() > 0) {
                payments.takeBack(new Payments.Part(paid.payment(), paid.invoiceNumber(), placed), placed, author);
                lost.add(paid.invoiceNumber());
            }
            if (free.add(placed).signum() > 0) {
                note(paid.payment(), entry, free.add(placed));
            }
            left = left.subtract(free).subtract(placed);
        }
        if (left.signum() > 0) {
            throw new Refused(
                    "{0}: only {1} was paid on it and is not taken back yet; please lower the amount.",
                    invoice, share.subtract(left).toPlainString());
        }
        return lost;
    }

    private List<Returns.Returnable> paymentsOf(BankEntry entry, String invoice, BigDecimal share) {
        String proforma = invoices.get(invoice).proforma();
        return returns.of(Stream.of(invoice, proforma).filter(Objects::nonNull).toList()).stream()
                .sorted(Comparator.comparing((Returns.Returnable paid) ->
                        paid.kept().compareTo(entry.amount().abs()) != 0
                                && paid.kept().compareTo(share) != 0))
                .toList();
    }

    private void note(long payment, BankEntry entry, BigDecimal amount) {
        returns.add(payment, entry.id(), amount);
        refunding.takenBack(payment);
    }
}
