package salesconveyor.development;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Erasure;
import salesconveyor.shared.PersonalData;

/** What was said in the contacts with a client. */
@Component
@Transactional
class ContactErasing implements PersonalData {
    private final JdbcClient jdbc;

    ContactErasing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> erase(Erasure erasure) {
        return Map.of(
                "client_contact",
                jdbc.sql("update client_contact set wish = null, notes = null where company_number = ?"
                                + " and (wish is not null or notes is not null)")
                        .param(erasure.company())
                        .update());
    }
}
