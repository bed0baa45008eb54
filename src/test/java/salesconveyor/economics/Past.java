package salesconveyor.economics;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a small recorded history into years that no other test looks at. */
class Past {
    private final JdbcClient jdbc;
    private int task;

    Past(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Exactly a month of 30.4375 days. */
    static Window month(String begins) {
        OffsetDateTime from = OffsetDateTime.parse(begins);
        return new Window(YearMonth.from(from), from, from.plusSeconds(2_629_800));
    }

    /** Somebody takes a task as soon as it is offered and is at it for so many minutes. */
    void done(
            String process,
            String station,
            String role,
            String worker,
            String caseNumber,
            String at,
            int minutes,
            @Nullable String outcome) {
        OffsetDateTime claimed = OffsetDateTime.parse(at);
        work(
                process,
                station,
                role,
                worker,
                caseNumber,
                claimed,
                claimed,
                claimed.plusMinutes(minutes),
                true,
                outcome,
                0);
    }

    void work(
            String process,
            String station,
            String role,
            @Nullable String worker,
            String caseNumber,
            OffsetDateTime offered,
            @Nullable OffsetDateTime claimed,
            OffsetDateTime ended,
            boolean completed,
            @Nullable String outcome,
            long awaySeconds) {
        jdbc.sql(
                        "insert into work (task, station, process, role, case_number, priority, due, offered, claimed, worker, ended,"
                                + " completed, outcome, away_seconds) values (?, ?, ?, ?, ?, 50, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        "past-" + System.nanoTime() + "-" + task++,
                        station,
                        process,
                        role,
                        caseNumber,
                        offered.plus(Duration.ofDays(3)),
                        offered,
                        claimed,
                        worker,
                        ended,
                        completed,
                        outcome,
                        awaySeconds)
                .update();
    }

    /** An order with a margin of 300: 10 boxes for 100 that cost 70. */
    void order(String opportunity, String ordered) {
        jdbc.sql("insert into proposal (opportunity_number, company_number, version, written) values (?, 'none', 1, ?)")
                .params(opportunity, OffsetDateTime.parse(ordered))
                .update();
        long proposal = jdbc.sql("select id from proposal where opportunity_number = ?")
                .param(opportunity)
                .query(Long.class)
                .single();
        jdbc.sql("insert into proposal_line (proposal, line, sku, name, unit, quantity, price, cost, vat_rate,"
                        + " discount_percent, net) values (?, 1, 'BOX-L', 'Box', 'pcs', 10, 100, 70, 19, 0, 1000)")
                .param(proposal)
                .update();
        jdbc.sql("insert into purchase_order (number, opportunity_number, company_number, proposal, ordered)"
                        + " values (?, ?, 'none', ?, ?)")
                .params("PAST-" + opportunity, opportunity, proposal, OffsetDateTime.parse(ordered))
                .update();
    }
}
