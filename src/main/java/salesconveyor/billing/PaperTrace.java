package salesconveyor.billing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was done with the papers that go to clients: who issued, sent and downloaded which, and when. */
@Component
@Transactional
public class PaperTrace {
    public static final String ISSUED = "ISSUED";
    public static final String SENT = "SENT";
    public static final String SENT_AGAIN = "SENT_AGAIN";
    public static final String DOWNLOADED = "DOWNLOADED";

    /** @param who the login; null: the conveyor itself, in a step of its own */
    public record Entry(String paper, String what, @Nullable String who, OffsetDateTime done) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    PaperTrace(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(String paper, String what, @Nullable String who) {
        jdbc.sql("insert into paper_trace (paper, what, who, done) values (?, ?, ?, ?)")
                .params(paper, what, who, OffsetDateTime.now(clock))
                .update();
    }

    /** Notes what a step does that may be repeated. */
    public void once(String paper, String what) {
        if (count(paper, what) == 0) {
            add(paper, what, null);
        }
    }

    /** Oldest first. */
    public List<Entry> of(String paper) {
        return jdbc.sql("select paper, what, who, done from paper_trace where paper = ? order by id")
                .param(paper)
                .query(Entry.class)
                .list();
    }

    /** How often something was done with a paper. */
    public int count(String paper, String what) {
        return jdbc.sql("select count(*) from paper_trace where paper = ? and what = ?")
                .params(paper, what)
                .query(Integer.class)
                .single();
    }
}
