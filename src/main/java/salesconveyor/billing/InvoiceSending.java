package salesconveyor.billing;

import java.math.BigDecimal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.Refused;
import salesconveyor.mail.Mail;
import salesconveyor.shared.Money;
import salesconveyor.shared.Texts;

/**
 * Mails an invoice, proforma or credit note as PDF to the address of its order, once. A client without an address, or
 * one who wants paper, gets it by post: the accountants are sent the file to print.
 */
@Component
@Transactional
public class InvoiceSending {
    private final Invoices invoices;
    private final InvoicePaper papers;
    private final ClientMail mail;
    private final PaperTrace trace;
    private final Texts texts;

    InvoiceSending(Invoices invoices, InvoicePaper papers, ClientMail mail, PaperTrace trace, Texts texts) {
        this.invoices = invoices;
        this.papers = papers;
        this.mail = mail;
        this.trace = trace;
        this.texts = texts;
    }

    public void send(String number) {
        post(invoices.get(number), "invoice-" + number);
        trace.once(number, PaperTrace.SENT);
    }

    /**
     * Mails the very same paper once more, to the address that the order has now.
     *
     * @param who asks for it
     */
    public void sendAgain(String number, String who) {
        Invoice invoice = invoices.get(number);
        if (invoice.withdrawn()) {
            throw new Refused("{0} was withdrawn: the client must not pay it any more.", number);
        }
        trace.add(number, PaperTrace.SENT_AGAIN, who);
        post(invoice, "invoice-" + number + "-" + trace.count(number, PaperTrace.SENT_AGAIN));
    }

    private void post(Invoice invoice, String key) {
        String number = invoice.number();
        mail.post(
                invoice.orderNumber(),
                key,
                papers.title(invoice.kind()) + " " + number,
                text(invoice),
                new Mail.Attachment(number + ".pdf", "application/pdf", papers.of(number)));
    }

    private String text(Invoice invoice) {
        return switch (invoice.kind()) {
            case INVOICE ->
                texts.say("Thank you for your order. Please find the invoice {0} attached.", invoice.number())
                        + credit(invoice);
            case PROFORMA ->
                texts.say(
                                "Thank you for your order. Please find the proforma invoice {0} attached. We deliver as soon as it is paid.",
                                invoice.number())
                        + credit(invoice);
            case CREDIT_NOTE -> texts.say("Please find the credit note {0} attached.", invoice.number());
        };
    }

    private String credit(Invoice invoice) {
        BigDecimal used = invoices.creditUsed(invoice.number());
        return used.signum() == 0
                ? ""
                : "\n\n"
                        + texts.say(
                                "Your credit of {0} is set off against it; {1} is left to pay.",
                                money(used, invoice), money(papers.left(invoice), invoice));
    }

    private String money(BigDecimal amount, Invoice invoice) {
        return Money.of(amount, invoice.currency()).text(texts.locale());
    }
}
