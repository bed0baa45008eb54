package salesconveyor.billing;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.engine.Refused;
import salesconveyor.mail.Mail;
import salesconveyor.mail.Outbox;
import salesconveyor.selling.Ordering;
import salesconveyor.shared.Texts;

/** Mails an invoice, proforma or credit note as PDF to the address of its order, once. */
@Component
@Transactional
public class InvoiceSending {
    private final Invoices invoices;
    private final InvoicePaper papers;
    private final Ordering ordering;
    private final Companies companies;
    private final Outbox outbox;
    private final Texts texts;

    InvoiceSending(
            Invoices invoices,
            InvoicePaper papers,
            Ordering ordering,
            Companies companies,
            Outbox outbox,
            Texts texts) {
        this.invoices = invoices;
        this.papers = papers;
        this.ordering = ordering;
        this.companies = companies;
        this.outbox = outbox;
        this.texts = texts;
    }

    public void send(String number) {
        Invoice invoice = invoices.get(number);
        String email = address(invoice);
        if (email == null) {
            throw new Refused(
                    "Nobody entered an e-mail address to send {0} to. Enter one on the card of {1}, then retry this step.",
                    number, invoice.companyNumber());
        }
        String title = papers.title(invoice.kind()) + " " + number;
        outbox.post(Mail.of("invoice-" + number, email, title, text(invoice))
                .withHeader("Auto-Submitted", "auto-generated")
                .with(new Mail.Attachment(number + ".pdf", "application/pdf", papers.of(number))));
    }

    /** Whom the proposal went to, else the company. */
    private @Nullable String address(Invoice invoice) {
        String buyer = ordering.get(invoice.orderNumber()).email();
        return buyer != null ? buyer : companies.get(invoice.companyNumber()).email();
    }

    private String text(Invoice invoice) {
        return switch (invoice.kind()) {
            case INVOICE ->
                texts.say("Thank you for your order. Please find the invoice {0} attached.", invoice.number());
            case PROFORMA ->
                texts.say(
                        "Thank you for your order. Please find the proforma invoice {0} attached. We deliver as soon as it is paid.",
                        invoice.number());
            case CREDIT_NOTE -> texts.say("Please find the credit note {0} attached.", invoice.number());
        };
    }
}
