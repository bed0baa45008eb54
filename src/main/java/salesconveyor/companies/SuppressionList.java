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

    /** Whether all contact with the company is forbidden. */
    public boolean contains(String company) {
        return has(company, ContactScope.COMPANY);
    }

    /** Whether this kind of contact is forbidden, by itself or because all contact is. */
    public boolean forbids(String company, ContactScope scope) {
        return has(company, scope) || contains(company);
    }

    /** All contact is forbidden. Whoever can end running cases too calls {@link Contacting#forbid}. */
    public void add(String company, @Nullable String reason) {
        add(company, ContactScope.COMPANY, reason);
    }

    void add(String company, ContactScope scope, @Nullable String reason) {
        if (!has(company, scope)) {
            jdbc.sql("insert into suppression (company_number, scope, reason, since) values (?, ?, ?, ?)")
                    .params(company, scope.name(), reason, OffsetDateTime.now(clock))
                    .update();
        }
    }

    private boolean has(String company, ContactScope scope) {
        return jdbc.sql("select count(*) from suppression where company_number = ? and scope = ?")
                        .params(company, scope.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
