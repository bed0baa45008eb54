package salesconveyor.service;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was noted while an order was served, and how satisfied the client was. */
@Component
@Transactional(readOnly = true)
public class ServiceHistory {
    public record Note(
            String station,
            String outcome,
            @Nullable String author,
            OffsetDateTime written,
            @Nullable String text) {}

    /** @param score from 0 to 10 */
    public record Answer(
            OffsetDateTime answered, int score, @Nullable String comment) {}

    private final JdbcClient jdbc;

    ServiceHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    public List<Note> notes(String order) {
        return jdbc.sql("select station, outcome, author, written, text from service_note where order_number = ?"
                        + " order by id")
                .param(order)
                .query(Note.class)
                .list();
    }

    public Optional<Answer> answer(String order) {
        return jdbc.sql("select answered, score, comment from survey where order_number = ? and answered is not null"
                        + " and score is not null")
                .param(order)
                .query(Answer.class)
                .optional();
    }
}
