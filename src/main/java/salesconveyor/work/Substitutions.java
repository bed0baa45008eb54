package salesconveyor.work;

import java.time.Clock;
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
    private final Clock clock;

    Substitutions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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

    /** Those that have begun and are not settled, by their beginning. */
    @Transactional(readOnly = true)
    public List<Substitution> open(OffsetDateTime moment) {
        return jdbc.sql(SELECT + "away_from <= ? and not closed order by away_from, id")
                .param(moment)
                .query(Substitution.class)
                .list();
    }

    /** Those that have not ended before this moment, by their beginning. */
    @Transactional(readOnly = true)
    public List<Substitution> from(OffsetDateTime moment) {
        return jdbc.sql(SELECT + "away_until > ? order by away_from, id")
                .param(moment)
                .query(Substitution.class)
                .list();
    }

    /** Those of a person that meet this time, by their beginning. */
    @Transactional(readOnly = true)
    public List<Substitution> between(String person, OffsetDateTime from, OffsetDateTime until) {
        return jdbc.sql(SELECT + "person = ? and away_from < ? and away_until > ? order by away_from, id")
                .params(person, until, from)
                .query(Substitution.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Substitution> find(long id) {
        return jdbc.sql(SELECT + "id = ?").param(id).query(Substitution.class).optional();
    }

    /** @param by who named the substitute */
    public void add(String person, String substitute, OffsetDateTime from, OffsetDateTime until, String by) {
        jdbc.sql("insert into substitution (person, substitute, away_from, away_until, named_by, named)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(person, substitute, from, until, by, OffsetDateTime.now(clock))
                .update();
    }

    /** The person is back at this moment; one that has not begun never does. @return false if it has ended already */
    public boolean end(long id, OffsetDateTime moment) {
        return jdbc.sql(
                                "update substitution set away_until = ?, away_from = case when away_from > ? then ? else away_from end"
                                        + " where id = ? and away_until > ?")
                        .params(moment, moment, moment, id, moment)
                        .update()
                == 1;
    }

    void close(long id) {
        jdbc.sql("update substitution set closed = true where id = ?").param(id).update();
    }
}
