package salesconveyor.work;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Erasure;
import salesconveyor.shared.PersonalData;

/** The free answers of a company's tasks. Who did which task when stays: it is about our people and their pay. */
@Component
@Transactional
class AnswerErasing implements PersonalData {
    private final JdbcClient jdbc;

    AnswerErasing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> erase(Erasure erasure) {
        int rows = jdbc.sql("delete from task_answer where task in (select task from work where company_number = ?)")
                .param(erasure.company())
                .update();
        for (String number : erasure.cases()) {
            rows += jdbc.sql("delete from task_answer where case_number = ?")
                    .param(number)
                    .update();
        }
        return Map.of("task_answer", rows);
    }
}
