package salesconveyor.development;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Company;
import salesconveyor.payments.Receivables;
import salesconveyor.selling.Ordering;
import salesconveyor.selling.ProposalLine;
import salesconveyor.service.Complaints;
import salesconveyor.shared.Texts;

/** What to know of a client before one calls it: its class, its last order, and what stands between us. */
@Component
@Transactional(readOnly = true)
class AccountFacts {
    private final Ordering ordering;
    private final Complaints complaints;
    private final Receivables receivables;
    private final RhythmWords words;
    private final Texts texts;
    private final Clock clock;

    AccountFacts(
            Ordering ordering,
            Complaints complaints,
            Receivables receivables,
            RhythmWords words,
            Texts texts,
            Clock clock) {
        this.ordering = ordering;
        this.complaints = complaints;
        this.receivables = receivables;
        this.words = words;
        this.texts = texts;
        this.clock = clock;
    }

    /** One fact a line. */
    List<String> of(Company company) {
        List<String> facts = new ArrayList<>();
        facts.add(
                company.clientClass().equals("NEW")
                        ? texts.say("Class: new client")
                        : texts.say("Class: {0}", company.clientClass()));
        ordering.newest(company.number()).ifPresent(order -> facts.add(lastOrder(order)));
        complaints.of(company.number()).stream()
                .filter(complaint -> complaint.isOpen() || "LOST".equals(complaint.outcome()))
                .limit(3)
                .forEach(complaint -> facts.add(told(complaint)));
        receivables.overdue(company.number()).stream()
                .limit(3)
                .forEach(invoice -> facts.add(texts.say(
                        "Overdue invoice {0}: {1} {2}, due on {3}",
                        invoice.number(), words.amount(invoice.open()), invoice.currency(), words.day(invoice.due()))));
        return facts;
    }

    private String lastOrder(String order) {
        BigDecimal amount =
                ordering.lines(order).stream().map(ProposalLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        return texts.say(
                "Last order: {0} of {1}, {2} net",
                order, words.day(day(ordering.get(order).ordered())), words.amount(amount));
    }

    private String told(Complaints.Complaint complaint) {
        String score = String.valueOf(complaint.score());
        return complaint.isOpen()
                ? texts.say(
                        "Open complaint: order {0}, score {1} of 10, since {2}",
                        complaint.orderNumber(), score, words.day(day(complaint.opened())))
                : texts.say(
                        "Complaint that was not settled: order {0}, score {1} of 10, on {2}",
                        complaint.orderNumber(), score, words.day(day(complaint.opened())));
    }

    private LocalDate day(OffsetDateTime time) {
        return time.atZoneSameInstant(clock.getZone()).toLocalDate();
    }
}
