package salesconveyor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import salesconveyor.ConveyorTest;
import salesconveyor.Door;
import salesconveyor.Modeler;
import salesconveyor.engine.ShippedModels.Shipped;
import salesconveyor.shared.Texts;

/** An update of the software brings what nobody changed, and leaves alone what a process owner deployed. */
@ConveyorTest
class ModelDeploymentTest {
    private static final String TABLE = "satisfactionLevel.dmn";
    private static final String FORM = "approveMailing.form";

    @Autowired
    ModelDeployment deployment;

    @Autowired
    ModelDefinitions definitions;

    @Autowired
    ShippedModels shipped;

    @Autowired
    Models models;

    @Autowired
    TestRestTemplate browser;

    private Modeler modeler;

    @BeforeEach
    void modelerIsOpened() {
        modeler = new Modeler(browser);
    }

    @AfterEach
    void theShippedTableIsInForceAgain() {
        models.takeShipped(models.find(TABLE).orElseThrow());
        models.takeShipped(models.find(FORM).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"updateForm, updateForm.form", "otherForm, a name of my own.form"})
    void anUpdateNeverReplacesWhatAnOwnerDeployed(String key, String ownersFile) {
        assertThat(update(key, "first")).isEmpty();
        assertThat(update(key, "first")).isEmpty();
        assertThat(version(key)).as("the same again is no new version").isEqualTo(1);
        assertThat(update(key, "second")).isEmpty();
        assertThat(version(key)).as("nobody changed it").isEqualTo(2);
        assertThat(modeler.deploys(ownersFile, form(key, "the owner's"))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(update(key, "third")).containsExactly(key + ".form");
        assertThat(version(key)).isEqualTo(3);
        assertThat(update(key, "the owner's")).as("they say the same").isEmpty();
        assertThat(version(key)).isEqualTo(3);
    }

    @Test
    void whatModelerLaidOutAnewIsNoDifference() {
        String table = Modeler.shipped("processes/" + TABLE);
        String anew = table.replaceAll(">\\s+<", "><").replace("namespace=", "exporter=\"Camunda Modeler\" namespace=");
        assertThat(modeler.deploys(TABLE, anew).getStatusCode().value()).isEqualTo(200);
        var same = models.find(TABLE).orElseThrow();
        assertThat(same.owners()).isTrue();
        assertThat(same.differs()).isFalse();
        modeler.deploys(TABLE, anew.replace("[9..10]", "[8.5..10]"));
        assertThat(models.find(TABLE).orElseThrow().differs()).isTrue();
    }

    @Test
    void takingTheShippedVersionIsAnActThatLasts() {
        modeler.deploys(TABLE, Modeler.shipped("processes/" + TABLE).replace("[9..10]", "[8.5..10]"));
        int owners = models.find(TABLE).orElseThrow().version();
        assertThat(deployment.deployAll(shipped.all())).contains(TABLE);
        var taken = modeler.posts("/api/models/" + TABLE + "/shipped", Map.of());
        assertThat(taken.getStatusCode().value()).as("%s", taken.getBody()).isEqualTo(200);
        assertThat(Modeler.read(taken).path("owners").asBoolean()).isFalse();
        assertThat(Modeler.read(taken).path("version").asInt()).isEqualTo(owners + 1);
        assertThat(deployment.deployAll(shipped.all())).doesNotContain(TABLE);
        assertThat(models.find(TABLE).orElseThrow().version()).isEqualTo(owners + 1);
    }

    @Test
    void aFormOfAnOwnerIsListedTakenBackAndLeftAlone() {
        String shippedForm = Modeler.shipped("forms/" + FORM);
        String owners = shippedForm.replaceFirst("\"label\": ?\"[^\"]+\"", "\"label\": \"As our owner asks it\"");
        assertThat(owners).isNotEqualTo(shippedForm);
        int first = models.find(FORM).orElseThrow().version();
        modeler.deploys("a form of mine.form", owners);
        assertThat(inForce(FORM).path("owners").asBoolean()).isTrue();
        assertThat(inForce(FORM).path("differs").asBoolean()).isTrue();
        assertThat(deployment.deployAll(shipped.all()))
                .as("what an update leaves alone")
                .contains(FORM);
        Door owner = Door.session(browser, "owner", "tasklist");
        assertThat(owner.get("/pages/models/" + FORM).getBody())
                .contains("Take the version of the software", "Go back to this version", "of an owner");
        var back = modeler.posts("/api/models/" + FORM + "/rollback", Map.of("version", first));
        assertThat(back.getStatusCode().value()).as("%s", back.getBody()).isEqualTo(200);
        assertThat(inForce(FORM).path("differs").asBoolean()).isFalse();
        assertThat(inForce(FORM).path("version").asInt()).isEqualTo(first + 2);
        modeler.posts("/api/models/" + FORM + "/rollback", Map.of("version", first + 1));
        assertThat(inForce(FORM).path("differs").asBoolean()).isTrue();
        modeler.posts("/api/models/" + FORM + "/shipped", Map.of());
        assertThat(inForce(FORM).path("owners").asBoolean()).isFalse();
        assertThat(deployment.deployAll(shipped.all())).doesNotContain(FORM);
    }

    @Test
    void whatAnOwnerAddedIsListedOfEachKind() {
        String table = Modeler.shipped("processes/" + TABLE).replace("satisfactionLevel", "addedTable");
        assertThat(modeler.deploys("addedForm.form", form("addedForm", "mine"))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        modeler.deploys("addedTable.dmn", table);
        for (String file : List.of("addedForm.form", "addedTable.dmn")) {
            assertThat(inForce(file).path("owners").asBoolean()).as(file).isTrue();
            assertThat(inForce(file).path("shipped").asBoolean()).as(file).isFalse();
        }
        Door owner = Door.session(browser, "owner", "tasklist");
        assertThat(owner.get("/pages/models").getBody()).contains("addedForm.form", "addedTable.dmn");
        assertThat(StreamSupport.stream(modeler.asks("/api/models").spliterator(), false)
                        .map(model -> model.path("file").asText()))
                .as("a part of another decision is no model of its own")
                .doesNotContain("leadPoints.dmn")
                .doesNotHaveDuplicates();
    }

    private com.fasterxml.jackson.databind.JsonNode inForce(String file) {
        return StreamSupport.stream(modeler.asks("/api/models").spliterator(), false)
                .filter(model -> file.equals(model.path("file").asText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEarlierVersionThatMayNotBeDeployedAnyMoreIsRefusedWithItsFindings() {
        var old = new Shipped(ModelKind.FORM, "oldForm", bytes(form("oldForm", "{{neverSet}}")));
        deployment.deployAll(List.of(old));
        modeler.deploys("oldForm.form", form("oldForm", "good"));
        var refused = modeler.posts("/api/models/oldForm/rollback", Map.of("version", 1));
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(Modeler.read(refused).path("message").asText()).contains("neverSet", "[form.known]");
        assertThat(models.find("oldForm").orElseThrow().version()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/models/noSuchModel/shipped            | {}               | 404 | ",
                "/api/models/callCompany.form/rollback      | {}               | 400 | Say which version",
                "/api/models/sellToClient.bpmn/rollback     | {\"version\":999}| 400 | has no version 999",
                "/api/models/sellToClient.bpmn/migration    | {\"dryRun\":true,\"to\":999}| 400 | has no version 999",
                "/api/models/leadSieve.dmn/migration        | {\"dryRun\":true}| 400 | only processes have",
                "/api/models/check                          | {}               | 200 | "
            })
    void whatCannotBeDoneIsSaid(String path, String body, int status, String sentence) throws Exception {
        var answer = modeler.posts(path, new com.fasterxml.jackson.databind.ObjectMapper().readValue(body, Map.class));
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(status);
        assertThat(String.valueOf(answer.getBody())).contains(sentence == null ? "" : sentence);
    }

    @Test
    void whatIsShippedInRussianMayBeDeployedToo(
            @Autowired ListableBeanFactory beans, @Autowired ProcessEngineConfigurationImpl engine) {
        var russian = new Texts(Locale.forLanguageTag("ru"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        new ShippedModels(new ModelTranslation(russian)).all().forEach(file -> files.put(file.file(), file.content()));
        var judge = new ModelJudge(beans, engine, russian);
        assertThat(judge.refusal(judge.judge(files))).isEmpty();
    }

    @Test
    void thePagesShowWhatIsInForceAndWhose() {
        modeler.deploys(TABLE, Modeler.shipped("processes/" + TABLE).replace("[9..10]", "[8.5..10]"));
        Door owner = Door.session(browser, "owner", "tasklist");
        assertThat(owner.get("/pages/models").getBody())
                .contains("Changed by process owners", TABLE, "of an owner, differs", "sellToClient.bpmn");
        assertThat(owner.get("/pages/models/" + TABLE).getBody())
                .contains("Take the version of the software", "Go back to this version", "as it is shipped now");
        assertThat(owner.get("/pages/models/sellToClient.bpmn").getBody()).contains("Look what would happen");
        assertThat(owner.get("/pages/models/nothing").getStatusCode().value()).isEqualTo(404);
        assertThat(StreamSupport.stream(modeler.asks("/api/models").spliterator(), false)
                        .map(model -> model.path("file").asText()))
                .contains("callCompany.form", "leadSieve.dmn", "reminderLetter.dmn", "salesConveyor.bpmn");
    }

    private List<String> update(String key, String words) {
        return deployment.deployAll(List.of(new Shipped(ModelKind.FORM, key, bytes(form(key, words)))));
    }

    private int version(String key) {
        return definitions.newest(ModelKind.FORM, key).orElseThrow().number();
    }

    private static String form(String key, String words) {
        return """
                {"id": "%s", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
                 "executionPlatformVersion": "7.22.0", "components": [{"type": "html", "id": "words", "content": "%s"}]}
                """.formatted(key, words);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
