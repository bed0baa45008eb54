package salesconveyor.line;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;
import salesconveyor.development.Developing;
import salesconveyor.engine.RunningCases;

/** Finds cases by their numbers, and which run in which stage. */
@Component
public class CaseFiles {
    /** The stages in the order in which a case travels them. */
    public static final List<String> STAGES = List.of("acquireClient", "sellToClient", "serveClient", "developClient");

    private final Opportunities opportunities;
    private final Companies companies;
    private final Developing developing;
    private final RunningCases running;

    CaseFiles(Opportunities opportunities, Companies companies, Developing developing, RunningCases running) {
        this.opportunities = opportunities;
        this.companies = companies;
        this.developing = developing;
        this.running = running;
    }

    public Optional<CaseFile> find(String number) {
        if (developing.isClient(number)) {
            String owner = developing.accountManager(number).orElse(null);
            return Optional.of(
                    new CaseFile(number, number, companies.get(number).name(), owner));
        }
        return opportunities
                .find(number)
                .map(found -> new CaseFile(
                        number,
                        found.companyNumber(),
                        companies.get(found.companyNumber()).name(),
                        found.owner()));
    }

    /** The name of the stage that the case is in; the last one when it is in several. */
    public Optional<String> stage(String number) {
        Map<String, String> places = running.of(number, STAGES).stream()
                .collect(Collectors.toMap(
                        RunningCases.Place::process, RunningCases.Place::process, (one, other) -> one));
        return STAGES.stream()
                .filter(places::containsKey)
                .reduce((before, after) -> after)
                .map(stage -> running.name(stage, null));
    }

    /** The number of the case of a task that the person who asks may see. */
    public Optional<CaseFile> ofTask(String task) {
        return running.ofTask(task).flatMap(this::find);
    }
}
