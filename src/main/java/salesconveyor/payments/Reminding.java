package salesconveyor.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.ClientMail;
import salesconveyor.billing.Invoices;

/**
 * Writes one letter for a client and day about all of his invoices that are due, in the words of the highest level. A
 * letter that comes later on the same day with a higher level waits for the next day.
 */
@Component
@Transactional
class Reminding {
    /** Invoices due in so few days are named in a letter that goes out anyway. */
    private static final int DAYS_AHEAD = 3;

    private final DunningLog log;
    private final Invoices invoices;
    private final Receivables receivables;
    private final ClientMail mail;
    private final ReminderLetter letter;
    private final Clock clock;

    Reminding(
            DunningLog log,
            Invoices invoices,
            Receivables receivables,
            ClientMail mail,
            ReminderLetter letter,
            Clock clock) {
        this.log = log;
        this.invoices = invoices;
        this.receivables = receivables;
        this.mail = mail;
        this.letter = letter;
        this.clock = clock;
    }

    void send(String company) {
        List<DunningLog.Planned> planned = stillOpen(company);
        if (planned.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        String key = "dunning-" + company + "-" + today;
        String level = highest(planned.stream().map(DunningLog.Planned::step).toList());
        List<String> written = log.stepsOf(key);
        if (written.isEmpty()) {
            List<OpenInvoice> due = due(company, today);
            String order = invoices.get(planned.get(0).invoiceNumber()).orderNumber();
            ReminderLetter.Words words = letter.words(level, due);
            mail.post(order, key, words.subject(), words.text());
            planned.forEach(plan -> log.sent(plan, key));
        } else {
            int rank = DunningPlan.rank(highest(written));
            planned.stream()
                    .filter(plan -> DunningPlan.rank(plan.step()) <= rank)
                    .forEach(plan -> log.sent(plan, key));
            log.planned(company).forEach(log::drop);
        }
    }

    /** What was planned and is neither paid nor disputed meanwhile: the letter may come later than its plan. */
    private List<DunningLog.Planned> stillOpen(String company) {
        List<DunningLog.Planned> all = log.planned(company);
        all.stream()
                .filter(plan ->
                        receivables.isPaid(plan.invoiceNumber()) || log.isDisputed(invoices.get(plan.invoiceNumber())))
                .forEach(log::drop);
        return log.planned(company);
    }

    /** All that is collected and due, but for what the client disputes or promised to pay later. */
    private List<OpenInvoice> due(String company, LocalDate today) {
        Set<String> planned = log.planned(company).stream()
                .map(DunningLog.Planned::invoiceNumber)
                .collect(Collectors.toSet());
        return receivables.collectedOf(company).stream()
                .filter(invoice -> !invoice.due().isAfter(today.plusDays(DAYS_AHEAD)))
                .filter(invoice -> planned.contains(invoice.number()) || !isSpared(invoice, today))
                .toList();
    }

    private boolean isSpared(OpenInvoice invoice, LocalDate today) {
        List<DunningEntry> done = log.of(invoices.get(invoice.number())).stream()
                .filter(entry -> !entry.outcome().equals(DunningEntry.HELD))
                .toList();
        return !done.isEmpty() && done.get(done.size() - 1).outcome().equals("DISPUTED")
                || done.stream()
                        .anyMatch(entry ->
                                entry.promised() != null && !entry.promised().isBefore(today));
    }

    private static String highest(List<String> levels) {
        return levels.stream().max(Comparator.comparingInt(DunningPlan::rank)).orElseThrow();
    }
}
