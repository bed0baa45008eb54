package salesconveyor.acquisition;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far each list is, for those who handed it in. */
@Component
@Transactional(readOnly = true)
public class ListProgress {
    /** What happens to a list now. */
    public enum Step {
        READING("The file is being read"),
        COMPARING("Its rows are being compared with what we know"),
        REVIEW("Waits for your decision: the task Review import in Tasklist"),
        STARTING("Its new companies are being started"),
        STARTED("Started"),
        DISCARDED("Discarded"),
        CANCELLED("Cancelled");

        private final String title;

        Step(String title) {
            this.title = title;
        }

        /** The English words for it, a key of the texts. */
        public String title() {
            return title;
        }

        /** Whether it goes on by itself. */
        public boolean isMoving() {
            return this == READING || this == COMPARING || this == STARTING;
        }
    }

    /** How many rows of a kind. */
    public record Count(String title, int rows) {}

    /**
     * A list.
     *
     * @param campaign the show's name, else the list's number
     * @param done rows that the step is through with, of {@code all}
     */
    public record Line(
            String number,
            String fileName,
            String channel,
            String campaign,
            OffsetDateTime uploaded,
            @Nullable String uploadedBy,
            Step step,
            int done,
            int all,
            List<Count> counts) {}

    private record Row(
            String number,
            String fileName,
            String channel,
            @Nullable String showName,
            OffsetDateTime uploaded,
            @Nullable String uploadedBy,
            long startedTo,
            @Nullable String result) {}

    private final JdbcClient jdbc;
    private final ListRows rows;

    ListProgress(JdbcClient jdbc, ListRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** The newest first. */
    public List<Line> newest(int atMost) {
        return jdbc
                .sql("select number, file_name, channel, show_name, uploaded, uploaded_by, started_to, result"
                        + " from lead_list order by uploaded desc, number desc fetch first " + atMost + " rows only")
                .query(Row.class)
                .list()
                .stream()
                .map(this::line)
                .toList();
    }

    private Line line(Row list) {
        Map<ListRow.State, Integer> counts = rows.counts(list.number());
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int unread = counts.getOrDefault(ListRow.State.READ, 0);
        int fresh = counts.getOrDefault(ListRow.State.NEW, 0);
        Step step = step(list, all, unread);
        boolean starting = step == Step.STARTING || step == Step.STARTED;
        return new Line(
                list.number(),
                list.fileName(),
                Channel.valueOf(list.channel()).title(),
                list.showName() == null ? list.number() : list.showName(),
                list.uploaded(),
                list.uploadedBy(),
                step,
                starting ? rows.started(list.number()) : all - unread,
                starting ? fresh : all,
                Arrays.stream(ListRow.State.values())
                        .filter(counts::containsKey)
                        .map(state -> new Count(state.title(), counts.getOrDefault(state, 0)))
                        .toList());
    }

    private static Step step(Row list, int all, int unread) {
        if (list.result() != null) {
            return Step.valueOf(list.result());
        }
        if (all == 0) {
            return Step.READING;
        }
        if (unread > 0) {
            return Step.COMPARING;
        }
        return list.startedTo() > 0 ? Step.STARTING : Step.REVIEW;
    }
}
