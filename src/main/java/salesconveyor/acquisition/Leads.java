package salesconveyor.acquisition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose the running leads are. */
@Component
@Transactional
public class Leads {
    private final JdbcClient jdbc;

    Leads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody has left: the leads that run get another owner.
     *
     * @param to nobody: whoever of the managers takes the next task
     * @return their numbers
     */
    public List<String> passOn(String from, @Nullable String to) {
        List<String> numbers = jdbc.sql(
                        "select number from opportunity where owner = ? and outcome is null order by number")
                .param(from)
                .query(String.class)
                .list();
        jdbc.sql("update opportunity set owner = ? where owner = ? and outcome is null")
                .params(to, from)
                .update();
        return numbers;
    }
}
