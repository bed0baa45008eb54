package salesconveyor.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the shipped models: one deployment for each file with a stable name, only files that changed, and never
 * over a version that a process owner deployed from Modeler.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {
    static final String SOURCE = "Sales Conveyor";
    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);

    private final RepositoryService repository;

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            for (String pattern : List.of("forms/*.form", "processes/*.dmn", "processes/*.bpmn")) {
                for (Resource file : files(pattern)) {
                    deploy(file);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The shipped models cannot be read", e);
        }
    }

    private static List<Resource> files(String pattern) throws IOException {
        var files = new ArrayList<>(
                List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)));
        files.sort(java.util.Comparator.comparing(Resource::getFilename));
        return files;
    }

    private void deploy(Resource file) throws IOException {
        String name = file.getFilename();
        Deployment owners = newestFromOwner(name);
        if (owners != null) {
            log.info("{}: the version that a process owner deployed on {} stays", name, owners.getDeploymentTime());
            return;
        }
        try (var content = file.getInputStream()) {
            repository
                    .createDeployment()
                    .name(name)
                    .source(SOURCE)
                    .enableDuplicateFiltering(true)
                    .addInputStream(name, content)
                    .deploy();
        }
    }

    /** The owner's deployment of this file, when it is newer than ours; Modeler names a resource by its file name. */
    private @Nullable Deployment newestFromOwner(String name) {
        return repository.createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                .filter(deployment -> repository
                        .getDeploymentResourceNames(deployment.getId())
                        .contains(name))
                .findFirst()
                .filter(deployment -> !SOURCE.equals(deployment.getSource()))
                .orElse(null);
    }
}
