package salesconveyor.payments;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.ClientMail;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.Invoices;
import salesconveyor.shared.Money;
import salesconveyor.shared.Texts;

/** Sets a client's credit off against what he owes or is billed next, and notices when it is paid back instead. */
@Component
@Transactional
public class Offsetting {
    private final Statements statements;
    private final Credits credits;
    private final Payments payments;
    private final Receivables receivables;
    private final Invoices invoices;
    private final DunningLog dunning;
    private final PaymentMessages messages;
    private final ClientMail mail;
    private final Texts texts;

    Offsetting(
            Statements statements,
            Credits credits,
            Payments payments,
            Receivables receivables,
            Invoices invoices,
            DunningLog dunning,
            PaymentMessages messages,
            ClientMail mail,
            Texts texts) {
        this.statements = statements;
        this.credits = credits;
        this.payments = payments;
        this.receivables = receivables;
        this.invoices = invoices;
        this.dunning = dunning;
        this.messages = messages;
        this.mail = mail;
        this.texts = texts;
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
        invoices.useCredit(number, use(invoices.get(number)));
    }

    /**
     * Uses the credit on what the client owes already, the oldest first: nobody is asked for money that we have of his.
     * What he disputes is left alone.
     *
     * @return whether anything was used
     */
    boolean offsetOpen(String company, String currency) {
        statements.lock();
        boolean any = false;
        for (OpenInvoice open : receivables.openOf(company)) {
            Invoice invoice = invoices.get(open.number());
            if (open.currency().equals(currency) && !dunning.isDisputed(invoice)) {
                BigDecimal used = use(invoice);
                if (used.signum() > 0) {
                    tell(invoice, used);
                    messages.paymentReceived(open.number());
                    any = true;
                }
            }
        }
        return any;
    }

    private BigDecimal use(Invoice invoice) {
        String number = invoice.number();
        BigDecimal used = BigDecimal.ZERO;
        for (Credits.Source source : credits.of(invoice.companyNumber(), invoice.currency())) {
            BigDecimal part = source.amount().min(receivables.open(number));
            if (part.signum() > 0) {
                credits.free(source, part);
                payments.allocate(source.payment(), number, part, "CREDIT", null);
                used = used.add(part);
            }
        }
        return used;
    }

    /** The paper is with the client already and does not say it; one that is not printed yet will. */
    private void tell(Invoice invoice, BigDecimal used) {
        String number = invoice.number();
        if (!invoices.isPrinted(number)) {
            invoices.useCredit(number, invoices.creditUsed(number).add(used));
            return;
        }
        BigDecimal left = receivables.open(number);
        mail.post(
                invoice.orderNumber(),
                "credit-" + number + "-" + payments.timesSetOff(number),
                texts.say("Invoice {0}: your credit was set off", number),
                texts.say(
                        "You had paid us {0} more than you owed. We have set it off against the invoice {1}; {2} is left to pay.",
                        money(used, invoice), number, money(left, invoice)));
    }

    private String money(BigDecimal amount, Invoice invoice) {
        return Money.of(amount, invoice.currency()).text(texts.locale());
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
