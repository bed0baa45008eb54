package salesconveyor.shared;

import java.time.Clock;
import java.time.Year;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives natural numbers such as {@code L-2026-000123}. The counter is a row that is updated in the caller's
 * transaction: a step that fails takes its number back, so a series has neither gaps nor doubles.
 */
@Component
public class Numbering {
    private static final Logger LOG = LoggerFactory.getLogger(Numbering.class);

    private final JdbcClient jdbc;
    private final NumberSeries series;
    private final Clock clock;

    Numbering(JdbcClient jdbc, NumberSeries series, Clock clock) {
        this.jdbc = jdbc;
        this.series = series;
        this.clock = clock;
    }

    /** The next number of this year, like {@code L-2026-000123}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String ofYear(String prefix) {
        return ofYear(prefix, Year.now(clock));
    }

    /** The next number of the year that stands on the paper: midnight may pass between the two. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String ofYear(String prefix, Year year) {
        return next(prefix + "-" + year);
    }

    /** The next number of a series that never ends, like {@code C-000123}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(String series) {
        while (jdbc.sql("update number_counter set last_number = last_number + 1 where series = ?")
                        .param(series)
                        .update()
                == 0) {
            open(series);
        }
        int last = jdbc.sql("select last_number from number_counter where series = ?")
                .param(series)
                .query(Integer.class)
                .single();
        return "%s-%06d".formatted(series, last);
    }

    /** Two at once want the first number of a series: one opens it, the other finds it open. */
    private void open(String series) {
        try {
            this.series.open(series);
        } catch (DuplicateKeyException | TransientDataAccessException e) {
            LOG.debug("The series {} was opened by somebody else in this moment", series);
        }
    }
}
