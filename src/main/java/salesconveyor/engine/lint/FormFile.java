package salesconveyor.engine.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A form with the questions that the rules ask of it. */
record FormFile(String name, JsonNode form) {
    List<JsonNode> components() {
        List<JsonNode> all = new ArrayList<>();
        collect(form.path("components"), all);
        return all;
    }

    String id() {
        return form.path("id").asText();
    }

    Place place() {
        return new Place(id(), null);
    }

    /** A field by its key and what people read on it; what has no key by its id. */
    static Place place(JsonNode component) {
        String key = component.path("key").asText("");
        return new Place(
                key.isEmpty() ? component.path("id").asText() : key,
                Place.words(component.path("label").asText("")));
    }

    Set<String> keys() {
        return components().stream()
                .map(component -> component.path("key").asText(""))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
    }

    private static void collect(JsonNode components, List<JsonNode> all) {
        components.forEach(component -> {
            all.add(component);
            collect(component.path("components"), all);
        });
    }
}
