package salesconveyor.payments;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Erasure;
import salesconveyor.shared.PersonalData;

/** What was said about a debt. Bank entries, payments and write-offs are booked: the law keeps them as they are. */
@Component
@Transactional
class DebtErasing implements PersonalData {
    private final JdbcClient jdbc;

    DebtErasing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> erase(Erasure erasure) {
        return Map.of(
                "refund",
                jdbc.sql("update refund set notes = null where notes is not null and company_number = ?")
                        .param(erasure.company())
                        .update(),
                "dunning",
                jdbc.sql("update dunning set reason = null where reason is not null and company_number = ?")
                        .param(erasure.company())
                        .update());
    }
}
