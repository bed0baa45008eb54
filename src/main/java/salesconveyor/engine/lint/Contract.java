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
 * @param answers the keys that a decision may answer, of which a gateway or a step knows what to do
 * @param owed tasks that call about a debt, which a client cannot forbid as he forbids an offer
 */
record Contract(
        Set<String> messages,
        Set<String> components,
        Map<String, List<String>> outcomes,
        Map<String, List<String>> given,
        Map<String, List<String>> answers,
        List<String> owed) {
    static final Contract SHIPPED = read();

    boolean isGiven(String decision, String input) {
        return given.getOrDefault(decision, List.of()).contains(input);
    }

    /** A decision of which nothing is said may answer what it likes. */
    boolean isAnswer(String decision, String key) {
        return !answers.containsKey(decision)
                || answers.getOrDefault(decision, List.of()).contains(key);
    }

    private static Contract read() {
        try (var file = new ClassPathResource("model-contract.json").getInputStream()) {
            return new ObjectMapper().readValue(file, new TypeReference<Contract>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
