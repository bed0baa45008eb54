package salesconveyor.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every deployed version of a model, decision or form, asked by its key and not by the name of a file. */
@Component
class ModelDefinitions {
    /** @param source what the deployment says of itself: {@link ModelDeployment#SOURCE} for what the program brought */
    record Version(
            String id,
            String key,
            @Nullable String name,
            int number,
            String deployment,
            String resource,
            @Nullable String source,
            Date since) {
        boolean isOurs() {
            return ModelDeployment.SOURCE.equals(source);
        }

        /** Whether both came in the same file: a decision may hold others that it asks. */
        boolean isBeside(Version other) {
            return deployment.equals(other.deployment) && resource.equals(other.resource);
        }
    }

    private final RepositoryService repository;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;

    ModelDefinitions(RepositoryService repository, @Lazy ProcessEngine engine, JdbcClient jdbc) {
        this.repository = repository;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<Version> versions(ModelKind kind, String key) {
        return found(kind, key)
                .sorted(Comparator.comparing(ResourceDefinition::getVersion).reversed())
                .map(this::version)
                .toList();
    }

    Optional<Version> newest(ModelKind kind, String key) {
        Stream<? extends ResourceDefinition> newest =
                switch (kind) {
                    case PROCESS ->
                        Stream.ofNullable(repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(key)
                                .latestVersion()
                                .withoutTenantId()
                                .singleResult());
                    case DECISION ->
                        Stream.ofNullable(repository
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(key)
                                .latestVersion()
                                .withoutTenantId()
                                .singleResult());
                    case FORM -> Stream.ofNullable(newestForm(key));
                };
        return newest.findFirst().map(this::version);
    }

    /** The keys of all that is deployed of this kind. */
    List<String> keys(ModelKind kind) {
        return switch (kind) {
            case PROCESS ->
                keys(repository
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .withoutTenantId()
                        .list());
            case DECISION ->
                keys(repository
                        .createDecisionDefinitionQuery()
                        .latestVersion()
                        .withoutTenantId()
                        .list());
            // The engine has no question for it.
            case FORM ->
                jdbc.sql("select distinct KEY_ from ACT_RE_CAMFORMDEF where TENANT_ID_ is null order by KEY_")
                        .query(String.class)
                        .list();
        };
    }

    private static List<String> keys(List<? extends ResourceDefinition> all) {
        return all.stream().map(ResourceDefinition::getKey).sorted().toList();
    }

    byte[] content(Version version) {
        try (var content = repository.getResourceAsStream(version.deployment(), version.resource())) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<? extends ResourceDefinition> found(ModelKind kind, String key) {
        return switch (kind) {
            case PROCESS ->
                repository.createProcessDefinitionQuery().processDefinitionKey(key).withoutTenantId().list().stream();
            case DECISION ->
                repository.createDecisionDefinitionQuery().decisionDefinitionKey(key).withoutTenantId().list().stream();
            case FORM -> {
                ResourceDefinition newest = newestForm(key);
                yield IntStream.rangeClosed(1, newest == null ? 0 : newest.getVersion())
                        .mapToObj(version -> form(key, version))
                        .filter(Objects::nonNull);
            }
        };
    }

    private @Nullable ResourceDefinition newestForm(String key) {
        return configuration()
                .getCommandExecutorTxRequired()
                .execute(context -> context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key));
    }

    private @Nullable ResourceDefinition form(String key, int version) {
        return configuration()
                .getCommandExecutorTxRequired()
                .execute(context -> context.getCamundaFormDefinitionManager()
                        .findDefinitionByKeyVersionAndTenantId(key, version, null));
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private Version version(ResourceDefinition definition) {
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        return new Version(
                definition.getId(),
                definition.getKey(),
                // The engine throws when it is asked for the name of a form: they have none.
                definition instanceof CamundaFormDefinition ? null : definition.getName(),
                definition.getVersion(),
                definition.getDeploymentId(),
                definition.getResourceName(),
                deployment.getSource(),
                deployment.getDeploymentTime());
    }
}
