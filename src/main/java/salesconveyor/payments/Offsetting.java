package salesconveyor.payments;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.Invoices;

/** Sets a client's credit off against what he is billed next, and notices when it is paid back instead. */
@Component
@Transactional
public class Offsetting {
    private final Statements statements;
    private final Credits credits;
    private final Payments payments;
    private final Receivables receivables;
    private final Invoices invoices;

    Offsetting(Statements statements, Credits credits, Payments payments, Receivables receivables, Invoices invoices) {
        this.statements = statements;
        this.credits = credits;
        this.payments = payments;
        this.receivables = receivables;
        this.invoices = invoices;
    }

    /**
     * Uses the credit in the paper's own currency, as far as something is open. It is done once for each paper, before
     * it is printed: the paper and the letter tell the client. What is left stays his credit.
     */
    public void offset(String number) {
        statements.lock(); // no payment is placed meanwhile, so that nothing is used twice
        if (invoices.creditUsed(number).signum() > 0 || invoices.isPrinted(number)) {
            return;
        }
        Invoice invoice = invoices.get(number);
        BigDecimal used = BigDecimal.ZERO;
        for (Credits.Source source : credits.of(invoice.companyNumber(), invoice.currency())) {
            BigDecimal part = source.amount().min(receivables.open(number));
            if (part.signum() > 0) {
                credits.free(source, part);
                payments.allocate(source.payment(), number, part, "CREDIT", null);
                used = used.add(part);
            }
        }
        invoices.useCredit(number, used);
    }

    /**
     * Money that went out to the account of a client, and is exactly his credit, has paid it back.
     *
     * @param clients whose account it is
     * @return whether it did
     */
    boolean paidBack(BankEntry entry, Iterable<String> clients) {
        BigDecimal amount = entry.amount().abs();
        for (String client : clients) {
            if (credits.total(client, entry.currency()).compareTo(amount) == 0) {
                List<Credits.Source> sources = credits.of(client, entry.currency());
                sources.forEach(source -> credits.payOut(source, entry.id()));
                return true;
            }
        }
        return false;
    }
}
