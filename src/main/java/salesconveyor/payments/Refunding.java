package salesconveyor.payments;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Nudges;
import salesconveyor.engine.Refused;

/**
 * What becomes of money that settles no invoice. While an accountant is to pay it back it is set off against nothing;
 * when he said that he did, or a statement shows it, it is the client's credit no more.
 */
@Component
@Transactional
class Refunding {
    private static final String DONE = "DONE";
    private static final int LONGEST_BACK_DAYS = 31;

    private final Refunds refunds;
    private final Payments payments;
    private final Receivables receivables;
    private final Returns returns;
    private final Credits credits;
    private final Offsetting offsetting;
    private final Companies companies;
    private final Statements statements;
    private final Nudges nudges;
    private final Clock clock;

    Refunding(
            Refunds refunds,
            Payments payments,
            Receivables receivables,
            Returns returns,
            Credits credits,
            Offsetting offsetting,
            Companies companies,
            Statements statements,
            Nudges nudges,
            Clock clock) {
        this.refunds = refunds;
        this.payments = payments;
        this.receivables = receivables;
        this.returns = returns;
        this.credits = credits;
        this.offsetting = offsetting;
        this.companies = companies;
        this.statements = statements;
        this.nudges = nudges;
        this.clock = clock;
    }

    /** A client paid more than he owed. */
    void overpaid(long payment, BigDecimal rest, BankEntry entry, String company) {
        begin(refunds.add(payment, rest, entry.currency(), company, null, false));
    }

    /**
     * What was paid for an order that was cancelled. Whose money it is must be plain: what came from another client goes
     * to an accountant.
     */
    void cancelled(String order, long payment, BigDecimal rest, String currency, String company) {
        boolean other = !company.equals(payments.companyOf(payment));
        begin(refunds.add(payment, rest, currency, company, order, other));
    }

    /** An accountant says that the payer gets all of it back. */
    void asked(BankEntry entry) {
        List<String> candidates = statements.candidates(entry.id());
        String company = candidates.size() == 1 ? candidates.get(0) : null;
        begin(refunds.add(payments.add(entry, null), entry.amount(), entry.currency(), company, null, true));
    }

    private void begin(String number) {
        nudges.begin("settleOverpayment", number, Map.of());
    }

    /** Whether the client owes us on other invoices. */
    boolean owes(Refund refund) {
        return refund.companyNumber() != null && receivables.hasOpen(refund.companyNumber());
    }

    /** It stays the client's credit, and pays first what he owes; of a rest it is decided anew. */
    void leave(String number) {
        Refund refund = refunds.get(number);
        refunds.close(number, Refund.State.CREDIT, null, null);
        String company = refund.companyNumber();
        if (company != null && offsetting.offsetOpen(company, refund.currency())) {
            BigDecimal rest = credits.ofPayment(refund.payment()).min(refund.amount());
            if (rest.signum() > 0) {
                begin(refunds.add(refund.payment(), rest, refund.currency(), company, refund.orderNumber(), false));
            }
        }
    }

    /** @return the outcome, which the next gateway asks for */
    String record(String number, FormValues form, @Nullable String author) {
        statements.lock(); // no invoice uses it meanwhile
        Refund refund = refunds.get(number);
        String outcome = form.required("outcome");
        String account = form.text("refundAccount");
        LocalDate day = form.date("refundDate");
        String company = form.text("creditCompany");
        String notes = form.text("refundNotes");
        switch (outcome) {
            case DONE -> {
                refunds.paid(number, checked(account), checked(day, refund));
                refunds.payOut(refund);
                refunds.close(number, Refund.State.PAID_BACK, author, notes);
            }
            case "KEEP_AS_CREDIT" -> {
                String client = checkedCompany(company, refund);
                refunds.belongsTo(refund, client);
                refunds.close(number, Refund.State.CREDIT, author, notes);
                offsetting.offsetOpen(client, refund.currency());
            }
            default -> throw new Refused("\"{0}\" is not an answer of this form.", outcome);
        }
        return outcome;
    }

    /**
     * Whether money that went out is a refund: of exactly this amount, to the account of the payer or with the number of
     * the refund.
     */
    boolean paidBack(BankEntry entry) {
        for (Refund refund : refunds.unseen(entry.amount().abs(), entry.currency())) {
            if (isFor(refund, entry)) {
                if (refund.state() == Refund.State.OPEN) {
                    refunds.payOut(refund);
                    refunds.close(refund.number(), Refund.State.PAID_BACK, null, null);
                    nudges.toCase("refundSettled", refund.number());
                }
                refunds.seen(refund.number(), entry.id());
                return true;
            }
        }
        return false;
    }

    private static boolean isFor(Refund refund, BankEntry entry) {
        boolean named = entry.words().stream().anyMatch(text -> text.contains(refund.number()));
        String account = refund.account();
        String to = entry.partyIban();
        return named
                || account != null && to != null && OwnAccount.normal(account).equals(OwnAccount.normal(to));
    }

    /** The payer's bank took the payment back, or a part of it: what is left is to be decided anew. */
    void takenBack(long payment) {
        BigDecimal left = returns.free(payment);
        for (Refund refund : refunds.waiting(payment)) {
            BigDecimal rest = left.min(refund.amount());
            if (rest.compareTo(refund.amount()) < 0) {
                refunds.close(refund.number(), Refund.State.VOID, null, null);
                nudges.toCase("refundSettled", refund.number());
                if (rest.signum() > 0) {
                    begin(refunds.add(
                            payment,
                            rest,
                            refund.currency(),
                            refund.companyNumber(),
                            refund.orderNumber(),
                            refund.asked()));
                }
            }
            left = left.subtract(rest);
        }
    }

    private static String checked(@Nullable String account) {
        if (account == null || OwnAccount.normal(account).length() < 5) {
            throw new Refused("Please enter the account to which the money was paid back.");
        }
        return OwnAccount.normal(account);
    }

    private LocalDate checked(@Nullable LocalDate day, Refund refund) {
        LocalDate today = LocalDate.now(clock);
        LocalDate paid = refunds.paidOn(refund.payment()).orElse(today);
        if (day == null || day.isBefore(paid) || day.isAfter(today.plusDays(LONGEST_BACK_DAYS))) {
            throw new Refused("\"Paid on\" must be a day from {0}, when the money came, to a month from now.", paid);
        }
        return day;
    }

    private String checkedCompany(@Nullable String company, Refund refund) {
        if (company == null) {
            throw new Refused("Please enter the number of the client whose credit it is.");
        }
        if (!companies.exists(company)) {
            throw new Refused("There is no client with the number {0}; please choose one of the list.", company);
        }
        if (!refund.asked() && !company.equals(refund.companyNumber())) {
            throw new Refused(
                    "The payment settled invoices of {0}: what is left of it can be the credit of that client alone.",
                    String.valueOf(refund.companyNumber()));
        }
        return company;
    }
}
