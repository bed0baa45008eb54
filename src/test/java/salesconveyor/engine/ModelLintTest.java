package salesconveyor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import salesconveyor.ConveyorTest;

@ConveyorTest
class ModelLintTest {
    @Autowired
    TestRestTemplate browser;

    @Test
    void theShippedModelsAreSound() throws IOException {
        try (var files = Files.list(Path.of("processes"))) {
            for (Path file : files.toList()) {
                assertThat(new ModelLint().findings(file.toString(), Files.readAllBytes(file)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void anOwnerIsToldAllThatIsWrongWithAModel() {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "broken");
        parts.add("data", new ClassPathResource("lint/broken.bpmn"));
        var answer = browser.withBasicAuth("owner", "owner")
                .postForEntity("/engine-rest/deployment/create", parts, String.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody())
                .contains("ENGINE-09005 Could not parse BPMN process.")
                .contains("scripted: a scriptTask")
                .contains("scripted: the attribute scriptFormat")
                .contains("classed: the attribute class")
                .contains("expressed: an expression")
                .contains("getClass")
                .contains("chosen: the gateway needs a default")
                .contains("broken: set how long history");
    }

    @Test
    void anOwnerMayDeployWhatIsUnusualButNotWhatWouldBreak() throws IOException {
        String good = new ClassPathResource("lint/good.bpmn").getContentAsString(StandardCharsets.UTF_8);
        assertThat(deploy(good.replace("camunda:priority=\"50\"", ""))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        var refused = deploy(good.replace("${readCard}", "${noSuchStep}").replace("\"managers\"", "\"nobody\""));
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody()).contains("[step.bean]").contains("[task.role]");
    }

    private ResponseEntity<String> deploy(String model) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "good");
        parts.add("data", new ByteArrayResource(model.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "good.bpmn";
            }
        });
        return browser.withBasicAuth("owner", "owner")
                .postForEntity("/engine-rest/deployment/create", parts, String.class);
    }

    @Test
    void noFileNameAndNoLanguageOfTheWholeFileGetsAround() throws IOException {
        byte[] broken = new ClassPathResource("lint/broken.bpmn").getContentAsByteArray();
        assertThat(new ModelLint().findings("brokenbpmn", broken)).isNotEmpty();
        assertThat(new ModelLint().findings("a\nb.bpmn20.xml", broken)).isNotEmpty();
        byte[] scripted = "<definitions id='d' expressionLanguage='javascript'/>".getBytes();
        assertThat(new ModelLint().findings("scripted.dmn", scripted))
                .containsExactly("d: the attribute expressionLanguage is not allowed.");
    }
}
