package salesconveyor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.ModelDefinitions.Version;
import salesconveyor.engine.Models.InForce;
import salesconveyor.shared.Sentence;

/**
 * Moves running cases to another version of their model. Each case is looked at first; only those that can keep their
 * place are moved, with their tasks, timers and messages they wait for as they are.
 */
@Component
public class Migrating {
    /** So many of each kind are told one by one; all are counted. */
    private static final int TOLD = 2000;

    /**
     * A case that would move or stay.
     *
     * @param steps what people call the steps where it is
     * @param reasons why it cannot be moved; none when it can
     */
    public record Case(String number, int version, List<String> steps, List<Sentence> reasons) {}

    /** What a migration would do. */
    public record Plan(int to, int moving, int staying, List<Case> moves, List<Case> stays) {}

    private record Looked(ProcessInstance instance, Place place) {
        boolean moves() {
            return place.reasons().isEmpty();
        }
    }

    private record Place(List<String> steps, List<Sentence> reasons) {}

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ModelDefinitions definitions;
    private final Migrations migrations;
    private final CasePlaces places;
    private final AsSystem asSystem;
    private final ProcessEngineConfigurationImpl engine;

    Migrating(
            ProcessEngine engine,
            ModelDefinitions definitions,
            Migrations migrations,
            CasePlaces places,
            AsSystem asSystem) {
        this.runtime = engine.getRuntimeService();
        this.repository = engine.getRepositoryService();
        this.definitions = definitions;
        this.migrations = migrations;
        this.places = places;
        this.asSystem = asSystem;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /**
     * What would happen; nothing does.
     *
     * @param from the version whose cases are moved; all others when it is not said
     * @param to the version they are moved to; the newest when it is not said
     */
    public Plan plan(InForce model, @Nullable Integer from, @Nullable Integer to) {
        return asSystem.run(() -> {
            Version target = target(model, to);
            List<Case> moves = new ArrayList<>();
            List<Case> stays = new ArrayList<>();
            int moving = 0;
            int staying = 0;
            for (Version source : sources(model, from, target)) {
                for (Looked looked : look(source, target)) {
                    List<Case> told = looked.moves() ? moves : stays;
                    moving += looked.moves() ? 1 : 0;
                    staying += looked.moves() ? 0 : 1;
                    if (told.size() < TOLD) {
                        told.add(new Case(
                                number(looked.instance()),
                                source.number(),
                                looked.place().steps(),
                                looked.place().reasons()));
                    }
                }
            }
            return new Plan(target.number(), moving, staying, moves, stays);
        });
    }

    /** Begins to move what can be moved, in the background. @return the same plan, of which the moves have begun */
    @Transactional
    Plan start(InForce model, @Nullable Integer from, @Nullable Integer to, String person) {
        Plan plan = plan(model, from, to);
        asSystem.run(() -> {
            Version target = target(model, to);
            for (Version source : sources(model, from, target)) {
                List<String> instances = look(source, target).stream()
                        .filter(Looked::moves)
                        .map(looked -> looked.instance().getId())
                        .toList();
                if (!instances.isEmpty()) {
                    Batch batch = runtime.newMigration(planned(source, target))
                            .processInstanceIds(instances)
                            .executeAsync();
                    migrations.begun(
                            model.key(), source.number(), target.number(), batch.getId(), instances.size(), person);
                }
            }
            return plan;
        });
        return plan;
    }

    private Version target(InForce model, @Nullable Integer to) {
        if (model.kind() != ModelKind.PROCESS) {
            throw new Refused("{0} has no running cases; only processes have.", model.file());
        }
        return definitions.versions(model.kind(), model.key()).stream()
                .filter(version -> to == null || version.number() == to)
                .findFirst()
                .orElseThrow(() -> new Refused("{0} has no version {1}.", model.file(), String.valueOf(to)));
    }

    private List<Version> sources(InForce model, @Nullable Integer from, Version target) {
        return definitions.versions(model.kind(), model.key()).stream()
                .filter(version -> version.number() != target.number() && (from == null || version.number() == from))
                .toList();
    }

    private List<Looked> look(Version source, Version target) {
        List<ProcessInstance> running = runtime.createProcessInstanceQuery()
                .processDefinitionId(source.id())
                .orderByBusinessKey()
                .asc()
                .list();
        if (running.isEmpty()) {
            return List.of();
        }
        MigrationPlan plan = planned(source, target);
        var words = new MigrationWords(repository, source.id(), target.id());
        Map<String, String> alike = places.of(source.id());
        Map<String, Place> tried = new HashMap<>();
        List<Looked> all = new ArrayList<>();
        for (ProcessInstance instance : running) {
            String where = alike.getOrDefault(instance.getId(), instance.getId());
            Place place = tried.get(where);
            if (place == null) {
                var obstacles = obstacles(plan, instance.getId());
                place = new Place(
                        leaves(runtime.getActivityInstance(instance.getId()))
                                .map(words::step)
                                .distinct()
                                .toList(),
                        obstacles.stream().map(words::of).distinct().toList());
                // That this one ended meanwhile says nothing of those that stand where it stood.
                if (!obstacles.contains(MigrationTrial.ENDED)) {
                    tried.put(where, place);
                }
            }
            all.add(new Looked(instance, place));
        }
        return all;
    }

    private List<MigrationTrial.Obstacle> obstacles(MigrationPlan plan, String instance) {
        return engine.getCommandExecutorTxRequired().execute(new MigrationTrial(plan, instance));
    }

    private MigrationPlan planned(Version source, Version target) {
        return runtime.createMigrationPlan(source.id(), target.id())
                .mapEqualActivities()
                .build();
    }

    static String number(ProcessInstance instance) {
        return Objects.requireNonNullElse(instance.getBusinessKey(), instance.getId());
    }

    private static Stream<String> leaves(@Nullable ActivityInstance node) {
        if (node == null) {
            return Stream.empty();
        }
        Stream<String> waiting =
                Stream.of(node.getChildTransitionInstances()).map(transition -> transition.getActivityId());
        if (node.getChildActivityInstances().length == 0 && node.getChildTransitionInstances().length == 0) {
            return Stream.of(node.getActivityId());
        }
        return Stream.concat(
                waiting, Stream.of(node.getChildActivityInstances()).flatMap(Migrating::leaves));
    }

    /** Why this case is not moved now; nothing when it would be. */
    List<Sentence> reasons(String process, int from, int to, Collection<String> instances) {
        return asSystem.run(() -> {
            List<Version> versions = definitions.versions(ModelKind.PROCESS, process);
            Version source = versions.stream()
                    .filter(v -> v.number() == from)
                    .findFirst()
                    .orElseThrow();
            Version target =
                    versions.stream().filter(v -> v.number() == to).findFirst().orElseThrow();
            var words = new MigrationWords(repository, source.id(), target.id());
            MigrationPlan plan = planned(source, target);
            return instances.stream()
                    .flatMap(instance -> obstacles(plan, instance).stream())
                    .map(words::of)
                    .distinct()
                    .toList();
        });
    }
}
