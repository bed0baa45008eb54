package salesconveyor.economics;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What an hour of each role and a month of each stage costs. */
@Repository
@Transactional
public class CostRates {
    /** A rate and its number in the book. */
    public record Entry(long id, CostRate rate) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    CostRates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Replaces the rate of the same subject from the same day. */
    public void write(CostRate rate, @Nullable String author) {
        jdbc.sql("delete from cost_rate where kind = ? and subject = ? and valid_from = ?")
                .params(rate.kind().name(), rate.subject(), rate.validFrom())
                .update();
        jdbc.sql("insert into cost_rate (kind, subject, valid_from, amount, currency, written_by, written)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        rate.kind().name(),
                        rate.subject(),
                        rate.validFrom(),
                        rate.amount(),
                        rate.currency(),
                        author,
                        OffsetDateTime.now(clock))
                .update();
    }

    /** @return whether there was such a rate */
    public boolean delete(long id) {
        return jdbc.sql("delete from cost_rate where id = ?").param(id).update() > 0;
    }

    /** All of a kind, by subject, the newest first. */
    @Transactional(readOnly = true)
    public List<Entry> all(CostRate.Kind kind) {
        return jdbc.sql("select id, kind, subject, valid_from, amount, currency from cost_rate where kind = ?"
                        + " order by subject, valid_from desc")
                .param(kind.name())
                .query((row, n) -> new Entry(
                        row.getLong("id"),
                        new CostRate(
                                kind,
                                row.getString("subject"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getBigDecimal("amount"),
                                row.getString("currency"))))
                .list();
    }

    /** The rates as they stand now, to ask many times. */
    Known known(CostRate.Kind kind, String currency) {
        return new Known(all(kind).stream().map(Entry::rate).toList(), currency);
    }

    /** Rates of one kind. Those in another currency are as good as missing: nobody converts them. */
    record Known(List<CostRate> rates, String currency) {
        /** The day from which there is any; nothing when there is none. */
        @Nullable
        LocalDate first(String subject) {
            return rates.stream()
                    .filter(rate ->
                            rate.subject().equals(subject) && rate.currency().equals(currency))
                    .map(CostRate::validFrom)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }

        /** What counts for the subject on that day. */
        @Nullable
        BigDecimal of(@Nullable String subject, LocalDate day) {
            return rates.stream()
                    .filter(rate -> rate.subject().equals(subject)
                            && rate.currency().equals(currency)
                            && !rate.validFrom().isAfter(day))
                    .findFirst()
                    .map(CostRate::amount)
                    .orElse(null);
        }
    }
}
