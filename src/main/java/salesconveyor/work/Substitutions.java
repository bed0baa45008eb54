package salesconveyor.work;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is away, from when until when, and who stands in. */
@Component
@Transactional
public class Substitutions {
    /**
     * @param person who is away
     * @param awayFrom the first moment
     * @param awayUntil the first moment when the person is back
     */
    public record Substitution(
            long id, String person, String substitute, OffsetDateTime awayFrom, OffsetDateTime awayUntil) {}

    private static final String SELECT =
            "select id, person, substitute, away_from, away_until from substitution where ";

    private final JdbcClient jdbc;

    Substitutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing when the person is there at this moment. */
    @Transactional(readOnly = true)
    public Optional<Substitution> of(String person, OffsetDateTime moment) {
        return jdbc.sql(SELECT
                        + "person = ? and away_from <= ? and away_until > ? order by id desc fetch first 1 rows only")
                .params(person, moment, moment)
                .query(Substitution.class)
                .optional();
    }

    /** Those that have not ended before this moment, by their beginning. */
    @Transactional(readOnly = true)
    public List<Substitution> from(OffsetDateTime moment) {
        return jdbc.sql(SELECT + "away_until > ? order by away_from, id")
                .param(moment)
                .query(Substitution.class)
                .list();
    }
}
