package salesconveyor.line.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.SessionAttribute;
import salesconveyor.engine.RunningCases;
import salesconveyor.line.CaseFile;
import salesconveyor.line.CaseFiles;

/** The running cases by stage, for heads of sales, who cancel one without having its task. */
@Controller
class CasesPage {
    private static final int AT_MOST = 200;

    record Row(CaseFile file, LocalDate since) {}

    record Stage(String name, List<Row> cases, boolean more) {}

    private final CaseFiles files;
    private final RunningCases running;
    private final Clock clock;

    CasesPage(CaseFiles files, RunningCases running, Clock clock) {
        this.files = files;
        this.running = running;
        this.clock = clock;
    }

    @GetMapping("/pages/cases")
    String cases(Model model, @SessionAttribute(name = "CAMUNDA_CSRF_TOKEN", required = false) @Nullable String token) {
        model.addAttribute("stages", CaseFiles.STAGES.stream().map(this::stage).toList());
        model.addAttribute("atMost", AT_MOST);
        model.addAttribute("token", token);
        return "cases";
    }

    private Stage stage(String process) {
        List<RunningCases.Place> places = running.in(process, AT_MOST + 1);
        List<Row> rows = places.stream()
                .limit(AT_MOST)
                .flatMap(place -> files.find(place.caseNumber()).stream()
                        .map(file ->
                                new Row(file, LocalDate.ofInstant(place.since().toInstant(), clock.getZone()))))
                .toList();
        return new Stage(running.name(process, null), rows, places.size() > AT_MOST);
    }
}
