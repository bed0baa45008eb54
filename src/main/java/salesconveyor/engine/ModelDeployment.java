package salesconveyor.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import salesconveyor.engine.ShippedModels.Shipped;

/**
 * Deploys the shipped models: one deployment for each file with a stable name, only files that changed, and never
 * over a version that a process owner deployed. Whose version is in force is asked by the key of the model: an owner
 * may call the file as he likes.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {
    static final String SOURCE = "Sales Conveyor";
    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);

    private final RepositoryService repository;
    private final ShippedModels shipped;
    private final ModelDefinitions definitions;

    ModelDeployment(RepositoryService repository, ShippedModels shipped, ModelDefinitions definitions) {
        this.repository = repository;
        this.shipped = shipped;
        this.definitions = definitions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        deployAll(shipped.all());
    }

    /** Deploys what is new in these files. @return the files whose owner's version stays although it differs from ours */
    List<String> deployAll(List<Shipped> files) {
        List<String> kept = new ArrayList<>();
        for (Shipped file : files) {
            var inForce = definitions.newest(file.kind(), file.key());
            if (inForce.isEmpty() || inForce.get().isOurs()) {
                deploy(file, true);
            } else if (!ModelContent.isSame(file.kind(), definitions.content(inForce.get()), file.content())) {
                kept.add(file.file());
                log.info(
                        "{}: version {}, which a process owner deployed on {}, stays",
                        file.file(),
                        inForce.get().number(),
                        inForce.get().since());
            }
        }
        if (!kept.isEmpty()) {
            log.warn(
                    "What process owners changed stays as it is; the versions of this software differ: {}. See /pages/models.",
                    String.join(", ", kept));
        }
        return kept;
    }

    /** @param changedOnly whether what we deployed last is left alone when it is the same */
    void deploy(Shipped file, boolean changedOnly) {
        var deployment = repository
                .createDeployment()
                .name(file.file())
                .source(SOURCE)
                .addInputStream(file.file(), new ByteArrayInputStream(file.content()));
        if (changedOnly) {
            deployment.enableDuplicateFiltering(true);
        }
        deployment.deploy();
    }
}
