package salesconveyor.line;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.Invoices;
import salesconveyor.engine.OutcomeWords;
import salesconveyor.engine.RunningCases;
import salesconveyor.mail.Outbox;
import salesconveyor.payments.PaymentHistory;
import salesconveyor.people.Role;
import salesconveyor.selling.ProposalHistory;
import salesconveyor.service.Deliveries;
import salesconveyor.service.Delivery;
import salesconveyor.service.ServiceHistory;
import salesconveyor.shared.Texts;
import salesconveyor.shared.pdf.PaperNumbers;

/** What left the house for a client and what came back: proposals, invoices, deliveries, payments, letters, answers. */
@Component
@Transactional(readOnly = true)
class OrderStory {
    private final ProposalHistory proposals;
    private final CasePapers papers;
    private final Invoices invoices;
    private final PaymentHistory payments;
    private final Deliveries deliveries;
    private final ServiceHistory service;
    private final Outbox outbox;
    private final RunningCases running;
    private final OutcomeWords outcomes;
    private final Texts texts;
    private final Clock clock;

    OrderStory(
            ProposalHistory proposals,
            CasePapers papers,
            Invoices invoices,
            PaymentHistory payments,
            Deliveries deliveries,
            ServiceHistory service,
            Outbox outbox,
            RunningCases running,
            OutcomeWords outcomes,
            Texts texts,
            Clock clock) {
        this.proposals = proposals;
        this.papers = papers;
        this.invoices = invoices;
        this.payments = payments;
        this.deliveries = deliveries;
        this.service = service;
        this.outbox = outbox;
        this.running = running;
        this.outcomes = outcomes;
        this.texts = texts;
        this.clock = clock;
    }

    /** In no order. */
    List<CaseStory.Entry> of(CaseFile file, Collection<String> groups) {
        List<CaseStory.Entry> story = new ArrayList<>();
        List<String> orders = papers.orders(file).toList();
        if (sees(groups, Role.ASSISTANTS)) {
            proposals.of(file.number()).forEach(version -> tell(version, story));
        }
        if (sees(groups, Role.ACCOUNTANTS)) {
            List<Invoice> all = orders.stream()
                    .flatMap(order -> invoices.ofOrder(order).stream())
                    .toList();
            money(all, story);
        }
        if (sees(groups, Role.SHIPPERS)) {
            orders.stream()
                    .flatMap(order -> deliveries.ofOrder(order).stream())
                    .forEach(delivery -> story.add(entry(delivery)));
            orders.forEach(order -> notes(order, story));
        }
        if (sees(groups, Role.MANAGERS)) {
            orders.stream()
                    .flatMap(order -> service.answer(order).stream())
                    .forEach(answer -> story.add(new CaseStory.Entry(
                            answer.answered(),
                            texts.say("Answer of the client"),
                            null,
                            lines(texts.say("Score {0} of 10", answer.score()), answer.comment()))));
        }
        return story;
    }

    private void tell(ProposalHistory.Told version, List<CaseStory.Entry> story) {
        if (version.sent() != null) {
            story.add(new CaseStory.Entry(
                    version.sent(),
                    texts.say("Proposal {0}, version {1}", version.opportunityNumber(), version.version()),
                    null,
                    letter("proposal-" + version.name())));
        }
    }

    private void money(List<Invoice> all, List<CaseStory.Entry> story) {
        Map<String, Outbox.Letter> letters = letters(all.stream().map(invoice -> "invoice-" + invoice.number()));
        for (Invoice invoice : all) {
            Outbox.Letter letter = letters.get("invoice-" + invoice.number());
            // An invoice knows its day alone; its letter the minute.
            OffsetDateTime at = letter == null ? start(invoice.issued()) : letter.posted();
            story.add(new CaseStory.Entry(
                    at,
                    papers.title(invoice),
                    null,
                    lines(
                            amount(invoice.gross(), invoice.currency()) + ", "
                                    + texts.say("due {0}", day(invoice.due())),
                            letter == null ? null : state(letter))));
        }
        List<String> numbers = all.stream().map(Invoice::number).toList();
        payments.parts(numbers)
                .forEach(part -> story.add(new CaseStory.Entry(
                        part.at(),
                        texts.say(part.amount().signum() < 0 ? "Payment taken back" : "Payment received"),
                        part.person(),
                        amount(part.amount(), part.currency()) + " · " + part.invoice())));
        payments.steps(numbers).forEach(step -> story.add(entry(step)));
    }

    private CaseStory.Entry entry(PaymentHistory.Step step) {
        Outbox.Letter letter =
                step.letter() == null ? null : letters(Stream.of(step.letter())).get(step.letter());
        String station = letter == null ? texts.say("Unpaid invoice {0}", step.invoice()) : letter.subject();
        String promised = step.promised() == null ? null : texts.say("Promised for {0}", day(step.promised()));
        return new CaseStory.Entry(
                letter == null ? start(step.day()) : letter.posted(),
                station,
                step.author(),
                lines(letter == null ? word(step) : state(letter), promised, step.reason()));
    }

    private @Nullable String word(PaymentHistory.Step step) {
        // A dispute may also be entered on the page of the invoices; the form of the call alone has a word for it.
        boolean ofCall = step.step().equals("CALL") || step.outcome().equals("DISPUTED");
        return outcomes.of(ofCall ? "callDebtor" : "decideOverdue", step.outcome())
                .orElse(null);
    }

    private CaseStory.Entry entry(Delivery delivery) {
        return new CaseStory.Entry(
                delivery.shipped(),
                texts.say("Delivery {0}", delivery.number()),
                null,
                lines(
                        letter("delivery-" + delivery.number()),
                        delivery.dispatch().tracking(),
                        delivery.dispatch().note()));
    }

    private void notes(String order, List<CaseStory.Entry> story) {
        for (ServiceHistory.Note note : service.notes(order)) {
            if (note.text() != null) {
                String known = running.name("serveClient", note.station());
                story.add(new CaseStory.Entry(
                        note.written(),
                        known.equals(note.station()) ? running.name("measureSatisfaction", known) : known,
                        note.author(),
                        outcomes.of(note.station(), note.outcome()).orElse(null),
                        note.text()));
            }
        }
    }

    private @Nullable String letter(String key) {
        Outbox.Letter letter = letters(Stream.of(key)).get(key);
        return letter == null ? null : state(letter);
    }

    private Map<String, Outbox.Letter> letters(Stream<String> keys) {
        return outbox.letters(keys.toList()).stream().collect(Collectors.toMap(Outbox.Letter::key, letter -> letter));
    }

    private String state(Outbox.Letter letter) {
        return switch (letter.state()) {
            case "SENT" -> texts.say("Letter sent");
            case "WAITING", "SENDING" -> texts.say("Letter on its way");
            case "BOUNCED" -> texts.say("Letter came back");
            default -> texts.say("Letter could not be sent");
        };
    }

    private static boolean sees(Collection<String> groups, Role station) {
        return StoryRights.sees(groups, station.group());
    }

    private static String lines(@Nullable String... lines) {
        return Stream.of(lines).filter(line -> line != null && !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private String amount(BigDecimal amount, String currency) {
        return new PaperNumbers(texts.locale(), currency).amount(amount);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .format(day);
    }
}
