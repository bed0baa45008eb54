package salesconveyor.payments;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.Invoices;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.Contacting;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;

/** What a manager enters after calling a client who has not paid. */
@Component
@Transactional
class CallingDebtors {
    private static final int PROMISE_AT_MOST_DAYS = 60;

    private final DunningLog log;
    private final Invoices invoices;
    private final Contacting contacting;
    private final Clock clock;

    CallingDebtors(DunningLog log, Invoices invoices, Contacting contacting, Clock clock) {
        this.log = log;
        this.invoices = invoices;
        this.contacting = contacting;
        this.clock = clock;
    }

    /** @return the outcome, which the next gateway asks for */
    String record(String invoiceNumber, FormValues form, @Nullable String author) {
        String outcome = form.required("outcome");
        LocalDate promised = form.date("promisedDate");
        String reason = form.text("disputeReason");
        String notes = form.text("callNotes");
        Invoice invoice = invoices.get(invoiceNumber);
        log.add(
                invoice,
                new DunningEntry(
                        "CALL",
                        outcome,
                        LocalDate.now(clock),
                        outcome.equals("PROMISED") ? checked(promised) : null,
                        author,
                        outcome.equals("DISPUTED") ? reason : notes));
        if (outcome.equals("DO_NOT_CALL")) {
            contacting.forbid(invoice.companyNumber(), ContactScope.COMPANY, notes, null);
        }
        return outcome;
    }

    private LocalDate checked(@Nullable LocalDate promised) {
        LocalDate today = LocalDate.now(clock);
        if (promised == null || promised.isBefore(today) || promised.isAfter(today.plusDays(PROMISE_AT_MOST_DAYS))) {
            throw new Refused(
                    "\"Money comes on\" must be a day from today to {0} days from now.", PROMISE_AT_MOST_DAYS);
        }
        return promised;
    }
}
