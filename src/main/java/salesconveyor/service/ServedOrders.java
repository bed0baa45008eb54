package salesconveyor.service;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The orders in stage 3: since when each is held back, how it ended, and what was noted on the way. */
@Component
@Transactional
public class ServedOrders {
    private final JdbcClient jdbc;
    private final Clock clock;

    ServedOrders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Doing it again changes nothing. */
    void open(String order, String opportunity, String company) {
        if (jdbc.sql("select 1 from order_service where order_number = ?")
                .param(order)
                .query()
                .optionalValue()
                .isEmpty()) {
            jdbc.sql("insert into order_service (order_number, opportunity_number, company_number, opened)"
                            + " values (?, ?, ?, ?)")
                    .params(order, opportunity, company, OffsetDateTime.now(clock))
                    .update();
        }
    }

    /** @return since when deliveries are held back without a pause; null when they are not */
    @Nullable
    OffsetDateTime hold(String order, boolean stopped) {
        if (stopped) {
            jdbc.sql("update order_service set held_since = ? where order_number = ? and held_since is null")
                    .params(OffsetDateTime.now(clock), order)
                    .update();
        } else {
            jdbc.sql("update order_service set held_since = null where order_number = ?")
                    .param(order)
                    .update();
        }
        return jdbc.sql("select held_since from order_service where order_number = ? and held_since is not null")
                .param(order)
                .query(OffsetDateTime.class)
                .optional()
                .orElse(null);
    }

    void note(String order, String station, String outcome, @Nullable String author, @Nullable String text) {
        jdbc.sql("insert into service_note (order_number, station, outcome, author, written, text)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(order, station, outcome, author, OffsetDateTime.now(clock), text)
                .update();
    }

    /** How often a station of this order ended in this outcome: loops are bounded by it. */
    int count(String order, String station, String outcome) {
        return jdbc.sql("select count(*) from service_note where order_number = ? and station = ? and outcome = ?")
                .params(order, station, outcome)
                .query(Integer.class)
                .single();
    }

    /** The notes so far, one a line, for the form of the next task. */
    String story(String order) {
        return jdbc
                .sql("select text, author from service_note where order_number = ? and text is not null order by id")
                .param(order)
                .query((row, index) -> "• " + row.getString("text")
                        + (row.getString("author") == null ? "" : " (" + row.getString("author") + ")"))
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
    }

    void close(String order, ServiceResult result) {
        jdbc.sql("update order_service set result = ?, held_since = null where order_number = ?")
                .params(result.name(), order)
                .update();
    }

    /** How stage 3 ended for this order; empty while it runs. */
    public Optional<ServiceResult> result(String order) {
        return jdbc.sql("select result from order_service where order_number = ? and result is not null")
                .param(order)
                .query(String.class)
                .optional()
                .map(ServiceResult::valueOf);
    }
}
