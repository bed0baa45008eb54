package salesconveyor.engine.lint;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/** The words that models, forms, reports and code share: messages, and the outcome keys of each task. */
record Contract(Set<String> messages, Set<String> components, Map<String, List<String>> outcomes) {
    static final Contract SHIPPED = read();

    private static Contract read() {
        try (var file = new ClassPathResource("model-contract.json").getInputStream()) {
            return new ObjectMapper().readValue(file, new TypeReference<Contract>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
