package salesconveyor.line.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.line.dashboard.Meters;

/** What a monitoring system gets, and who gets it. */
@ConveyorTest
class MetricsTest {
    @Autowired
    TestRestTemplate browser;

    @Autowired
    Meters meters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @CsvSource({"admin, 200", "head, 403", "owner, 403", "caller, 403"})
    void administratorsReadThem(String login, int status) {
        assertThat(browser.withBasicAuth(login, login)
                        .getForEntity("/actuator/prometheus", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer the token of the tests, 200",
        "Bearer another token, 401",
        "Bearer, 401",
        "the token of the tests, 401",
        "'', 401"
    })
    void theTokenOpensTheFigures(String header, int status) {
        assertThat(bearer("/actuator/prometheus", header).getStatusCode().value())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/conveyor/stations, 401",
        "/forms/importLeads.html, 401",
        "/engine-rest/task, 401",
        "/actuator/env, 403"
    })
    void theTokenOpensNothingElse(String path, int status) {
        assertThat(bearer(path, "Bearer the token of the tests").getStatusCode().value())
                .isEqualTo(status);
    }

    @Test
    void queuesAndJobsAreCounted() {
        jdbc.sql(
                        "insert into work (task, station, process, priority, offered, due) values (?, 'measured', 'belt', 50, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        OffsetDateTime.now(clock).minusHours(3),
                        OffsetDateTime.now(clock).minusHours(1))
                .update();
        meters.count();
        String figures =
                bearer("/actuator/prometheus", "Bearer the token of the tests").getBody();
        assertThat(figures)
                .contains(
                        "conveyor_jobs{state=\"due\"}",
                        "conveyor_jobs{state=\"failed\"}",
                        "conveyor_jobs{state=\"later\"}")
                .contains("conveyor_queue_tasks{process=\"belt\",station=\"measured\"} 1.0")
                .contains("conveyor_queue_overdue{process=\"belt\",station=\"measured\"} 1.0")
                .contains("conveyor_queue_untaken{process=\"belt\",station=\"measured\"} 1.0")
                .containsPattern("conveyor_queue_oldest_seconds\\{process=\"belt\",station=\"measured\"} 108\\d\\d");
        jdbc.sql("delete from work where station = 'measured'").update();
    }

    @Test
    void eachFigureOfTheDrawnDashboardIsReallyGiven(
            @Autowired RepositoryService models, @Autowired RuntimeService runtime) throws IOException {
        jdbc.sql("insert into work (task, station, process, priority, offered, claimed, due, ended, completed)"
                        + " values (?, 'measured', 'belt', 50, ?, ?, ?, ?, true)")
                .params(
                        UUID.randomUUID().toString(),
                        OffsetDateTime.now(clock).minusHours(3),
                        OffsetDateTime.now(clock).minusHours(2),
                        OffsetDateTime.now(clock).minusHours(1),
                        OffsetDateTime.now(clock).minusMinutes(30))
                .update();
        String model = models.createDeployment()
                .addModelInstance(
                        "measuredFailure.bpmn",
                        Bpmn.createExecutableProcess("measuredFailure")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask()
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        runtime.createIncident(
                "measured", runtime.startProcessInstanceByKey("measuredFailure").getId(), "measured");
        meters.count();
        String figures =
                bearer("/actuator/prometheus", "Bearer the token of the tests").getBody();
        models.deleteDeployment(model, true);
        jdbc.sql("delete from work where station = 'measured'").update();
        var dashboard = new ObjectMapper()
                .readTree(Path.of("src/docs/grafana/sales-conveyor.json").toFile());
        var asked = dashboard.findValuesAsText("expr").stream()
                .flatMap(expression ->
                        Pattern.compile("[a-z]+_[a-z_]+").matcher(expression).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        assertThat(asked).hasSizeGreaterThan(5);
        assertThat(asked).allSatisfy(name -> assertThat(figures).containsPattern("(?m)^" + name + "\\{[^}]*} \\d"));
        var labels = Pattern.compile("\\{\\{(\\w+)}}")
                .matcher(String.join(" ", dashboard.findValuesAsText("legendFormat")))
                .results()
                .map(label -> label.group(1))
                .collect(Collectors.toSet());
        assertThat(labels).allSatisfy(label -> assertThat(figures)
                .containsPattern("(?m)^conveyor_\\w+\\{[^}]*\\b" + label + "=\""));
    }

    private ResponseEntity<String> bearer(String path, String header) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.AUTHORIZATION, header);
        return browser.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
    }
}
