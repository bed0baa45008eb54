package salesconveyor.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.BeanFactory;
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
            BeanFactory beans, Texts texts, ModelTranslation translation, ObjectProvider<TaskWatch> watches) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setBeans(new ModelBeans(beans));
                engine.setEnableExceptionsAfterUnhandledBpmnError(true);
                engine.setCustomPreCommandInterceptorsTxRequired(
                        added(engine.getCustomPreCommandInterceptorsTxRequired(), interceptors()));
                engine.setCustomPreCommandInterceptorsTxRequiresNew(
                        added(engine.getCustomPreCommandInterceptorsTxRequiresNew(), interceptors()));
                engine.setCustomPostBPMNParseListeners(added(
                        engine.getCustomPostBPMNParseListeners(),
                        List.of(new FormMove(new DeployedForms(), new LazyList<>(watches)))));
            }

            private List<CommandInterceptor> interceptors() {
                return List.of(
                        new Refusals(texts),
                        new QueryGuard(),
                        new JudgeDeployments(),
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
