package salesconveyor.line;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was decided about a case from outside of its tasks: cancelled, or contact forbidden. */
@Component
@Transactional
class CaseDecisions {
    static final String CANCELLED = "CANCELLED";

    /** {@code decision} is {@link #CANCELLED} or the scope of the contact that is forbidden. */
    record Decision(String decision, String reason, String author, OffsetDateTime decided) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseDecisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(CaseFile file, String decision, String reason, String author) {
        jdbc.sql("insert into case_decision (case_number, company_number, decision, reason, author, decided)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(file.number(), file.companyNumber(), decision, reason, author, OffsetDateTime.now(clock))
                .update();
    }

    List<Decision> of(String caseNumber) {
        return jdbc.sql("select decision, reason, author, decided from case_decision where case_number = ? order by id")
                .param(caseNumber)
                .query(Decision.class)
                .list();
    }
}
