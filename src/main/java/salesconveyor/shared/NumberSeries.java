package salesconveyor.shared;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens the counter of a series that has none, such as the first of a year, in a transaction of its own. */
@Component
class NumberSeries {
    private final JdbcClient jdbc;

    NumberSeries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void open(String series) {
        jdbc.sql("insert into number_counter (series, last_number)"
                        + " select ?, 0 from one_row where not exists (select 1 from number_counter where series = ?)")
                .params(series, series)
                .update();
    }
}
