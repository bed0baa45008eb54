package salesconveyor.work;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Erasure;
import salesconveyor.shared.PersonalData;

/** What was typed of a company and not completed. */
@Component
@Transactional
class DraftErasing implements PersonalData {
    private final JdbcClient jdbc;

    DraftErasing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> erase(Erasure erasure) {
        int rows = jdbc.sql("delete from task_draft where task in (select task from work where company_number = ?)")
                .param(erasure.company())
                .update();
        for (String number : erasure.cases()) {
            rows += jdbc.sql("delete from task_draft where task in (select task from work where case_number = ?)")
                    .param(number)
                    .update();
        }
        return Map.of("task_draft", rows);
    }
}
