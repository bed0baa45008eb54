package salesconveyor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** What Camunda Modeler asks of us, request by request, in the name of the demo's process owner. */
public final class Modeler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final TestRestTemplate owner;

    public Modeler(TestRestTemplate browser) {
        this.owner = browser.withBasicAuth("owner", "owner");
    }

    /** Looks first whether an engine is there, as Modeler does, and deploys a diagram with its additional files. */
    public ResponseEntity<String> deploys(Map<String, String> files) {
        return deploys(Map.of(), files);
    }

    /** @param fields what is filled in in Modeler's dialogue beside the name */
    public ResponseEntity<String> deploys(Map<String, String> fields, Map<String, String> files) {
        owner.getForEntity("/engine-rest/deployment?maxResults=0", String.class);
        owner.getForEntity("/engine-rest/version", String.class);
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", files.keySet().iterator().next());
        parts.add("deployment-source", "Camunda Modeler");
        parts.add("enable-duplicate-filtering", "true");
        fields.forEach(parts::set);
        files.forEach((name, content) -> parts.add(name, file(name, content)));
        return owner.postForEntity("/engine-rest/deployment/create", parts, String.class);
    }

    public ResponseEntity<String> deploys(String name, String content) {
        return deploys(Map.of(name, content));
    }

    public JsonNode checks(Map<String, String> files) {
        var parts = new LinkedMultiValueMap<String, Object>();
        files.forEach((name, content) -> parts.add(name, file(name, content)));
        return read(owner.postForEntity("/api/models/check", parts, String.class));
    }

    public JsonNode checks(String name, String content) {
        return checks(Map.of(name, content));
    }

    public JsonNode checksBody(String content) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
        return read(owner.postForEntity(
                "/api/models/check",
                new HttpEntity<>(content.getBytes(StandardCharsets.UTF_8), headers),
                String.class));
    }

    public JsonNode asks(String path) {
        return read(owner.getForEntity(path, String.class));
    }

    public ResponseEntity<String> posts(String path, Map<String, ?> body) {
        return owner.postForEntity(path, body, String.class);
    }

    public void deletes(String path) {
        owner.delete(path);
    }

    public static JsonNode read(ResponseEntity<String> answer) {
        try {
            return JSON.readTree(answer.getBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String shipped(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Map<String, String> files(String... namesAndContents) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            files.put(namesAndContents[i], namesAndContents[i + 1]);
        }
        return files;
    }

    private static HttpEntity<ByteArrayResource> file(String name, String content) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.TEXT_XML);
        return new HttpEntity<>(
                new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public String getFilename() {
                        return name;
                    }
                },
                headers);
    }
}
