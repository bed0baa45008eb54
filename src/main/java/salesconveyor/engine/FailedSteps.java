package salesconveyor.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps that failed for good, grouped by what was wrong, and how to let them run again. */
@Component
public class FailedSteps {
    /**
     * Steps that failed in the same way.
     *
     * @param step id of the element in the model
     * @param stepName what people call it
     * @param cause the first line of the error, with {@code #} for each number
     * @param count how many
     * @param retriable how many of them can run again
     * @param oldest since when the first one waits
     */
    public record Group(
            String process, String step, String stepName, String cause, int count, int retriable, Date oldest) {}

    /** Jobs by what becomes of them. */
    public record Jobs(long due, long failed, long later) {}

    private record Key(String process, String step, String cause) {}

    private static final Pattern NUMBERS = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\d+", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_CAUSE = 300;

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RunningCases names;
    private final AsSystem asSystem;

    FailedSteps(RuntimeService runtime, ManagementService management, RunningCases names, AsSystem asSystem) {
        this.runtime = runtime;
        this.management = management;
        this.names = names;
        this.asSystem = asSystem;
    }

    /** The largest group first. */
    public List<Group> groups() {
        return asSystem.run(() -> grouped().entrySet().stream()
                .map(group -> {
                    Key key = group.getKey();
                    return new Group(
                            key.process(),
                            key.step(),
                            names.name(key.process(), key.step()),
                            key.cause(),
                            group.getValue().size(),
                            jobs(group.getValue()).size(),
                            group.getValue().stream()
                                    .map(Incident::getIncidentTimestamp)
                                    .min(Comparator.naturalOrder())
                                    .orElseThrow());
                })
                .sorted(Comparator.comparingInt(Group::count).reversed())
                .toList());
    }

    /**
     * Lets every step of a group run once more.
     *
     * @return how many; none when there is no such group (any more)
     */
    public int retry(String process, String step, String cause) {
        return asSystem.run(() -> {
            List<String> jobs = jobs(grouped().getOrDefault(new Key(process, step, cause), List.of()));
            if (!jobs.isEmpty()) {
                management.setJobRetries(jobs, 1);
            }
            return jobs.size();
        });
    }

    /** How many incidents there are by process. */
    public Map<String, Integer> byProcess() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        asSystem.run(this::grouped)
                .forEach((key, incidents) -> counts.merge(key.process(), incidents.size(), Integer::sum));
        return counts;
    }

    /** Those that could run now, those that wait for a person, those that are due later. */
    public Jobs jobs() {
        return asSystem.run(() -> {
            long due = management.createJobQuery().executable().count();
            long failed = management.createJobQuery().noRetriesLeft().count();
            return new Jobs(due, failed, management.createJobQuery().count() - due - failed);
        });
    }

    /** The same failure is seen at each call activity above it; only where it happened counts. */
    private Map<Key, List<Incident>> grouped() {
        Map<Key, List<Incident>> groups = new LinkedHashMap<>();
        runtime.createIncidentQuery().list().stream()
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .forEach(incident -> groups.computeIfAbsent(key(incident), key -> new ArrayList<>())
                        .add(incident));
        return groups;
    }

    private static Key key(Incident incident) {
        String definition = String.valueOf(incident.getProcessDefinitionId());
        return new Key(
                definition.substring(0, Math.max(0, definition.indexOf(':'))),
                String.valueOf(incident.getActivityId()),
                cause(incident.getIncidentMessage()));
    }

    static String cause(@Nullable String message) {
        String line =
                message == null ? "" : message.lines().findFirst().orElse("").strip();
        String cause = NUMBERS.matcher(line).replaceAll("#");
        return cause.length() > LONGEST_CAUSE ? cause.substring(0, LONGEST_CAUSE) : cause;
    }

    private static List<String> jobs(List<Incident> incidents) {
        return incidents.stream()
                .filter(incident -> Incident.FAILED_JOB_HANDLER_TYPE.equals(incident.getIncidentType()))
                .map(Incident::getConfiguration)
                .filter(Objects::nonNull)
                .toList();
    }
}
