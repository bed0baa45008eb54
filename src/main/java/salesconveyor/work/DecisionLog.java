package salesconveyor.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import salesconveyor.engine.DecisionWatch;

/** Keeps why each decision fell, in the engine's own transaction: a case that is rolled back leaves no reason behind. */
@Component
class DecisionLog implements DecisionWatch {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Clock clock;

    DecisionLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void decided(Evaluation it) {
        jdbc.sql("insert into decision_log (case_number, about, decision, question, version, inputs, result, answer,"
                        + " rule, reason, explanation, decided) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        it.caseNumber(),
                        it.about(),
                        it.decision(),
                        cut(it.question(), 255),
                        it.version(),
                        json(it.inputs()),
                        cut(it.result(), 255),
                        cut(it.answer(), 500),
                        it.reason().rule(),
                        cut(it.reason().headline(), 500),
                        cut(it.reason().explanation(), 2000),
                        OffsetDateTime.now(clock))
                .update();
    }

    private static String json(Map<String, @Nullable Object> inputs) {
        try {
            String json = JSON.writeValueAsString(inputs);
            return json.length() > 4000 ? "{}" : json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }
}
