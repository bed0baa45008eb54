package salesconveyor.payments;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.InvoiceKind;
import salesconveyor.billing.Invoices;

/**
 * What was paid for an order that is cancelled, all of it or a part. It comes off the papers of the order, so that it is
 * settled once however often a step is repeated; each payment of it is decided on like any other money that settles no
 * invoice, and the client reads what becomes of it.
 */
@Component
@Transactional
public class CancelledMoney {
    private final Statements statements;
    private final Invoices invoices;
    private final Credits credits;
    private final Refunds refunds;
    private final Refunding refunding;
    private final CancelledLetter letter;

    CancelledMoney(
            Statements statements,
            Invoices invoices,
            Credits credits,
            Refunds refunds,
            Refunding refunding,
            CancelledLetter letter) {
        this.statements = statements;
        this.invoices = invoices;
        this.credits = credits;
        this.refunds = refunds;
        this.refunding = refunding;
        this.letter = letter;
    }

    /** @param correcting withdraws or credits the papers of the order; no payment is placed meanwhile */
    public void settle(String order, Runnable correcting) {
        statements.lock();
        Optional<Invoice> asked = askedFor(order);
        correcting.run();
        Optional<Invoice> withdrawn =
                asked.flatMap(paper -> invoices.find(paper.number())).filter(Invoice::withdrawn);
        Map<Long, BigDecimal> over = free(order);
        if (withdrawn.isPresent()) {
            letter.withdrawn(withdrawn.get(), use(withdrawn.get(), over));
        } else if (!over.isEmpty()) {
            Invoice paper = invoices.ofOrder(order).get(0);
            letter.credited(paper, use(paper, over), credits.freed(order));
        }
    }

    /** A client pays a proforma that counts no more: an accountant said whose the payment is. @return whether it is one */
    boolean late(long payment, BankEntry entry, String company) {
        Optional<Invoice> paper = InvoiceNumbers.in(entry.words()).stream()
                .flatMap(number -> invoices.find(number).stream())
                .filter(named ->
                        named.withdrawn() && askedFor(named.orderNumber()).isEmpty())
                .filter(named -> named.companyNumber().equals(company)
                        && named.currency().equals(entry.currency()))
                .findFirst();
        paper.ifPresent(named -> letter.late(named, payment, use(named, Map.of(payment, entry.amount()))));
        return paper.isPresent();
    }

    /** The proforma that the client may still pay. */
    private Optional<Invoice> askedFor(String order) {
        List<Invoice> papers = invoices.ofOrder(order);
        return papers.stream()
                .filter(paper -> paper.kind() == InvoiceKind.PROFORMA && !paper.withdrawn())
                .filter(paper ->
                        papers.stream().noneMatch(later -> paper.number().equals(later.proforma())))
                .findFirst();
    }

    private Map<Long, BigDecimal> free(String order) {
        List<Credits.Source> sources = credits.ofOrder(order);
        sources.forEach(source -> credits.free(source, source.amount()));
        return sources.stream()
                .collect(Collectors.toMap(
                        Credits.Source::payment, Credits.Source::amount, BigDecimal::add, TreeMap::new));
    }

    /** Decides on each payment; what is used for other invoices meanwhile is not decided on again. */
    private Use use(Invoice paper, Map<Long, BigDecimal> over) {
        Map<Long, BigDecimal> before = new HashMap<>();
        over.keySet().forEach(payment -> before.put(payment, refunds.toPayBack(payment)));
        over.forEach((payment, amount) -> {
            BigDecimal left = amount.min(credits.ofPayment(payment));
            if (left.signum() > 0) {
                refunding.cancelled(paper.orderNumber(), payment, left, paper.currency(), paper.companyNumber());
            }
        });
        Use use = Use.NOTHING;
        for (Map.Entry<Long, BigDecimal> paid : over.entrySet()) {
            BigDecimal back =
                    refunds.toPayBack(paid.getKey()).subtract(before.getOrDefault(paid.getKey(), BigDecimal.ZERO));
            BigDecimal kept = paid.getValue().subtract(back).min(credits.ofPayment(paid.getKey()));
            use = use.plus(new Use(paid.getValue(), back, kept));
        }
        return use;
    }

    /**
     * What became of the money.
     *
     * @param back what an accountant pays back
     * @param kept what is the client's credit; the rest is set off against other invoices
     */
    record Use(BigDecimal paid, BigDecimal back, BigDecimal kept) {
        static final Use NOTHING = new Use(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Use plus(Use other) {
            return new Use(paid.add(other.paid), back.add(other.back), kept.add(other.kept));
        }

        BigDecimal setOff() {
            return paid.subtract(back).subtract(kept);
        }
    }
}
