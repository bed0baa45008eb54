package salesconveyor.acquisition;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which researcher delivered which card. */
@Component
@Transactional
public class ResearchLog {
    private final JdbcClient jdbc;
    private final Clock clock;

    ResearchLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String opportunity, String company, String outcome, @Nullable String researcher) {
        jdbc.sql("insert into research (opportunity_number, company_number, researcher, outcome, researched)"
                        + " values (?, ?, ?, ?, ?)")
                .params(opportunity, company, researcher, outcome, OffsetDateTime.now(clock))
                .update();
    }
}
