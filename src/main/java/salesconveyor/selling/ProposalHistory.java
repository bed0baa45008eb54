package salesconveyor.selling;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads which versions of a proposal there were. */
@Component
@Transactional(readOnly = true)
public class ProposalHistory {
    /**
     * A version of a proposal.
     *
     * @param sent when the client got it; nothing for one that never left the house
     */
    public record Told(
            String opportunityNumber,
            int version,
            @Nullable String author,
            OffsetDateTime written,
            @Nullable String rejectedBy,
            @Nullable String rejectReason,
            @Nullable OffsetDateTime sent) {
        /** As its letter and its file are called. */
        public String name() {
            return opportunityNumber + "-" + version;
        }
    }

    private final JdbcClient jdbc;

    ProposalHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    public List<Told> of(String opportunity) {
        return jdbc.sql("select opportunity_number, version, author, written, rejected_by, reject_reason, sent"
                        + " from proposal where opportunity_number = ? order by version")
                .param(opportunity)
                .query(Told.class)
                .list();
    }
}
