package salesconveyor.line;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import salesconveyor.work.CaseWorth;

/**
 * The net total of the newest proposal; before there is one, what the company told a caller that it buys in a month; of
 * a client in stage 4 the last order.
 */
@Component
class KnownWorth implements CaseWorth {
    private static final String TOTAL = "(select sum(net) from proposal_line where proposal = ";

    private final JdbcClient jdbc;

    KnownWorth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public BigDecimal of(@Nullable String caseNumber) {
        return caseNumber == null
                ? BigDecimal.ZERO
                : jdbc.sql("select coalesce("
                                + TOTAL + "(select max(id) from proposal where opportunity_number = :number)), "
                                + "(select monthly_volume from call_attempt where id = (select max(id) from call_attempt"
                                + " where opportunity_number = :number and monthly_volume is not null)), "
                                + TOTAL + "(select max(proposal) from purchase_order where company_number = :number)),"
                                + " 0) from one_row")
                        .param("number", caseNumber)
                        .query(BigDecimal.class)
                        .single();
    }
}
