package salesconveyor.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import salesconveyor.shared.Texts;

/** What we change in the engine: what expressions may reach, how forms are moved, what is refused. */
@Configuration(proxyBeanMethods = false)
class EngineSettings {
    /** One clock for the engine and for us, so that a test moves both. */
    @Bean
    Clock clock(@Value("${conveyor.zone:}") String zone) {
        ZoneId zoneId = zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone);
        InstantSource engineTime =
                () -> Instant.ofEpochMilli(ClockUtil.getCurrentTime().getTime());
        return engineTime.withZone(zoneId);
    }

    @Bean
    AbstractProcessEnginePlugin conveyorEnginePlugin(
            ListableBeanFactory beans,
            Texts texts,
            ModelTranslation translation,
            ObjectProvider<TaskWatch> watches,
            ObjectProvider<DecisionWatch> decisions) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setBeans(new ModelBeans(beans));
                engine.setEnableExceptionsAfterUnhandledBpmnError(true);
                engine.setCustomPreCommandInterceptorsTxRequired(
                        added(engine.getCustomPreCommandInterceptorsTxRequired(), interceptors(engine)));
                engine.setCustomPreCommandInterceptorsTxRequiresNew(
                        added(engine.getCustomPreCommandInterceptorsTxRequiresNew(), interceptors(engine)));
                engine.setCustomPostCommandInterceptorsTxRequired(
                        added(engine.getCustomPostCommandInterceptorsTxRequired(), guards()));
                engine.setCustomPostCommandInterceptorsTxRequiresNew(
                        added(engine.getCustomPostCommandInterceptorsTxRequiresNew(), guards()));
                engine.setCustomPostBPMNParseListeners(added(
                        engine.getCustomPostBPMNParseListeners(),
                        List.of(new AssigneeCheck(), new FormMove(new DeployedForms(), new LazyList<>(watches)))));
                engine.setDmnEngineConfiguration(dmn(engine.getDmnEngineConfiguration()));
            }

            private DefaultDmnEngineConfiguration dmn(@Nullable DefaultDmnEngineConfiguration present) {
                var dmn = present == null ? new DefaultDmnEngineConfiguration() : present;
                dmn.setCustomPostDecisionEvaluationListeners(added(
                        dmn.getCustomPostDecisionEvaluationListeners(),
                        List.of(new DecisionLogging(new LazyList<>(decisions), texts))));
                return dmn;
            }

            /** Inside the command's context, where the engine knows who asks and whether it is a person or our code. */
            private List<CommandInterceptor> guards() {
                var forms = new DeployedForms();
                return List.of(
                        new ClosedToStaff(),
                        new StartGuard(forms),
                        new TaskGuard(forms),
                        new QueryGuard(),
                        new ReadGuard(forms));
            }

            private List<CommandInterceptor> interceptors(ProcessEngineConfigurationImpl engine) {
                return List.of(
                        new Refusals(texts),
                        new ExpressionGuard(),
                        new JudgeDeployments(new ModelJudge(beans, engine, texts), engine),
                        new TranslateDeployments(translation));
            }
        };
    }

    private static <T> List<T> added(List<T> present, List<? extends T> more) {
        List<T> all = new ArrayList<>(present == null ? List.of() : present);
        all.addAll(more);
        return all;
    }
}
