package salesconveyor.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies, follows redirects, logs in to Tasklist and sends the fields of a form. */
class Visitor {
    record Page(int status, String address, String text) {}

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String base;
    private String language = "en";

    Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    Visitor speaking(String other) {
        language = other;
        return this;
    }

    Visitor loggedInAs(String user) {
        var page = send(request("/camunda/app/tasklist/default/").GET());
        String token = page.headers().firstValue("X-XSRF-TOKEN").orElseThrow();
        var login = send(request("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("X-XSRF-TOKEN", token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(fields(Map.of("username", user, "password", user))));
        if (login.statusCode() != 200) {
            throw new IllegalStateException(user + " cannot log in: " + login.statusCode());
        }
        return this;
    }

    Page opens(String path) {
        return page(send(request(path).GET()));
    }

    /** Sends the form of a page that was opened before, with its hidden field. */
    Page submits(String pageWithForm, String path, Map<String, String> values) {
        var token = TOKEN.matcher(opens(pageWithForm).text());
        if (!token.find()) {
            throw new IllegalStateException("The form on " + pageWithForm + " has no hidden token");
        }
        Map<String, String> all = new java.util.HashMap<>(values);
        all.put("_csrf", token.group(1));
        return sends(path, all);
    }

    /** As a foreign site would make this browser send it: with the cookies, without the hidden field. */
    Page sends(String path, Map<String, String> values) {
        return page(send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(fields(values))));
    }

    Page uploads(String pageWithForm, String path, String file) {
        var token = TOKEN.matcher(opens(pageWithForm).text());
        token.find();
        String body = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1)
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--x--\r\n";
        return page(send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html,application/json")
                .header("Accept-Language", language);
    }

    private static HttpRequest.BodyPublisher fields(Map<String, String> values) {
        return HttpRequest.BodyPublishers.ofString(values.entrySet().stream()
                .map(value -> URLEncoder.encode(value.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }

    private Page page(HttpResponse<String> answer) {
        return new Page(answer.statusCode(), answer.uri().getPath(), answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
