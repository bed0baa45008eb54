package salesconveyor.service;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The unhappy clients whom a manager has to win back. While a complaint is open, its client is asked nothing. */
@Component
@Transactional
public class Complaints {
    /**
     * A complaint of a client.
     *
     * @param score the answer that it came from, 0 to 10
     * @param outcome RECOVERED or LOST; nothing while it is open, or when its case ended before
     */
    public record Complaint(
            String orderNumber,
            OffsetDateTime opened,
            @Nullable OffsetDateTime closed,
            @Nullable String outcome,
            @Nullable Integer score) {
        public boolean isOpen() {
            return closed == null;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Complaints(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Doing it again changes nothing. */
    void open(String order, String company) {
        jdbc.sql("insert into complaint (order_number, company_number, opened) select ?, ?, ? from one_row"
                        + " where not exists (select 1 from complaint where order_number = ?)")
                .params(order, company, OffsetDateTime.now(clock), order)
                .update();
    }

    /** The first answer stays. @param outcome nothing when the case ended without one */
    void close(String order, @Nullable String outcome) {
        jdbc.sql("update complaint set closed = ?, outcome = ? where order_number = ? and closed is null")
                .params(OffsetDateTime.now(clock), outcome, order)
                .update();
    }

    public boolean isOpen(String company) {
        return of(company).stream().anyMatch(Complaint::isOpen);
    }

    /** The client's complaints, the newest first. */
    public List<Complaint> of(String company) {
        return jdbc.sql("select c.order_number, c.opened, c.closed, c.outcome, s.score from complaint c"
                        + " left join survey s on s.order_number = c.order_number"
                        + " where c.company_number = ? order by c.opened desc, c.order_number desc")
                .param(company)
                .query(Complaint.class)
                .list();
    }
}
