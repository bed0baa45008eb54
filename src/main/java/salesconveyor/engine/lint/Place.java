package salesconveyor.engine.lint;

import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * Where something is wrong, as whoever drew it finds it again.
 *
 * @param id the id of the element, field or row
 * @param name what people read on it; nothing when it has none
 */
public record Place(String id, @Nullable String name) {
    static Place of(ModelElementInstance element) {
        return new Place(String.valueOf(element.getAttributeValue("id")), words(element.getAttributeValue("name")));
    }

    static @Nullable String words(@Nullable String name) {
        return name == null || name.isBlank() ? null : name.strip().replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return name == null ? id : "\"" + name + "\" (" + id + ")";
    }
}
