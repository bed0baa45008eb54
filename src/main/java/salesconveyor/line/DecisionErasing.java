package salesconveyor.line;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Erasure;
import salesconveyor.shared.PersonalData;

/** Why a case was cancelled or contact forbidden: whoever wrote it may have named somebody. */
@Component
@Transactional
class DecisionErasing implements PersonalData {
    private final JdbcClient jdbc;

    DecisionErasing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> erase(Erasure erasure) {
        return Map.of(
                "case_decision",
                jdbc.sql("update case_decision set reason = ? where company_number = ?")
                        .params(Erasure.ERASED, erasure.company())
                        .update());
    }
}
