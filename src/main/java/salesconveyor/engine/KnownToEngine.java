package salesconveyor.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.ReflectionUtils;
import salesconveyor.engine.lint.Known;

/** What the running engine knows, and the files that are to be deployed together. */
class KnownToEngine implements Known {
    private final ListableBeanFactory beans;
    private final ProcessEngineConfigurationImpl engine;
    private final Together together;
    private @Nullable Set<String> variables;

    /** @param files all that is deployed at once, by the names of the files */
    KnownToEngine(ListableBeanFactory beans, ProcessEngineConfigurationImpl engine, Map<String, byte[]> files) {
        this.beans = beans;
        this.engine = engine;
        this.together = Together.of(files);
    }

    @Override
    public boolean isBean(String name) {
        return new ModelBeans(beans).containsKey(name);
    }

    @Override
    public boolean isFunction(String name) {
        return new ModelBeans(beans).get(name) instanceof ModelFunction;
    }

    @Override
    public boolean isForm(String id) {
        return together.forms().contains(id)
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
        return together.decisions().contains(id)
                || free(() -> engine.getRepositoryService()
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(id)
                                .count()
                        > 0);
    }

    @Override
    public boolean isProcess(String id) {
        return together.processes().contains(id)
                || free(() -> engine.getRepositoryService()
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(id)
                                .count()
                        > 0);
    }

    @Override
    public boolean isRole(String group) {
        return free(() ->
                engine.getIdentityService().createGroupQuery().groupId(group).count() > 0);
    }

    @Override
    public boolean isVariable(String name) {
        if (variables == null) {
            variables = variables();
        }
        return variables.contains(name) || together.variables().contains(name);
    }

    @Override
    public boolean isComparedTogether(String key) {
        return together.compared().contains(key);
    }

    /** What the twins declare and what the newest models set. */
    private Set<String> variables() {
        Set<String> all = new HashSet<>();
        beans.getBeansWithAnnotation(ProcessModel.class).values().stream()
                .flatMap(twin -> Arrays.stream(twin.getClass().getDeclaredFields()))
                .filter(field -> field.getType() == Variable.class)
                .forEach(field -> {
                    ReflectionUtils.makeAccessible(field);
                    if (ReflectionUtils.getField(field, null) instanceof Variable<?> variable) {
                        all.add(variable.name());
                    }
                });
        free(() -> {
            var repository = engine.getRepositoryService();
            for (ProcessDefinition newest :
                    repository.createProcessDefinitionQuery().latestVersion().list()) {
                String model = Bpmn.convertToString(repository.getBpmnModelInstance(newest.getId()));
                Together.find(Together.VARIABLE, model, all);
            }
            return all;
        });
        return all;
    }

    /** Whoever deploys need not be allowed to read what a model may name. */
    private <T> T free(Supplier<T> question) {
        return new AsSystem(engine.getIdentityService()).run(question);
    }
}
