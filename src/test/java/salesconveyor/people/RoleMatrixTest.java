package salesconveyor.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.PathContainer;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import salesconveyor.ConveyorTest;
import salesconveyor.Door;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;

/**
 * The role matrix cell by cell over HTTP: what {@link Rights} and {@link Paths} grant works, and nothing else does. Each
 * cell says what is expected: what is granted answers 2xx, or says what is missing in an empty request (400) or that
 * there is no such record (404); what is not granted answers 403.
 */
@ConveyorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleMatrixTest {
    /** What an empty request for a record that does not exist is answered by whoever may ask. */
    private static final Set<Integer> GRANTED = Set.of(200, 204, 302, 400, 404);

    /** What only administrators ask of the engine: each repairs something, none is a station's work. */
    private static final Map<String, Map<String, Object>> REPAIRS = Map.of(
            "POST /task/create", Map.of("name", "cell"),
            "POST /message", Map.of("messageName", "nobodyWaitsForThis"),
            "PUT /task/{task}/variables/callAttempt", Map.of("value", 0, "type", "Integer"),
            "PUT /process-instance/{instance}/suspended", Map.of("suspended", false),
            "POST /filter/create", Map.of("resourceType", "Task", "name", "cell", "query", Map.of()),
            "POST /group/create", Map.of("id", "cell", "name", "cell", "type", "WORKFLOW"));

    private String task = "";

    @Autowired
    TestRestTemplate browser;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @Autowired
    Companies companies;

    @Autowired
    Opportunities opportunities;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping pages;

    /** One endpoint of ours, with {@code 0} for each part of the path that names a record. */
    record Endpoint(HttpMethod method, String path, MediaType body) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    Stream<Arguments> cells() throws IOException {
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
            boolean reads = granted(role, Rights.Resource.PROCESS_DEFINITION, "*", "READ_HISTORY");
            cells.add(arguments(role, "read", "the history of values", reads));
            boolean owns = role == Role.RESEARCHERS || role == Role.ADMINISTRATORS;
            for (String work : List.of("read", "claim", "complete")) {
                cells.add(arguments(role, work, "a researcher's task", owns));
            }
            cells.add(arguments(role, "list", "users", granted(role, Rights.Resource.USER, "*", "READ")));
            for (String repair : new TreeSet<>(REPAIRS.keySet())) {
                cells.add(arguments(role, "repair by", repair, role == Role.ADMINISTRATORS));
            }
            for (Endpoint endpoint : endpoints()) {
                cells.add(arguments(role, "open", endpoint, opens(role, endpoint)));
            }
        }
        return cells.stream();
    }

    @ParameterizedTest(name = "{0}: {1} {2}? {3}")
    @MethodSource("cells")
    void eachCellIsAsTheTableSays(Role role, String action, Object object, boolean granted) {
        String user = role.demoLogin();
        Door door = Door.rest(browser, user);
        switch (action) {
            case "log in" ->
                assertThat(Door.login(browser, user, object.toString())).isEqualTo(granted ? 200 : 403);
            case "start" -> {
                var started =
                        door.post("/process-definition/key/" + object + "/submit-form", Map.of("variables", Map.of()));
                // Whoever may is told what is missing in the form.
                expect(started, granted, Set.of(200, 400));
            }
            case "deploy" -> expect(deploys(user), granted, 200, 403);
            case "watch" -> {
                researchTask();
                var seen = door.get("/process-instance/count");
                assertThat(status(seen)).isEqualTo(200);
                assertThat(seen.getBody().contains("\"count\":0")).isNotEqualTo(granted);
            }
            case "read" ->
                // The engine does not tell of a task that is not one's own.
                expect(
                        door.get(
                                object.toString().contains("task")
                                        ? "/task/" + researchTask()
                                        : "/history/variable-instance/count?processInstanceId=none"),
                        granted,
                        200,
                        object.toString().contains("task") ? 404 : 403);
            case "claim" -> {
                expect(claims(door, user), granted, 204, 403);
                expect(door.post("/task/" + researchTask() + "/unclaim", Map.of()), granted, 204, 403);
            }
            case "complete" -> {
                expect(claims(door, user), granted, 204, 403);
                // Whoever may is told what is missing in the form.
                expect(door.post("/task/" + researchTask() + "/complete", Map.of()), granted, 400, 403);
                tasks.setAssignee(researchTask(), null);
            }
            case "list" -> {
                var seen = door.get("/user/count");
                assertThat(status(seen)).isEqualTo(200);
                assertThat(seen.getBody().contains("\"count\":1}")).isNotEqualTo(granted);
            }
            case "repair by" -> {
                expect(repairs(door, object.toString()), granted, Set.of(200, 204, 400));
                tidy();
            }
            default -> {
                expect(asks(user, (Endpoint) object), granted, GRANTED);
                if (object.toString().endsWith("/api/tasks/next")) {
                    // What the person got is the next cell's again.
                    tasks.createTaskQuery()
                            .taskAssignee(user)
                            .list()
                            .forEach(taken -> tasks.setAssignee(taken.getId(), null));
                }
            }
        }
    }

    @Test
    void withoutALoginNothingOfOursAnswers() {
        for (Endpoint endpoint : endpoints()) {
            assertThat(endpoint.path().startsWith("/api") ? status(asks(null, endpoint)) : 401)
                    .as(endpoint.toString())
                    .isEqualTo(401);
        }
    }

    @Test
    void everyRowOfTheTableIsAboutSomething() {
        for (Paths row : Paths.MATRIX) {
            assertThat(endpoints()).as(row.pattern()).anyMatch(endpoint -> matches(row, endpoint));
        }
    }

    private static void expect(ResponseEntity<String> answer, boolean granted, int yes, int no) {
        assertThat(status(answer)).as("%s", answer.getBody()).isEqualTo(granted ? yes : no);
    }

    private static void expect(ResponseEntity<String> answer, boolean granted, Set<Integer> yes) {
        assertThat(status(answer)).as("%s", answer.getBody()).isIn(granted ? yes : Set.of(403));
    }

    /** All endpoints under {@code /api} and {@code /pages} that the program has, whoever wrote them. */
    private List<Endpoint> endpoints() {
        return pages.getHandlerMethods().entrySet().stream()
                .flatMap(endpoint -> endpoint.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith("/api") || path.startsWith("/pages"))
                        .map(path -> new Endpoint(
                                endpoint.getKey().getMethodsCondition().getMethods().stream()
                                        .findFirst()
                                        .map(RequestMethod::asHttpMethod)
                                        .orElse(HttpMethod.GET),
                                path.replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "0"),
                                body(endpoint.getValue()))))
                .sorted(Comparator.comparing(Endpoint::toString))
                .toList();
    }

    private static MediaType body(HandlerMethod handler) {
        List<MethodParameter> parameters = List.of(handler.getMethodParameters());
        if (parameters.stream().anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class)) {
            return MediaType.MULTIPART_FORM_DATA;
        }
        return parameters.stream().anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                ? MediaType.APPLICATION_JSON
                : MediaType.APPLICATION_FORM_URLENCODED;
    }

    private static boolean opens(Role role, Endpoint endpoint) {
        return role == Role.ADMINISTRATORS && Paths.MATRIX.stream().anyMatch(row -> matches(row, endpoint))
                || Paths.MATRIX.stream()
                        .filter(row -> matches(row, endpoint))
                        .findFirst()
                        .filter(row -> row.roles().contains(role))
                        .isPresent();
    }

    private static boolean matches(Paths row, Endpoint endpoint) {
        return new PathPatternParser().parse(row.pattern()).matches(PathContainer.parsePath(endpoint.path()));
    }

    private ResponseEntity<String> asks(@Nullable String user, Endpoint endpoint) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(endpoint.body());
        headers.setAccept(List.of(MediaType.ALL));
        Object body = endpoint.body() == MediaType.APPLICATION_JSON ? "{}" : new LinkedMultiValueMap<String, Object>();
        var asking = user == null ? browser : browser.withBasicAuth(user, user);
        return asking.exchange(endpoint.path(), endpoint.method(), new HttpEntity<>(body, headers), String.class);
    }

    private ResponseEntity<String> repairs(Door door, String repair) {
        String task = researchTask();
        String path = repair.substring(repair.indexOf(' ') + 1)
                .replace("{task}", task)
                .replace(
                        "{instance}",
                        tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId());
        var method = HttpMethod.valueOf(repair.substring(0, repair.indexOf(' ')));
        return door.exchange(method, path, REPAIRS.get(repair));
    }

    private void tidy() {
        identity.deleteGroup("cell");
        tasks.createTaskQuery().taskName("cell").list().forEach(made -> tasks.deleteTask(made.getId(), true));
        filters.createTaskFilterQuery().filterName("cell").list().forEach(made -> filters.deleteFilter(made.getId()));
    }

    private static boolean granted(Role role, Rights.Resource resource, String id, String permission) {
        return role == Role.ADMINISTRATORS
                || Rights.MATRIX.stream()
                        .anyMatch(right -> right.role() == role
                                && right.resource() == resource
                                && (right.id().equals(id) || right.id().equals("*"))
                                && right.permissions().contains(permission));
    }

    private ResponseEntity<String> claims(Door door, String user) {
        return door.post("/task/" + researchTask() + "/claim", Map.of("userId", user));
    }

    private ResponseEntity<String> deploys(String user) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "cell");
        parts.add("file", new ByteArrayResource("{\"id\":\"cell\"}".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "cell.form";
            }
        });
        return browser.withBasicAuth(user, user).postForEntity("/engine-rest/deployment/create", parts, String.class);
    }

    private String researchTask() {
        if (task.isEmpty() || tasks.createTaskQuery().taskId(task).count() == 0) {
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

    private static int status(ResponseEntity<String> answer) {
        return answer.getStatusCode().value();
    }
}
