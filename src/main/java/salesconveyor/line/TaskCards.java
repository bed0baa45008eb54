package salesconveyor.line;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.RunningCases;
import salesconveyor.payments.Candidates;
import salesconveyor.people.Role;
import salesconveyor.shared.Money;
import salesconveyor.shared.Texts;

/**
 * What the cards of a list of tasks tell beside the station: by what a person chooses the next one. However many cards
 * there are, it is asked for once.
 */
@Component
@Transactional(readOnly = true)
public class TaskCards {
    /**
     * @param company the client, or who sent a payment
     * @param number of the case, or of the bank's statement
     * @param facts where the company is and, for those who deal with clients, its class
     * @param due when the station promised to be done
     */
    public record Card(
            String company,
            String number,
            List<String> facts,
            @Nullable OffsetDateTime due) {}

    private record Row(
            String number,
            String name,
            @Nullable String city,
            @Nullable String region,
            @Nullable String country,
            String clientClass) {}

    /** Home workers need no class of the client for their work. */
    private static final Set<Role> WITHOUT_CLASS = Set.of(Role.RESEARCHERS, Role.CALLERS, Role.MARKETERS);

    private final RunningCases running;
    private final Candidates candidates;
    private final JdbcClient jdbc;
    private final Texts texts;
    private final Clock clock;

    TaskCards(RunningCases running, Candidates candidates, JdbcClient jdbc, Texts texts, Clock clock) {
        this.running = running;
        this.candidates = candidates;
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /** By task; nothing for a task that the person who asks may not see, or that belongs to no case. */
    public Map<String, Card> of(Collection<String> tasks, Viewer viewer) {
        List<RunningCases.Listed> listed = running.ofTasks(tasks);
        Map<String, Row> rows =
                rows(listed.stream().map(RunningCases.Listed::caseNumber).collect(Collectors.toSet()));
        Map<String, Card> cards = new HashMap<>();
        Map<String, String> entries = running.own(tasks, "bankEntry");
        for (RunningCases.Listed task : listed) {
            Row row = rows.get(task.caseNumber());
            OffsetDateTime due = task.due() == null
                    ? null
                    : OffsetDateTime.ofInstant(task.due().toInstant(), clock.getZone());
            if (row != null) {
                cards.put(task.task(), new Card(row.name(), task.caseNumber(), facts(row, viewer), due));
            } else if (entries.containsKey(task.task())) {
                cards.put(task.task(), payment(entries.get(task.task()), task.caseNumber(), due));
            }
        }
        return cards;
    }

    /** Who paid how much and when, by which an accountant knows the money. */
    private Card payment(String entry, String statement, @Nullable OffsetDateTime due) {
        var card = candidates.brief(Long.parseLong(entry));
        return new Card(
                card.payer() == null ? texts.say("Unknown payer") : card.payer(),
                statement,
                List.of(
                        Money.of(card.amount(), card.currency()).text(texts.locale()),
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(texts.locale())
                                .format(card.booked())),
                due);
    }

    private Map<String, Row> rows(Set<String> numbers) {
        Map<String, Row> rows = new HashMap<>();
        if (!numbers.isEmpty()) {
            // A case of stage 4 has the number of its client.
            jdbc.sql("select o.number, c.name, c.city, c.region, c.country, c.client_class from opportunity o"
                            + " join company c on c.number = o.company_number where o.number in (:numbers)"
                            + " union all select c.number, c.name, c.city, c.region, c.country, c.client_class"
                            + " from company c where c.number in (:numbers)")
                    .param("numbers", numbers)
                    .query(Row.class)
                    .list()
                    .forEach(row -> rows.put(row.number(), row));
        }
        return rows;
    }

    private List<String> facts(Row row, Viewer viewer) {
        String place = Stream.of(row.city(), row.region(), row.country())
                .filter(part -> part != null && !part.isBlank())
                .findFirst()
                .orElse(null);
        boolean withClass = viewer.groups().stream()
                .flatMap(group -> Role.of(group).stream())
                .anyMatch(role -> !WITHOUT_CLASS.contains(role));
        String clientClass =
                withClass && !row.clientClass().equals("NEW") ? texts.say("Class {0}", row.clientClass()) : null;
        return Stream.of(place, clientClass).filter(fact -> fact != null).toList();
    }
}
