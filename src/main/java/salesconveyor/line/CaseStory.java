package salesconveyor.line;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.CallHistory;
import salesconveyor.development.Developing;
import salesconveyor.engine.OutcomeWords;
import salesconveyor.engine.RunningCases;
import salesconveyor.people.Role;
import salesconveyor.selling.Sales;
import salesconveyor.shared.Texts;
import salesconveyor.work.WorkHistory;

/** What happened in a case, as far as the role that looks may see it. */
@Component
@Transactional(readOnly = true)
public class CaseStory {
    /**
     * One entry: a task that was done, what somebody noted, or what left the house and came back.
     *
     * @param outcome what came of it, in words
     */
    public record Entry(
            OffsetDateTime at,
            String station,
            @Nullable String person,
            @Nullable String outcome,
            @Nullable String text) {
        Entry(OffsetDateTime at, String station, @Nullable String person, @Nullable String text) {
            this(at, station, person, null, text);
        }

        /** A task that was done and left this note. */
        private boolean isToldBy(Entry note) {
            return text == null
                    && note.text() != null
                    && station.equals(note.station())
                    && Duration.between(at, note.at()).abs().toSeconds() < 2;
        }
    }

    private final WorkHistory work;
    private final CallHistory calls;
    private final Sales sales;
    private final Developing developing;
    private final CaseDecisions decisions;
    private final DecisionStory reasons;
    private final OrderStory orders;
    private final MoveStory moves;
    private final RunningCases running;
    private final OutcomeWords outcomes;
    private final Texts texts;

    CaseStory(
            WorkHistory work,
            CallHistory calls,
            Sales sales,
            Developing developing,
            CaseDecisions decisions,
            DecisionStory reasons,
            OrderStory orders,
            MoveStory moves,
            RunningCases running,
            OutcomeWords outcomes,
            Texts texts) {
        this.work = work;
        this.calls = calls;
        this.sales = sales;
        this.developing = developing;
        this.decisions = decisions;
        this.reasons = reasons;
        this.orders = orders;
        this.moves = moves;
        this.running = running;
        this.outcomes = outcomes;
        this.texts = texts;
    }

    /** Oldest first. */
    public List<Entry> of(CaseFile file, Viewer viewer) {
        List<WorkHistory.Done> done = work.of(file.number());
        Collection<String> groups = viewer.groups();
        List<Entry> story = new ArrayList<>();
        done.stream()
                .filter(task -> StoryRights.sees(groups, task.role()))
                .forEach(task -> story.add(new Entry(
                        task.ended(),
                        name(task),
                        task.worker(),
                        outcomes.of(task.station(), task.outcome()).orElse(null),
                        null)));
        calls(file, groups, story);
        saleNotes(file, groups, done, story);
        contacts(file, groups, story);
        if (StoryRights.sees(groups, Role.HEADS.group())) {
            decisions
                    .of(file.number())
                    .forEach(decision -> story.add(
                            new Entry(decision.decided(), name(decision), decision.author(), decision.reason())));
        }
        story.addAll(reasons.of(file, viewer));
        story.addAll(orders.of(file, groups));
        story.addAll(moves.of(file, viewer));
        story.removeIf(entry -> story.stream().anyMatch(entry::isToldBy));
        story.sort(Comparator.comparing(Entry::at));
        return story;
    }

    private void calls(CaseFile file, Collection<String> groups, List<Entry> story) {
        if (StoryRights.sees(groups, Role.CALLERS.group())) {
            String station = running.name("acquireClient", "callCompany");
            calls.of(file.number()).stream()
                    .filter(call -> !call.text().isEmpty())
                    .forEach(call -> story.add(new Entry(
                            call.called(),
                            call.isIncoming() ? texts.say("Word from the company") : station,
                            call.caller(),
                            outcomes.of("callCompany", call.outcome()).orElse(null),
                            call.text())));
        }
    }

    private void saleNotes(CaseFile file, Collection<String> groups, List<WorkHistory.Done> done, List<Entry> story) {
        Map<String, WorkHistory.Done> stations = done.stream()
                .collect(Collectors.toMap(WorkHistory.Done::station, Function.identity(), (one, other) -> one));
        for (Sales.Note note : sales.story(file.number())) {
            WorkHistory.Done station = stations.get(note.station());
            if (note.text() != null && StoryRights.sees(groups, station == null ? null : station.role())) {
                String name = station == null ? running.name("developClient", note.station()) : name(station);
                story.add(new Entry(
                        note.written(),
                        name,
                        note.author(),
                        outcomes.of(note.station(), note.outcome()).orElse(null),
                        note.text()));
            }
        }
    }

    private void contacts(CaseFile file, Collection<String> groups, List<Entry> story) {
        if (StoryRights.sees(groups, Role.ACCOUNT_MANAGERS.group())) {
            String station = running.name("developClient", "contactClient");
            developing
                    .talks(file.number())
                    .forEach(talk -> story.add(new Entry(talk.contacted(), station, talk.author(), talk.text())));
        }
    }

    private String name(WorkHistory.Done task) {
        return running.name(task.process(), task.station());
    }

    private String name(CaseDecisions.Decision decision) {
        return decision.decision().equals(CaseDecisions.CANCELLED)
                ? texts.say("Case cancelled")
                : texts.say("Contact forbidden");
    }
}
