package salesconveyor.billing;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Erasure;
import salesconveyor.shared.PersonalData;

/** Where a client's papers go. The papers themselves say it too, and the law keeps them. */
@Component
@Transactional
class AddressErasing implements PersonalData {
    private final JdbcClient jdbc;

    AddressErasing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> erase(Erasure erasure) {
        return Map.of(
                "billing_address",
                jdbc.sql("delete from billing_address where company_number = ?")
                        .param(erasure.company())
                        .update());
    }
}
