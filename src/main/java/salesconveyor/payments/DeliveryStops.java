package salesconveyor.payments;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Clients to whom nothing is delivered until they pay. */
@Component
@Transactional
class DeliveryStops {
    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryStops(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isStopped(String company) {
        return jdbc.sql("select count(*) from delivery_stop where company_number = ? and released is null")
                        .param(company)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void stop(String company, String invoice, @Nullable String author) {
        if (!isStopped(company)) {
            jdbc.sql("insert into delivery_stop (company_number, invoice_number, stopped, stopped_by)"
                            + " values (?, ?, ?, ?)")
                    .params(company, invoice, OffsetDateTime.now(clock), author)
                    .update();
        }
    }

    void release(String company, @Nullable String author) {
        jdbc.sql("update delivery_stop set released = ?, released_by = ? where company_number = ? and released is null")
                .params(OffsetDateTime.now(clock), author, company)
                .update();
    }
}
