package salesconveyor.work;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads why decisions fell. */
@Component
@Transactional(readOnly = true)
public class DecisionHistory {
    /**
     * A decision that fell.
     *
     * @param about the invoice that was decided about, if it was one
     * @param inputs JSON of what was asked for, by the name of the variable
     * @param answer the result in words
     * @param rule the row of the table that decided, by its id in the file
     * @param reason the short text of that row
     * @param explanation why, in words: rows, values and thresholds
     */
    public record Decided(
            long id,
            @Nullable String caseNumber,
            @Nullable String about,
            String decision,
            String question,
            int version,
            String inputs,
            String result,
            String answer,
            @Nullable String rule,
            String reason,
            String explanation,
            OffsetDateTime decided) {
        /** The result and why, in words. */
        public String told() {
            return (answer + " " + explanation).strip();
        }
    }

    private static final String SELECT =
            "select id, case_number as caseNumber, about, decision, question, version, inputs, result, answer,"
                    + " rule, reason, explanation, decided from decision_log where ";

    private final JdbcClient jdbc;

    DecisionHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All decisions of a case, oldest first. */
    public List<Decided> of(String caseNumber) {
        return jdbc.sql(SELECT + "case_number = ? order by id")
                .param(caseNumber)
                .query(Decided.class)
                .list();
    }

    public Optional<Decided> last(String caseNumber, String decision) {
        return jdbc.sql(SELECT + "case_number = ? and decision = ? order by id desc limit 1")
                .params(caseNumber, decision)
                .query(Decided.class)
                .optional();
    }

    /** The last decision about one invoice. */
    public Optional<Decided> lastAbout(String invoice, String decision) {
        return jdbc.sql(SELECT + "about = ? and decision = ? order by id desc limit 1")
                .params(invoice, decision)
                .query(Decided.class)
                .optional();
    }

    /**
     * The newest decisions of a kind.
     *
     * @param from the first moment
     * @param until the first moment that does not count any more
     * @param channel of the cases by which they came; all when null
     */
    public List<Decided> newest(
            String decision, OffsetDateTime from, OffsetDateTime until, @Nullable String channel, int atMost) {
        return jdbc.sql(SELECT + "decision = ? and decided >= ? and decided < ? and " + ByChannel.where("case_number")
                        + " order by id desc limit ?")
                .params(decision, from, until, channel, channel, atMost)
                .query(Decided.class)
                .list();
    }
}
