package salesconveyor.acquisition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What each channel and campaign cost, by month; one amount for each of them in a currency. */
@Repository
@Transactional
public class SpendBook {
    /** An entry and its number in the book. */
    public record Entry(long id, Spend spend) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    SpendBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Replaces what the same month, channel, campaign and currency had. */
    void write(Spend spend, @Nullable String author) {
        LocalDate month = spend.month().atDay(1);
        jdbc.sql("delete from channel_spend where month_begin = ? and channel = ? and campaign = ? and currency = ?")
                .params(month, spend.channel().name(), spend.campaign(), spend.currency())
                .update();
        jdbc.sql("insert into channel_spend (month_begin, channel, campaign, amount, currency, written_by, written)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        month,
                        spend.channel().name(),
                        spend.campaign(),
                        spend.amount(),
                        spend.currency(),
                        author,
                        OffsetDateTime.now(clock))
                .update();
    }

    /** @return whether there was such an entry */
    public boolean delete(long id) {
        return jdbc.sql("delete from channel_spend where id = ?").param(id).update() > 0;
    }

    /** All entries, the newest month first. */
    public List<Entry> all() {
        return jdbc.sql("select id, month_begin, channel, campaign, amount, currency from channel_spend"
                        + " order by month_begin desc, channel, campaign, currency")
                .query((row, n) -> new Entry(
                        row.getLong("id"),
                        new Spend(
                                YearMonth.from(row.getObject("month_begin", LocalDate.class)),
                                Channel.valueOf(row.getString("channel")),
                                row.getString("campaign"),
                                row.getBigDecimal("amount"),
                                row.getString("currency"))))
                .list();
    }

    /** The names of campaigns that opportunities came from, so that nobody has to spell them. */
    public List<String> campaigns() {
        return jdbc.sql("select distinct campaign from opportunity where campaign is not null order by campaign")
                .query(String.class)
                .list();
    }
}
