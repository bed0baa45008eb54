package salesconveyor.engine;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.engine.ModelDefinitions.Version;
import salesconveyor.engine.ShippedModels.Shipped;

/** Which version of each model is in force, whose it is, and how to go back to another one. */
@Component
public class Models {
    private static final String ROLLBACK = "Rollback";

    /**
     * A model, decision or form as it is in force.
     *
     * @param version of the engine's counting; nothing when the program ships it and nobody deployed it yet
     * @param owners whether a person deployed it, so that an update of the software leaves it alone
     * @param shipped whether the software has a version of its own
     * @param differs whether that version says something else
     * @param running cases by the version in which they run; processes alone have them
     */
    public record InForce(
            ModelKind kind,
            String key,
            String file,
            String name,
            @Nullable Integer version,
            @Nullable Date since,
            boolean owners,
            boolean shipped,
            boolean differs,
            Map<Integer, Long> running) {}

    /** One deployed version, and how many cases run in it. */
    public record Past(int version, Date since, boolean owners, boolean shippedNow, long running) {}

    private final ShippedModels shipped;
    private final ModelDefinitions definitions;
    private final ModelDeployment deployment;
    private final RepositoryService repository;
    private final ManagementService management;
    private final AsSystem asSystem;

    Models(
            ShippedModels shipped,
            ModelDefinitions definitions,
            ModelDeployment deployment,
            RepositoryService repository,
            ManagementService management,
            AsSystem asSystem) {
        this.shipped = shipped;
        this.definitions = definitions;
        this.deployment = deployment;
        this.repository = repository;
        this.management = management;
        this.asSystem = asSystem;
    }

    /** What the software ships and what owners added, processes first. */
    public List<InForce> all() {
        return asSystem.run(() -> {
            Map<String, Map<Integer, Long>> running = running();
            List<InForce> all = new ArrayList<>();
            for (ModelKind kind : ModelKind.values()) {
                List<String> ours = shipped.all().stream()
                        .filter(file -> file.kind() == kind)
                        .map(Shipped::key)
                        .toList();
                Stream.concat(ours.stream(), added(kind, ours).stream())
                        .sorted()
                        .forEach(key -> all.add(inForce(kind, key, running)));
            }
            return all;
        });
    }

    /** @param id a file like {@code sellToClient.bpmn}, or a key; a key that several kinds have is the process */
    public Optional<InForce> find(String id) {
        return asSystem.run(() -> {
            Map<String, Map<Integer, Long>> running = running();
            return Stream.of(ModelKind.values())
                    .filter(kind -> id.endsWith("." + kind.ending()) || !id.contains("."))
                    .map(kind -> inForce(kind, id.replaceFirst("\\.\\w+$", ""), running))
                    .filter(found -> found.version() != null || found.shipped())
                    .findFirst();
        });
    }

    /** The newest first. */
    public List<Past> versions(InForce model) {
        return asSystem.run(() -> {
            byte[] ours = shipped.find(model.kind(), model.key())
                    .map(Shipped::content)
                    .orElse(new byte[0]);
            return definitions.versions(model.kind(), model.key()).stream()
                    .map(version -> new Past(
                            version.number(),
                            version.since(),
                            !version.isOurs(),
                            ModelContent.isSame(model.kind(), definitions.content(version), ours),
                            model.running().getOrDefault(version.number(), 0L)))
                    .toList();
        });
    }

    /** Puts the software's own version in force, in the place of an owner's. */
    public InForce takeShipped(InForce model) {
        Shipped file = shipped.find(model.kind(), model.key())
                .orElseThrow(() -> new Refused("The software has no version of {0}.", model.file()));
        asSystem.run(() -> {
            deployment.deploy(file, false);
            return file;
        });
        return find(model.file()).orElseThrow();
    }

    /**
     * Puts an earlier version in force again, as the newest one, in the name of the person who asks: it is judged like
     * anything that a person deploys. The cases stay where they are.
     */
    public InForce rollBack(InForce model, int version) {
        Version earlier = asSystem.run(() -> definitions.versions(model.kind(), model.key()).stream()
                .filter(past -> past.number() == version)
                .findFirst()
                .orElseThrow(() -> new Refused("{0} has no version {1}.", model.file(), version)));
        byte[] content = asSystem.run(() -> definitions.content(earlier));
        repository
                .createDeployment()
                .name(model.file())
                .source(ROLLBACK)
                .addInputStream(earlier.resource(), new java.io.ByteArrayInputStream(content))
                .deploy();
        return find(model.file()).orElseThrow();
    }

    /** What the software has no file for; a decision that only another one in its file asks is a part of that one. */
    private List<String> added(ModelKind kind, List<String> ours) {
        List<String> others = definitions.keys(kind).stream()
                .filter(key -> !ours.contains(key))
                .toList();
        if (kind != ModelKind.DECISION) {
            return others;
        }
        List<Version> known = ours.stream()
                .flatMap(key -> definitions.newest(kind, key).stream())
                .toList();
        return others.stream()
                .filter(key -> definitions
                        .newest(kind, key)
                        .filter(newest -> !newest.isOurs() && known.stream().noneMatch(newest::isBeside))
                        .isPresent())
                .toList();
    }

    private InForce inForce(ModelKind kind, String key, Map<String, Map<Integer, Long>> running) {
        Version newest = definitions.newest(kind, key).orElse(null);
        Shipped ours = shipped.find(kind, key).orElse(null);
        boolean owners = newest != null && !newest.isOurs();
        return new InForce(
                kind,
                key,
                kind.file(key),
                newest == null || newest.name() == null ? key : newest.name(),
                newest == null ? null : newest.number(),
                newest == null ? null : newest.since(),
                owners,
                ours != null,
                newest != null
                        && owners
                        && ours != null
                        && !ModelContent.isSame(kind, definitions.content(newest), ours.content()),
                kind == ModelKind.PROCESS ? running.getOrDefault(key, Map.of()) : Map.of());
    }

    private Map<String, Map<Integer, Long>> running() {
        return management.createProcessDefinitionStatisticsQuery().list().stream()
                .filter(count -> count.getInstances() > 0)
                .collect(Collectors.groupingBy(
                        ProcessDefinitionStatistics::getKey,
                        Collectors.toMap(
                                ProcessDefinitionStatistics::getVersion,
                                count -> (long) count.getInstances(),
                                Long::sum,
                                TreeMap::new)));
    }
}
