package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.BillingData;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.Invoices;
import salesconveyor.companies.Companies;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.SuppressionList;
import salesconveyor.payments.DunningPlan.Step;
import salesconveyor.people.WorkingTime;

/** Looks at an unpaid invoice every working morning and decides what is due. */
@Component
@Transactional
class Collecting {
    /**
     * What the tables say about an invoice now.
     *
     * @param expired its day is over, and no payment of that day can be on a statement to come; nobody looks at
     *     statements on a holiday, so only working days count
     * @param result how collecting ends if it ends now
     */
    record Look(
            boolean paidInFull,
            BigDecimal open,
            int daysOverdue,
            String clientClass,
            boolean expired,
            OffsetDateTime nextCheck,
            CollectionResult result) {}

    private final Invoices invoices;
    private final Receivables receivables;
    private final Bank bank;
    private final Companies companies;
    private final SuppressionList suppressions;
    private final DunningLog log;
    private final BillingData data;
    private final WorkingTime workingTime;
    private final DunningPlan.Limits limits;
    private final Clock clock;

    Collecting(
            Invoices invoices,
            Receivables receivables,
            Bank bank,
            Companies companies,
            SuppressionList suppressions,
            DunningLog log,
            BillingData data,
            WorkingTime workingTime,
            DunningPlan.Limits limits,
            Clock clock) {
        this.invoices = invoices;
        this.receivables = receivables;
        this.bank = bank;
        this.companies = companies;
        this.suppressions = suppressions;
        this.log = log;
        this.data = data;
        this.workingTime = workingTime;
        this.limits = limits;
        this.clock = clock;
    }

    Look look(String invoiceNumber) {
        Invoice invoice = invoices.get(invoiceNumber);
        BigDecimal open = receivables.open(invoiceNumber);
        int overdue = overdue(invoice);
        boolean unclear = bank.isUnclear(invoice.companyNumber());
        boolean paid = open.signum() <= 0;
        return new Look(
                paid,
                open,
                overdue,
                companies.clientClass(invoice.companyNumber()),
                workingTime.workdaysAfter(invoice.due(), LocalDate.now(clock)) > (unclear ? limits.holdDays() : 0),
                workingTime.nextMorning(ZonedDateTime.now(clock)).toOffsetDateTime(),
                !paid
                        ? CollectionResult.EXPIRED
                        : credited(invoice) ? CollectionResult.CREDITED : CollectionResult.PAID);
    }

    private boolean credited(Invoice invoice) {
        return invoice.withdrawn() || invoices.credited(invoice.number()).compareTo(invoice.gross()) >= 0;
    }

    /** @return the step to take now; what is held back waits like what is not due */
    Step plan(String invoiceNumber, @Nullable String level) {
        Invoice invoice = invoices.get(invoiceNumber);
        String company = invoice.companyNumber();
        String usual = level == null ? "WAIT" : level;
        Step step = DunningPlan.due(
                usual,
                log.of(invoice),
                new DunningPlan.Today(
                        LocalDate.now(clock),
                        overdue(invoice),
                        bank.isUnclear(company),
                        suppressions.forbids(company, ContactScope.PHONE),
                        data.isReachable(invoice.orderNumber())),
                limits);
        if (step == Step.LETTER) {
            log.mark(invoice, usual.equals("CALL") ? "SECOND_NOTICE" : usual, DunningEntry.PLANNED);
        } else if (step == Step.HOLD) {
            log.mark(invoice, usual, DunningEntry.HELD);
        }
        return step == Step.HOLD ? Step.WAIT : step;
    }

    private int overdue(Invoice invoice) {
        return (int) ChronoUnit.DAYS.between(invoice.due(), LocalDate.now(clock));
    }
}
