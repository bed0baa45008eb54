package salesconveyor.engine;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.impl.migration.instance.parser.MigratingInstanceParser;
import org.camunda.bpm.engine.impl.migration.validation.instance.MigratingProcessInstanceValidationReportImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.jspecify.annotations.Nullable;

/** Looks whether a case could be moved, by the engine's own checks, and moves nothing: the engine has no dry run. */
class MigrationTrial implements Command<List<MigrationTrial.Obstacle>> {
    /**
     * Why a case cannot be moved, as the engine says it.
     *
     * @param step the id of the step at which the case waits; nothing when it is not said of one
     */
    record Obstacle(@Nullable String step, String failure) {}

    static final Obstacle ENDED = new Obstacle(null, "ended");

    /** Opens the checks that the engine does before it moves a case. */
    private static final class Checks extends MigrateProcessInstanceCmd {
        Checks(MigrationPlan plan, String instance) {
            super(
                    (MigrationPlanExecutionBuilderImpl)
                            new MigrationPlanExecutionBuilderImpl(null, plan).processInstanceIds(instance),
                    false);
        }

        void run(CommandContext context, MigrationPlan plan, MigratingProcessInstanceValidationReportImpl report) {
            var engine = context.getProcessEngineConfiguration().getProcessEngine();
            var migrating = new MigratingInstanceParser(engine).parse(report.getProcessInstanceId(), plan, report);
            validateInstructions(context, migrating, report);
        }
    }

    private final MigrationPlan plan;
    private final String instance;

    MigrationTrial(MigrationPlan plan, String instance) {
        this.plan = plan;
        this.instance = instance;
    }

    @Override
    public List<Obstacle> execute(CommandContext context) {
        if (context.getExecutionManager().findExecutionById(instance) == null) {
            return List.of(ENDED);
        }
        var report = new MigratingProcessInstanceValidationReportImpl();
        report.setProcessInstanceId(instance);
        new Checks(plan, instance).run(context, plan, report);
        return Stream.of(
                        report.getFailures().stream().map(failure -> new Obstacle(null, failure)),
                        report.getActivityInstanceReports().stream().flatMap(part -> part.getFailures().stream()
                                .map(failure -> new Obstacle(part.getSourceScopeId(), failure))),
                        report.getTransitionInstanceReports().stream().flatMap(part -> part.getFailures().stream()
                                .map(failure -> new Obstacle(part.getSourceScopeId(), failure))))
                .flatMap(part -> part)
                .distinct()
                .toList();
    }
}
