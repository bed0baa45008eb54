package salesconveyor.acquisition;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Texts;

/** Reads the calls of a case with what was answered, and what else was noted about it in stage 1. */
@Component
@Transactional(readOnly = true)
public class CallHistory {
    /** @param text the answers and notes, a line each; empty for a call that left neither */
    public record Told(@Nullable String caller, String outcome, OffsetDateTime called, String text) {
        /** Whether it came to us, and not from a call of ours. */
        public boolean isIncoming() {
            return outcome.equals(Arrival.INCOMING);
        }
    }

    private record Row(
            @Nullable String caller,
            String outcome,
            OffsetDateTime called,
            @Nullable BigDecimal monthlyVolume,
            @Nullable String interest,
            @Nullable String answers,
            @Nullable String notes) {}

    private static final Map<String, String> INTERESTS = Map.of("HIGH", "High", "SOME", "Some", "NONE", "None");

    private final JdbcClient jdbc;
    private final Texts texts;

    CallHistory(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Oldest first. */
    public List<Told> of(String number) {
        return jdbc
                .sql("select caller, outcome, called, monthly_volume, interest, answers, notes from call_attempt"
                        + " where opportunity_number = ? order by id")
                .param(number)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new Told(row.caller(), row.outcome(), row.called(), text(row)))
                .toList();
    }

    private String text(Row row) {
        String volume = row.monthlyVolume() == null
                ? null
                : texts.say("Buys per month") + ": "
                        + row.monthlyVolume().stripTrailingZeros().toPlainString();
        String interest = row.interest() == null
                ? null
                : texts.say("Interest") + ": " + texts.say(INTERESTS.getOrDefault(row.interest(), row.interest()));
        return Stream.of(volume, interest, row.answers(), row.notes())
                .filter(line -> line != null && !line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
