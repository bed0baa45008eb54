package salesconveyor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import salesconveyor.ConveyorTest;

@ConveyorTest
class DoorsTest {
    @Autowired
    TestRestTemplate browser;

    @ParameterizedTest
    @CsvSource({
        "/, 200",
        "/actuator/health, 200",
        "/actuator/env, 403",
        "/actuator/prometheus, 401",
        "/engine-rest/task, 401",
        "/engine-rest/user, 401",
        "/api/anything, 401",
        "/forms/importLeads.html, 401",
        "/h2-console, 403",
        "/camunda/app/tasklist/default/, 200"
    })
    void withoutALoginOnlyThePublicDoorIsOpen(String path, int status) {
        assertThat(browser.getForEntity(path, String.class).getStatusCode().value())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/public/../engine-rest/task",
                "/public/%2e%2e/engine-rest/task",
                "/public/.%2E/engine-rest/task",
                "/public/..;/engine-rest/task",
                "/public/./inquiry",
                "/public/..",
                "/public//inquiry",
                "/public/inquiry;x=1",
                "/public/%2f/inquiry",
                "/public/inquiry%00",
                "/public/unsubscribe/%zz"
            })
    void aPathWithATrickIsRefused(String path, @LocalServerPort int port) throws Exception {
        // By hand: every client tidies a path before it sends it.
        try (var server = new Socket("localhost", port)) {
            server.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes());
            assertThat(new String(server.getInputStream().readAllBytes())).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void aStrangerCannotMakeAnAdministrator() {
        var made = browser.postForEntity("/camunda/api/admin/setup/default/user/create", json("{}"), String.class);
        assertThat(made.getStatusCode().value()).isEqualTo(403);
    }

    @Test
    void anExpressionInAnOrPartOfATaskQueryIsRefused() {
        var attack = json("{\"orQueries\":[{\"assigneeExpression\":\"${''.getClass()}\"}]}");
        var answer = browser.withBasicAuth("caller", "caller").postForEntity("/engine-rest/task", attack, String.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("not allowed in the or-parts");
    }

    @ParameterizedTest
    @CsvSource({"caller, 403", "head, 403", "owner, 200", "admin, 200"})
    void onlyOwnersAndAdministratorsDeploy(String user, int status) {
        var parts = new org.springframework.util.LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "empty");
        parts.add("file", new org.springframework.core.io.ByteArrayResource("{\"id\":\"probe\"}".getBytes()) {
            @Override
            public String getFilename() {
                return "probe.form";
            }
        });
        var answer =
                browser.withBasicAuth(user, user).postForEntity("/engine-rest/deployment/create", parts, String.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
    }

    @Test
    void theStartPageSpeaksTheLanguageOfTheBrowser() {
        HttpHeaders russian = new HttpHeaders();
        russian.set(HttpHeaders.ACCEPT_LANGUAGE, "ru");
        var page = browser.exchange("/", HttpMethod.GET, new HttpEntity<>(russian), String.class);
        assertThat(page.getBody()).contains("Бухгалтеры").contains("accountant");
        assertThat(browser.getForObject("/", String.class)).contains("Accountants");
    }

    private static HttpEntity<String> json(String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new HttpEntity<>(body, headers);
    }
}
