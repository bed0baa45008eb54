package salesconveyor.payments;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoices;
import salesconveyor.companies.Companies;
import salesconveyor.mail.RoleMail;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/** Tells the heads of sales what waits too long. */
@Component
@Transactional
class Escalating {
    private final RoleMail mail;
    private final Invoices invoices;
    private final Companies companies;
    private final Texts texts;
    private final Clock clock;

    Escalating(RoleMail mail, Invoices invoices, Companies companies, Texts texts, Clock clock) {
        this.mail = mail;
        this.invoices = invoices;
        this.companies = companies;
        this.texts = texts;
        this.clock = clock;
    }

    void entries(String importNumber) {
        mail.post(
                Role.HEADS,
                "entries-" + importNumber,
                texts.say("Payments of statement {0} wait for an accountant", importNumber),
                texts.say("Nobody has said yet what they are for. Clients who paid may be reminded."));
    }

    void refund(String number) {
        mail.post(
                Role.HEADS,
                "refund-" + number,
                texts.say("Refund {0} waits for an accountant", number),
                texts.say("A client waits for money that is his: {0}.", number));
    }

    void decision(String invoice) {
        String company = companies.get(invoices.get(invoice).companyNumber()).name();
        mail.post(
                Role.HEADS,
                "decision-" + invoice + "-" + LocalDate.now(clock),
                texts.say("Overdue invoice {0} waits for your decision", invoice),
                texts.say("{0} has not paid in spite of letters and calls, or disputes the invoice.", company));
    }
}
