package salesconveyor.engine.lint;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/**
 * The words that models, forms, reports and code share: messages, and the outcome keys of each task.
 *
 * @param given what the program itself gives to a decision that it asks outside of a model's step
 */
record Contract(
        Set<String> messages,
        Set<String> components,
        Map<String, List<String>> outcomes,
        Map<String, List<String>> given) {
    static final Contract SHIPPED = read();

    boolean isGiven(String decision, String input) {
        return given.getOrDefault(decision, List.of()).contains(input);
    }

    private static Contract read() {
        try (var file = new ClassPathResource("model-contract.json").getInputStream()) {
            return new ObjectMapper().readValue(file, new TypeReference<Contract>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
