package salesconveyor.engine;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.BatchStatistics;
import org.camunda.bpm.engine.impl.batch.BatchJobConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.migration.batch.MigrationBatchJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Sentence;

/** How far the migrations of a process are, and which cases could not be moved after all. */
@Component
public class MigrationProgress {
    private static final int NEWEST = 10;

    /** A case that was to be moved and was not: it went on meanwhile. */
    public record Failed(String number, List<Sentence> reasons) {}

    /** @param running whether the program still works on it */
    public record Step(
            long id,
            int from,
            int to,
            int cases,
            int moved,
            boolean running,
            OffsetDateTime started,
            @Nullable String startedBy,
            List<Failed> failed) {}

    private final Migrations migrations;
    private final Migrating migrating;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final AsSystem asSystem;
    private final ProcessEngineConfigurationImpl engine;

    MigrationProgress(Migrations migrations, Migrating migrating, ProcessEngine engine, AsSystem asSystem) {
        this.migrations = migrations;
        this.migrating = migrating;
        this.management = engine.getManagementService();
        this.runtime = engine.getRuntimeService();
        this.asSystem = asSystem;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Begins what {@link Migrating#start} says; one at a time, for two that run at once would both move the same cases. */
    @Transactional
    public Migrating.Plan start(Models.InForce model, @Nullable Integer from, @Nullable Integer to, String person) {
        if (!migrations.lock() || of(model.key()).stream().anyMatch(Step::running)) {
            throw new Refused("Cases are being moved already; wait until that is done and look again.");
        }
        return migrating.start(model, from, to, person);
    }

    /** The newest first. */
    public List<Step> of(String process) {
        return asSystem.run(
                () -> migrations.of(process, NEWEST).stream().map(this::step).toList());
    }

    /** Gives up the cases that could not be moved: they stay in their version, and nothing tries again. */
    @Transactional
    public void giveUp(String process) {
        asSystem.run(() -> {
            for (Migrations.Begun begun : migrations.of(process, NEWEST)) {
                Step step = step(begun);
                if (!step.failed().isEmpty()) {
                    management.deleteBatch(begun.batch(), true);
                    migrations.givenUp(begun.id(), step.cases() - step.moved());
                }
            }
            return process;
        });
    }

    private Step step(Migrations.Begun begun) {
        BatchStatistics batch =
                management.createBatchStatisticsQuery().batchId(begun.batch()).singleResult();
        int remaining = batch == null ? begun.leftOver() : batch.getRemainingJobs();
        List<Failed> failed = batch == null ? List.of() : failed(begun, batch);
        return new Step(
                begun.id(),
                begun.fromVersion(),
                begun.toVersion(),
                begun.cases(),
                begun.cases() - remaining,
                batch != null && remaining > failed.size(),
                begun.started(),
                begun.startedBy(),
                failed);
    }

    private List<Failed> failed(Migrations.Begun begun, BatchStatistics batch) {
        List<Failed> failed = new ArrayList<>();
        for (Job job : management
                .createJobQuery()
                .jobDefinitionId(batch.getBatchJobDefinitionId())
                .withException()
                .list()) {
            for (String instance : instances(job)) {
                ProcessInstance running = runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult();
                failed.add(new Failed(
                        running == null ? instance : Migrating.number(running),
                        migrating.reasons(begun.process(), begun.fromVersion(), begun.toVersion(), List.of(instance))));
            }
        }
        return failed;
    }

    /** Of which cases a job of a batch is; the engine keeps that in a format of its own. */
    private List<String> instances(Job job) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            var entity = context.getJobManager().findJobById(job.getId());
            var configuration = (BatchJobConfiguration) ((JobEntity) entity).getJobHandlerConfiguration();
            ByteArrayEntity bytes = context.getDbEntityManager()
                    .selectById(ByteArrayEntity.class, configuration.getConfigurationByteArrayId());
            return new MigrationBatchJobHandler()
                    .readConfiguration(bytes.getBytes())
                    .getIds();
        });
    }
}
