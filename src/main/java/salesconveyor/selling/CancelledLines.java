package salesconveyor.selling;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of won orders was cancelled later, so that nobody counts it as bought. */
@Component
@Transactional
public class CancelledLines {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Ordering ordering;

    CancelledLines(JdbcClient jdbc, Clock clock, Ordering ordering) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ordering = ordering;
    }

    /**
     * Cancels what was not delivered. Doing it again changes nothing.
     *
     * @param delivered the quantity that was delivered, by line; a line that is missing was not delivered at all
     */
    public void keepOnly(String order, Map<Integer, BigDecimal> delivered) {
        jdbc.sql("delete from order_cancellation where order_number = ?")
                .param(order)
                .update();
        for (ProposalLine line : ordering.lines(order)) {
            BigDecimal open = line.quantity().subtract(delivered.getOrDefault(line.line(), BigDecimal.ZERO));
            if (open.signum() > 0) {
                jdbc.sql("insert into order_cancellation (order_number, line, quantity, cancelled) values (?, ?, ?, ?)")
                        .params(order, line.line(), open, OffsetDateTime.now(clock))
                        .update();
            }
        }
    }
}
