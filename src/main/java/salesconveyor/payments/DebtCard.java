package salesconveyor.payments;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Company;
import salesconveyor.shared.Money;
import salesconveyor.shared.Texts;
import salesconveyor.work.DecisionHistory;
import salesconveyor.work.DecisionHistory.Decided;

/** What a person reads about a debt before calling or deciding. */
@Component
@Transactional
class DebtCard {
    private static final int MOST_CHARACTERS = 3500; // of a process variable

    private final Companies companies;
    private final Receivables receivables;
    private final DunningLog log;
    private final DecisionHistory decisions;
    private final Texts texts;

    DebtCard(Companies companies, Receivables receivables, DunningLog log, DecisionHistory decisions, Texts texts) {
        this.companies = companies;
        this.receivables = receivables;
        this.log = log;
        this.decisions = decisions;
        this.texts = texts;
    }

    String company(String number) {
        return companies.get(number).name();
    }

    String contact(String number) {
        Company company = companies.get(number);
        return Stream.of(company.person(), company.position(), company.callNumber())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** What the client is asked for, the invoice in question first. */
    String debts(String number, String invoice) {
        List<OpenInvoice> open = receivables.collectedOf(number);
        String lines = Stream.concat(
                        open.stream().filter(debt -> debt.number().equals(invoice)),
                        open.stream().filter(debt -> !debt.number().equals(invoice)))
                .map(debt -> texts.say(
                        "{0}, due on {1}: {2}",
                        debt.number(),
                        day(debt.due()),
                        Money.of(debt.open(), debt.currency()).text(texts.locale())))
                .collect(Collectors.joining("\n"));
        return cut(lines
                + (receivables.deliveriesStopped(number)
                        ? "\n" + texts.say("Deliveries to this client are stopped.")
                        : ""));
    }

    /** What was done so far, one step a line, the newest last. */
    String story(String invoice) {
        List<String> lines = log.story(invoice).stream()
                .map(entry -> Stream.of(
                                day(entry.doneOn()),
                                words(entry),
                                entry.promised() == null ? null : day(entry.promised()),
                                entry.reason(),
                                entry.author())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · ")))
                .toList();
        return cut(String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size())));
    }

    /** The story with the reason why a head of sales is to decide now. */
    String storyToDecide(String invoice) {
        List<DunningEntry> done = log.story(invoice);
        boolean disputed =
                !done.isEmpty() && done.get(done.size() - 1).outcome().equals("DISPUTED");
        String why = disputed
                ? texts.say("the client disputes the invoice.")
                : decisions.lastAbout(invoice, "dunningLevel").map(this::reason).orElse("");
        return why.isEmpty() ? story(invoice) : cut(texts.say("Why it came to you: {0}", why) + "\n" + story(invoice));
    }

    /** The plan decides before the table does when calls brought nothing or the rest is too small for a letter. */
    private String reason(Decided level) {
        return switch (level.result()) {
            case "DECIDE" -> level.explanation();
            case "WAIT" -> texts.say("so small a rest is written to nobody, and it stays unpaid.");
            default -> texts.say("calls and promises brought nothing.") + " " + level.explanation();
        };
    }

    private String words(DunningEntry entry) {
        return switch (entry.outcome()) {
            case "SENT" ->
                switch (entry.step()) {
                    case "PRE_REMINDER" -> texts.say("Friendly note sent");
                    case "REMINDER" -> texts.say("Reminder sent");
                    default -> texts.say("Second notice sent");
                };
            case "PROMISED" -> texts.say("Promised to pay");
            case "DISPUTED" -> texts.say("Disputes the invoice");
            case "NO_ANSWER" -> texts.say("No answer");
            case "DO_NOT_CALL" -> texts.say("Does not want to be called");
            case "EXTEND" -> texts.say("New due date");
            case "STOP" -> texts.say("Deliveries stopped");
            case "RELEASE" -> texts.say("Deliveries released");
            case "CREDIT" -> texts.say("To be credited");
            default -> texts.say("Written off");
        };
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .format(day);
    }

    private static String cut(String text) {
        return Objects.requireNonNull(Statements.cut(text, MOST_CHARACTERS));
    }
}
