package salesconveyor.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.ReflectionUtils;
import salesconveyor.engine.lint.Known;

/** What the running engine knows, and the files that are to be deployed together. */
class KnownToEngine implements Known {
    private final ListableBeanFactory beans;
    private final ProcessEngineConfigurationImpl engine;
    private final Collection<String> together;

    /** @param together the names of the files that are deployed at once */
    KnownToEngine(ListableBeanFactory beans, ProcessEngineConfigurationImpl engine, Collection<String> together) {
        this.beans = beans;
        this.engine = engine;
        this.together = together.stream()
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
    }

    @Override
    public boolean isBean(String name) {
        return new ModelBeans(beans).containsKey(name);
    }

    @Override
    public boolean isForm(String id) {
        return together.contains(id + ".form")
                || engine.getCommandExecutorTxRequired().execute(context -> context.getCamundaFormDefinitionManager()
                                .findLatestDefinitionByKey(id))
                        != null;
    }

    @Override
    public boolean isPage(String file) {
        return new ClassPathResource("forms/" + file).exists();
    }

    @Override
    public boolean isDecision(String id) {
        return together.contains(id + ".dmn")
                || engine.getRepositoryService()
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(id)
                                .count()
                        > 0;
    }

    @Override
    public boolean isProcess(String id) {
        return together.contains(id + ".bpmn")
                || engine.getRepositoryService()
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(id)
                                .count()
                        > 0;
    }

    @Override
    public boolean isRole(String group) {
        // Whoever deploys need not be allowed to read the groups.
        return engine.getCommandExecutorTxRequired()
                        .execute(context -> context.runWithoutAuthorization(
                                () -> context.getReadOnlyIdentityProvider().findGroupById(group)))
                != null;
    }

    @Override
    public boolean isVariable(String name) {
        return variables().contains(name);
    }

    private Set<String> variables() {
        return beans.getBeansWithAnnotation(ProcessModel.class).values().stream()
                .flatMap(twin -> Arrays.stream(twin.getClass().getDeclaredFields()))
                .filter(field -> field.getType() == Variable.class)
                .map(field -> {
                    ReflectionUtils.makeAccessible(field);
                    return ((Variable<?>) ReflectionUtils.getField(field, null)).name();
                })
                .collect(Collectors.toSet());
    }
}
