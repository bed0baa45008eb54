package salesconveyor.companies;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who must not be contacted (GDPR art. 21: the right to object to direct marketing is absolute). */
@Component
@Transactional
public class SuppressionList {
    private final JdbcClient jdbc;
    private final Clock clock;

    SuppressionList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean contains(String company) {
        return jdbc.sql("select count(*) from suppression where company_number = ?")
                        .param(company)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public void add(String company, @Nullable String reason) {
        if (!contains(company)) {
            jdbc.sql("insert into suppression (company_number, reason, since) values (?, ?, ?)")
                    .params(company, reason, OffsetDateTime.now(clock))
                    .update();
        }
    }
}
