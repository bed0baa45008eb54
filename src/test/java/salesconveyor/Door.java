package salesconveyor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** The two ways to the engine's REST: with name and password, or with the session of Tasklist, Cockpit or Admin. */
public final class Door {
    public enum Kind {
        REST,
        SESSION
    }

    private final TestRestTemplate browser;
    private final String base;
    private final HttpHeaders headers;

    private Door(TestRestTemplate browser, String base, HttpHeaders headers) {
        this.browser = browser;
        this.base = base;
        this.headers = headers;
    }

    public static Door open(Kind kind, TestRestTemplate browser, String user) {
        return kind == Kind.REST ? rest(browser, user) : session(browser, user, "tasklist");
    }

    public static Door rest(TestRestTemplate browser, String user) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBasicAuth(user, user);
        return new Door(browser, "/engine-rest", headers);
    }

    /** Logs in at a web application as its login page does; without the right to it the door stays without a login. */
    public static Door session(TestRestTemplate browser, String user, String application) {
        HttpHeaders headers = new HttpHeaders();
        if (login(browser, user, application, headers) == 200) {
            // The token of the new session comes with its first answer.
            var first = "/camunda/api/admin/auth/user/default";
            remember(browser.exchange(first, HttpMethod.GET, new HttpEntity<>(headers), String.class), headers);
        }
        return new Door(browser, "/camunda/api/engine/engine/default", headers);
    }

    /** What a web application answers to a login: 200, or 403 without the right to it. */
    public static int login(TestRestTemplate browser, String user, String application) {
        return login(browser, user, application, new HttpHeaders());
    }

    private static int login(TestRestTemplate browser, String user, String application, HttpHeaders headers) {
        remember(browser.getForEntity("/camunda/app/" + application + "/default/", String.class), headers);
        var login = new LinkedMultiValueMap<String, String>();
        login.add("username", user);
        login.add("password", user);
        var in = browser.exchange(
                "/camunda/api/admin/auth/user/default/login/" + application,
                HttpMethod.POST,
                new HttpEntity<>(login, headers),
                String.class);
        if (in.getStatusCode().is2xxSuccessful()) {
            remember(in, headers);
        }
        return in.getStatusCode().value();
    }

    public ResponseEntity<String> get(String path) {
        return exchange(HttpMethod.GET, path, null);
    }

    public ResponseEntity<String> post(String path, Object body) {
        return exchange(HttpMethod.POST, path, body);
    }

    public ResponseEntity<String> put(String path, Object body) {
        return exchange(HttpMethod.PUT, path, body);
    }

    public ResponseEntity<String> delete(String path) {
        return exchange(HttpMethod.DELETE, path, null);
    }

    public ResponseEntity<String> exchange(HttpMethod method, String path, @Nullable Object body) {
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.setContentType(MediaType.APPLICATION_JSON);
        all.setAccept(List.of(MediaType.APPLICATION_JSON, MediaType.ALL));
        String url = path.startsWith("/camunda") || path.startsWith("/api") || path.startsWith("/pages")
                ? path
                : base + path;
        return browser.exchange(url, method, new HttpEntity<>(body, all), String.class);
    }

    /** Values as the engine's REST wants them: {@code {"name": {"value": …}}}. */
    public static Map<String, Object> variables(Object... pairs) {
        var variables = new java.util.LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            variables.put(pairs[i].toString(), Map.of("value", pairs[i + 1]));
        }
        return variables;
    }

    private static void remember(ResponseEntity<String> answer, HttpHeaders headers) {
        for (String cookie : answer.getHeaders().getOrDefault(HttpHeaders.SET_COOKIE, List.of())) {
            String pair = cookie.substring(0, cookie.indexOf(';'));
            String name = pair.substring(0, pair.indexOf('=') + 1);
            var cookies = new java.util.ArrayList<>(headers.getOrDefault(HttpHeaders.COOKIE, List.of()));
            String line = cookies.isEmpty() ? "" : cookies.get(0);
            line = line.replaceAll(java.util.regex.Pattern.quote(name) + "[^;]*;?\\s*", "");
            headers.set(HttpHeaders.COOKIE, line.isBlank() ? pair : pair + "; " + line);
            if (name.equals("XSRF-TOKEN=")) {
                headers.set("X-XSRF-TOKEN", pair.substring(name.length()));
            }
        }
    }
}
