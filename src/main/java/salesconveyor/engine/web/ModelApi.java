package salesconveyor.engine.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.engine.Migrating;
import salesconveyor.engine.MigrationProgress;
import salesconveyor.engine.Models;
import salesconveyor.engine.Models.InForce;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Sentence;
import salesconveyor.shared.Texts;

/**
 * Which version of a model is in force, back to another one, and the running cases to another one; for process owners.
 * Our page asks the same under {@code /pages}, where its login and its proof of being ours count.
 */
@RestController
class ModelApi {
    /** @param version the version to go back to */
    record Back(@Nullable Integer version) {}

    /** @param from cases of this version, of all others when it is missing; @param to the newest when it is missing */
    record Move(
            @Nullable Boolean dryRun,
            @Nullable Integer from,
            @Nullable Integer to) {}

    /** @param reasons why the case stays; none when it moves */
    record CaseAnswer(String number, int version, List<String> steps, List<String> reasons) {}

    /** @param started whether the moves have begun; false for a dry run */
    record PlanAnswer(
            boolean started, int to, int moving, int staying, List<CaseAnswer> moves, List<CaseAnswer> stays) {}

    record FailedAnswer(String number, List<String> reasons) {}

    record StepAnswer(
            int from,
            int to,
            int cases,
            int moved,
            boolean running,
            String started,
            @Nullable String startedBy,
            List<FailedAnswer> failed) {}

    private final Models models;
    private final Migrating migrating;
    private final MigrationProgress progress;
    private final Texts texts;

    ModelApi(Models models, Migrating migrating, MigrationProgress progress, Texts texts) {
        this.models = models;
        this.migrating = migrating;
        this.progress = progress;
        this.texts = texts;
    }

    @GetMapping("/api/models")
    List<InForce> all() {
        return models.all();
    }

    /** Puts the software's own version in force. @return 404 when there is no such model, 400 when the software has none */
    @PostMapping({"/api/models/{id}/shipped", "/pages/models/{id}/shipped"})
    ResponseEntity<InForce> takeShipped(@PathVariable String id) {
        return ResponseEntity.of(models.find(id).map(models::takeShipped));
    }

    /** Puts an earlier version in force again. @return what is in force now and which cases run in which version */
    @PostMapping({"/api/models/{id}/rollback", "/pages/models/{id}/rollback"})
    ResponseEntity<InForce> rollBack(@PathVariable String id, @RequestBody Back back) {
        Integer version = back.version();
        if (version == null) {
            throw new Refused("Say which version is to be in force again.");
        }
        return ResponseEntity.of(models.find(id).map(model -> models.rollBack(model, version)));
    }

    @PostMapping({"/api/models/{id}/migration", "/pages/models/{id}/migration"})
    ResponseEntity<PlanAnswer> migrate(
            @PathVariable String id, @RequestBody Move move, Authentication login, Locale locale) {
        return ResponseEntity.of(models.find(id)
                .map(model -> Boolean.TRUE.equals(move.dryRun())
                        ? answer(false, migrating.plan(model, move.from(), move.to()), locale)
                        : answer(true, progress.start(model, move.from(), move.to(), login.getName()), locale)));
    }

    /** How far the newest migrations of this process are. */
    @GetMapping({"/api/models/{id}/migration", "/pages/models/{id}/migration"})
    ResponseEntity<List<StepAnswer>> progress(@PathVariable String id, Locale locale) {
        return ResponseEntity.of(models.find(id).map(model -> progress.of(model.key()).stream()
                .map(step -> answer(step, locale))
                .toList()));
    }

    /** Gives up the cases that could not be moved. */
    @DeleteMapping({"/api/models/{id}/migration", "/pages/models/{id}/migration"})
    ResponseEntity<Void> giveUp(@PathVariable String id) {
        var model = models.find(id);
        model.ifPresent(found -> progress.giveUp(found.key()));
        return model.isPresent()
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<Map<String, String>> refused(Refused refused, Locale locale) {
        return said(texts.say(locale, refused.sentence(), refused.arguments()));
    }

    /** An earlier version that may not be deployed any more: the same list of findings as Modeler would show. */
    @ExceptionHandler(org.camunda.bpm.engine.BadUserRequestException.class)
    ResponseEntity<Map<String, String>> refusedByTheEngine(org.camunda.bpm.engine.BadUserRequestException refusal) {
        return said(String.valueOf(refusal.getMessage()));
    }

    private static ResponseEntity<Map<String, String>> said(String sentence) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST).body(Map.of("message", sentence));
    }

    private PlanAnswer answer(boolean started, Migrating.Plan plan, Locale locale) {
        return new PlanAnswer(
                started,
                plan.to(),
                plan.moving(),
                plan.staying(),
                plan.moves().stream().map(one -> answer(one, locale)).toList(),
                plan.stays().stream().map(one -> answer(one, locale)).toList());
    }

    private CaseAnswer answer(Migrating.Case one, Locale locale) {
        return new CaseAnswer(one.number(), one.version(), one.steps(), words(one.reasons(), locale));
    }

    private StepAnswer answer(MigrationProgress.Step step, Locale locale) {
        return new StepAnswer(
                step.from(),
                step.to(),
                step.cases(),
                step.moved(),
                step.running(),
                step.started().toString(),
                step.startedBy(),
                step.failed().stream()
                        .map(failed -> new FailedAnswer(failed.number(), words(failed.reasons(), locale)))
                        .toList());
    }

    private List<String> words(List<Sentence> sentences, Locale locale) {
        return sentences.stream().map(sentence -> sentence.in(locale, texts)).toList();
    }
}
