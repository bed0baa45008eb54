package salesconveyor.line.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;

/** The endpoints and the page of the conveyor's figures; who may open them is in the role matrix. */
@ConveyorTest
class ConveyorApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    TestRestTemplate browser;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "from=2025-03-01&to=2025-03-31,                 2025-02-28T23:00:00Z, 2025-03-31T22:00:00Z",
        "from=2025-03-01T10:00&to=2025-03-01T11:00,     2025-03-01T09:00:00Z, 2025-03-01T10:00:00Z",
        "from=2025-03-01T10:00:00Z&to=2025-03-01T11:00:00Z, 2025-03-01T10:00:00Z, 2025-03-01T11:00:00Z",
        "last=PT1H&to=2025-03-01T10:00:00Z,             2025-03-01T09:00:00Z, 2025-03-01T10:00:00Z",
        "last=P365D&to=2025-03-01T10:00:00Z,            2024-03-01T10:00:00Z, 2025-03-01T10:00:00Z",
        "to=2025-03-31T10:00:00Z,                       2025-03-01T10:00:00Z, 2025-03-31T10:00:00Z"
    })
    void aTimeIsAskedForByDaysMomentsOrLength(String question, Instant from, Instant until) throws Exception {
        // The days are those of Berlin.
        JsonNode period = JSON.readTree(
                        get("/api/conveyor/funnel?" + question, "en").getBody())
                .get("period");
        assertThat(moment(period, "from")).isEqualTo(from);
        assertThat(moment(period, "until")).isEqualTo(until);
    }

    private static Instant moment(JsonNode period, String name) {
        return OffsetDateTime.parse(period.get(name).asText()).toInstant();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    stations?from=yesterday                          | is no day
                    stations?from=2026-02-30                         | is no day
                    stations?from=2025-03-01Tten                     | is no day
                    stations?from=2026-03-02&to=2026-02-01           | ends before
                    stations?from=2024-01-01&to=2025-12-31           | between an hour and a year
                    stations?last=PT59M                              | between an hour and a year
                    stations?last=P367D                              | between an hour and a year
                    stations?last=soon                               | is no length of time
                    stations?last=P-1D                               | is no length of time
                    stations?last=P99999999999D                      | is no length of time
                    funnel?by=person                                 | is none of these
                    funnel?by=shoe                                   | is none of these
                    people?last=PT0S                                 | ends before
                    """)
    void badQuestionsAreAnsweredWithTheWayOut(String question, String sentence) {
        var answer = get("/api/conveyor/" + question, "en");
        assertThat(answer.getStatusCode().value()).as(question).isEqualTo(400);
        assertThat(answer.getBody()).contains(sentence);
    }

    @Test
    void theFiguresComeWithWhatIsWorkedOutFromThem() {
        assertThat(get("/api/conveyor/stations", "en").getBody())
                .contains("\"bottleneck\"", "\"returnedShare\"", "\"lateShare\"", "\"busy\"", "\"expected\"")
                .contains("\"station\":\"acceptLead\"", "\"name\":\"Accept lead\"", "\"roleTitle\":\"Managers\"");
    }

    @Test
    void theRoleIsSaidInTheLanguageOfTheReader() {
        assertThat(get("/api/conveyor/stations", "ru").getBody()).contains("\"roleTitle\":\"Менеджеры по продажам\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"salesConveyor", "acquireClient", "serveClient"})
    void theModelsAreThereToBeDrawn(String process) {
        var answer = get("/api/conveyor/diagram?process=" + process, "en");
        assertThat(answer.getHeaders().getContentType()).asString().startsWith("application/xml");
        assertThat(answer.getBody()).contains("<bpmn:process id=\"" + process + "\"", "BPMNDiagram");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"diagram", "diagram?process=none", "diagram?definition=none", "path", "path?case=L-1900-000001"})
    void whatIsNotThereIsNotFound(String question) {
        assertThat(get("/api/conveyor/" + question, "en").getStatusCode().value())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"en, Where the conveyor stands", "ru, Где стоит конвейер"})
    void thePageSpeaksTheLanguageOfItsReader(String language, String title) {
        assertThat(get("/pages/conveyor", language).getBody())
                .contains(title, "/public/conveyor/board.js")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/public/conveyor/board.js",
                "/public/conveyor/belt.js",
                "/public/conveyor/cases.js",
                "/public/conveyor/diagram.js",
                "/public/conveyor/figures.js",
                "/public/conveyor/tables.js",
                "/public/conveyor/words.js",
                "/public/conveyor/board.css",
                "/public/conveyor/bpmn-viewer.js",
                "/camunda/app/cockpit/scripts/conveyor/page.js",
                "/camunda/app/cockpit/scripts/conveyor/heat.js"
            })
    void whatThePageIsMadeOfIsServed(String path) {
        // One script that is missing leaves the whole of Cockpit blank.
        assertThat(browser.getForEntity(path, String.class).getStatusCode().value())
                .isEqualTo(200);
    }

    @Test
    void cockpitLoadsThePageAndTheHeat() {
        assertThat(browser.getForEntity("/camunda/app/cockpit/scripts/config.js", String.class)
                        .getBody())
                .contains("scripts/conveyor/page", "scripts/conveyor/heat");
    }

    /** Process owners work with models: the search refuses them clients, and so does this page. */
    @Test
    void processOwnersAreToldNeitherCompanyNorOwner() {
        String number = "L-1899-" + System.nanoTime();
        String name = "Ended " + System.nanoTime() + " GmbH";
        OffsetDateTime then = OffsetDateTime.parse("1999-01-01T00:00:00Z");
        jdbc.sql("insert into opportunity (number, company_number, channel, found, outcome, closed, owner)"
                        + " values (?, ?, 'LIST', ?, 'LOST', ?, 'managerOfEnded')")
                .params(number, companies.add(name), then, then.plusDays(1))
                .update();
        try {
            assertThat(ended(number, "head")).contains(name, "managerOfEnded", "\"clients\":true");
            assertThat(ended(name, "head")).contains(number);
            assertThat(ended(number, "owner"))
                    .contains(number, "\"clients\":false")
                    .doesNotContain(name, "managerOfEnded");
            assertThat(ended(name, "owner")).doesNotContain(number);
        } finally {
            jdbc.sql("delete from opportunity where number = ?").param(number).update();
        }
    }

    private String ended(String text, String login) {
        return browser.withBasicAuth(login, login).getForObject("/api/conveyor/cases?q={text}", String.class, text);
    }

    private ResponseEntity<String> get(String path, String language) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        headers.set(HttpHeaders.ACCEPT, "text/html,application/json,application/xml");
        return browser.withBasicAuth("head", "head")
                .exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
    }
}
