package salesconveyor.payments;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoices;
import salesconveyor.companies.Companies;
import salesconveyor.engine.Identities;
import salesconveyor.mail.Mail;
import salesconveyor.mail.Outbox;
import salesconveyor.people.Role;
import salesconveyor.shared.Texts;

/** Tells the heads of sales what waits too long. */
@Component
@Transactional
class Escalating {
    private final Outbox outbox;
    private final Identities identities;
    private final Invoices invoices;
    private final Companies companies;
    private final Texts texts;
    private final Clock clock;

    Escalating(Outbox outbox, Identities identities, Invoices invoices, Companies companies, Texts texts, Clock clock) {
        this.outbox = outbox;
        this.identities = identities;
        this.invoices = invoices;
        this.companies = companies;
        this.texts = texts;
        this.clock = clock;
    }

    void entries(String importNumber) {
        toHeads(
                "entries-" + importNumber,
                texts.say("Payments of statement {0} wait for an accountant", importNumber),
                texts.say("Nobody has said yet what they are for. Clients who paid may be reminded."));
    }

    void decision(String invoice) {
        String company = companies.get(invoices.get(invoice).companyNumber()).name();
        toHeads(
                "decision-" + invoice + "-" + LocalDate.now(clock),
                texts.say("Overdue invoice {0} waits for your decision", invoice),
                texts.say("{0} has not paid in spite of letters and calls, or disputes the invoice.", company));
    }

    private void toHeads(String key, String subject, String text) {
        for (String address : identities.emails(Role.HEADS.group())) {
            outbox.post(Mail.of(key + "-" + address, address, subject, text));
        }
    }
}
