package salesconveyor.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models, decisions and forms that come with this version of the software. */
@Component
class ShippedModels {
    /**
     * A file of ours.
     *
     * @param key the id that is in force under it; by our naming rule the file is called after it
     * @param content as it is deployed: in the language of this installation
     */
    record Shipped(ModelKind kind, String key, byte[] content) {
        String file() {
            return kind.file(key);
        }
    }

    private final List<Shipped> all;

    ShippedModels(ModelTranslation translation) {
        List<Shipped> found = new ArrayList<>();
        // Forms and decisions before the models that name them.
        read(ModelKind.FORM, "forms", translation, found);
        read(ModelKind.DECISION, "processes", translation, found);
        read(ModelKind.PROCESS, "processes", translation, found);
        this.all = List.copyOf(found);
    }

    List<Shipped> all() {
        return all;
    }

    Optional<Shipped> find(ModelKind kind, String key) {
        return all.stream()
                .filter(shipped -> shipped.kind() == kind && shipped.key().equals(key))
                .findFirst();
    }

    private static void read(ModelKind kind, String folder, ModelTranslation translation, List<Shipped> found) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + folder + "/*." + kind.ending());
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (Resource file : files) {
                String name = String.valueOf(file.getFilename());
                try (var content = file.getInputStream()) {
                    found.add(new Shipped(
                            kind,
                            name.substring(0, name.lastIndexOf('.')),
                            translation.translate(name, content.readAllBytes())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped models cannot be read", e);
        }
    }
}
