package salesconveyor.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.LinkedMultiValueMap;
import salesconveyor.ConveyorTest;
import salesconveyor.Door;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;

/** The role matrix cell by cell over HTTP: what {@link Rights} and {@link Paths} grant works, and nothing else does. */
@ConveyorTest
class RoleMatrixTest {
    private static String task;

    @Autowired
    TestRestTemplate browser;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    static Stream<Arguments> cells() throws IOException {
        List<Arguments> cells = new ArrayList<>();
        List<String> processes;
        try (var files = Files.list(Path.of("processes"))) {
            processes = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".bpmn"))
                    .map(file -> file.replace(".bpmn", ""))
                    .sorted()
                    .toList();
        }
        for (Role role : Role.values()) {
            for (String application : List.of("tasklist", "cockpit", "admin")) {
                cells.add(arguments(
                        role,
                        "log in",
                        application,
                        granted(role, Rights.Resource.APPLICATION, application, "ACCESS")));
            }
            for (String process : processes) {
                cells.add(arguments(
                        role,
                        "start",
                        process,
                        granted(role, Rights.Resource.PROCESS_DEFINITION, process, "CREATE_INSTANCE")));
            }
            cells.add(arguments(role, "deploy", "a form", granted(role, Rights.Resource.DEPLOYMENT, "*", "CREATE")));
            boolean watches = granted(role, Rights.Resource.PROCESS_DEFINITION, "*", "READ_INSTANCE");
            cells.add(arguments(role, "watch", "cases", watches));
            boolean owns = role == Role.RESEARCHERS || role == Role.ADMINISTRATORS;
            for (String work : List.of("read", "claim", "complete")) {
                cells.add(arguments(role, work, "a researcher's task", owns));
            }
            cells.add(arguments(role, "list", "users", granted(role, Rights.Resource.USER, "*", "READ")));
            for (Paths path : Paths.MATRIX) {
                boolean opens = role == Role.ADMINISTRATORS || path.roles().contains(role);
                cells.add(arguments(role, "open", path.pattern().replace("**", "x"), opens));
            }
        }
        return cells.stream();
    }

    @ParameterizedTest(name = "{0}: {1} {2}? {3}")
    @MethodSource("cells")
    void eachCellIsAsTheTableSays(Role role, String action, String object, boolean granted) {
        String user = role.demoLogin();
        Door door = Door.rest(browser, user);
        boolean works =
                switch (action) {
                    case "log in" -> status(Door.session(browser, user, object).get("/task/count")) == 200;
                    case "start" ->
                        status(door.post("/process-definition/key/" + object + "/submit-form", Map.of())) != 403;
                    case "deploy" -> deploys(user);
                    case "watch" -> {
                        researchTask();
                        yield !door.get("/process-instance/count").getBody().contains("\"count\":0");
                    }
                    case "read" -> status(door.get("/task/" + researchTask())) == 200;
                    case "claim" -> claims(door, user);
                    case "complete" ->
                        // Whoever may is told what is missing in the form.
                        status(door.post("/task/" + researchTask() + "/complete", Map.of())) != 403;
                    case "list" -> !door.get("/user/count").getBody().contains("\"count\":1}");
                    default -> status(door.get(object)) != 403;
                };
        assertThat(works).isEqualTo(granted);
    }

    private static boolean granted(Role role, Rights.Resource resource, String id, String permission) {
        return role == Role.ADMINISTRATORS
                || Rights.MATRIX.stream()
                        .anyMatch(right -> right.role() == role
                                && right.resource() == resource
                                && (right.id().equals(id) || right.id().equals("*"))
                                && right.permissions().contains(permission));
    }

    private boolean claims(Door door, String user) {
        String path = "/task/" + researchTask();
        boolean claimed = status(door.post(path + "/claim", Map.of("userId", user))) == 204;
        return claimed && status(door.post(path + "/unclaim", Map.of())) == 204;
    }

    private boolean deploys(String user) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "cell");
        parts.add("file", new ByteArrayResource("{\"id\":\"cell\"}".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "cell.form";
            }
        });
        return browser.withBasicAuth(user, user)
                .postForEntity("/engine-rest/deployment/create", parts, String.class)
                .getStatusCode()
                .is2xxSuccessful();
    }

    private String researchTask() {
        if (task == null || tasks.createTaskQuery().taskId(task).count() == 0) {
            String company = companies.named("Matrix GmbH");
            var lead = runtime.startProcessInstanceByKey(
                    "acquireClient", opportunities.add(company, "LIST"), Map.of("companyNumber", company));
            task = tasks.createTaskQuery()
                    .processInstanceId(lead.getId())
                    .singleResult()
                    .getId();
        }
        return task;
    }

    private static int status(org.springframework.http.ResponseEntity<String> answer) {
        return answer.getStatusCode().value();
    }
}
