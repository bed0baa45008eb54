package salesconveyor.acquisition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts what was spent beside what it brought: by month, channel and campaign. */
@Component
@Transactional(readOnly = true)
public class ChannelCosts {
    /** A campaign of a channel in a month; an empty one is the channel with all its campaigns. */
    private record Key(YearMonth month, Channel channel, String campaign) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::month, Comparator.reverseOrder())
                .thenComparing(Key::channel)
                .thenComparing(Key::campaign);

        Key whole() {
            return new Key(month, channel, "");
        }
    }

    private static final class Sum {
        private final Map<String, BigDecimal> spent = new TreeMap<>();
        private int opportunities;
        private int accepted;

        void spent(Spend spend) {
            spent.merge(spend.currency(), spend.amount(), BigDecimal::add);
        }

        void found(int many, int taken) {
            opportunities += many;
            accepted += taken;
        }

        List<ChannelCost.Cost> costs() {
            return spent.entrySet().stream()
                    .map(cost -> new ChannelCost.Cost(
                            cost.getKey(),
                            cost.getValue(),
                            each(cost.getValue(), opportunities),
                            each(cost.getValue(), accepted)))
                    .toList();
        }

        private static @Nullable BigDecimal each(BigDecimal amount, int many) {
            return many == 0 ? null : amount.divide(BigDecimal.valueOf(many), 2, RoundingMode.HALF_UP);
        }
    }

    private final SpendBook book;
    private final JdbcClient jdbc;
    private final Clock clock;

    ChannelCosts(SpendBook book, JdbcClient jdbc, Clock clock) {
        this.book = book;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From this month on, the newest first; each channel as a whole, then its campaigns. */
    public List<ChannelCost> since(YearMonth first) {
        Map<Key, Sum> sums = new TreeMap<>(Key.ORDER);
        for (SpendBook.Entry entry : book.all()) {
            Spend spend = entry.spend();
            if (!spend.month().isBefore(first)) {
                Key key = new Key(spend.month(), spend.channel(), spend.campaign());
                of(sums, key).forEach(sum -> sum.spent(spend));
            }
        }
        found(first, sums);
        return sums.entrySet().stream()
                .map(sum -> new ChannelCost(
                        sum.getKey().month(),
                        sum.getKey().channel(),
                        sum.getKey().campaign().isEmpty() ? null : sum.getKey().campaign(),
                        sum.getValue().opportunities,
                        sum.getValue().accepted,
                        sum.getValue().costs()))
                .toList();
    }

    private void found(YearMonth first, Map<Key, Sum> sums) {
        jdbc.sql("select y, m, channel, campaign, count(*) as found,"
                        + " sum(case when lead_result = 'ACCEPTED' then 1 else 0 end) as accepted from"
                        + " (select extract(year from found at time zone ?) as y,"
                        + " extract(month from found at time zone ?) as m, channel, coalesce(campaign, '') as campaign,"
                        + " lead_result from opportunity where found >= ?"
                        + " and (lead_result is null or lead_result <> 'DUPLICATE')) o"
                        + " group by y, m, channel, campaign")
                .params(
                        clock.getZone().getId(),
                        clock.getZone().getId(),
                        first.atDay(1).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .query(row -> {
                    Key key = new Key(
                            YearMonth.of(row.getInt("y"), row.getInt("m")),
                            Channel.valueOf(row.getString("channel")),
                            row.getString("campaign"));
                    int many = row.getInt("found");
                    int accepted = row.getInt("accepted");
                    of(sums, key).forEach(sum -> sum.found(many, accepted));
                });
    }

    /** The sum of the campaign, and that of its channel as a whole. */
    private static List<Sum> of(Map<Key, Sum> sums, Key key) {
        List<Sum> both = new ArrayList<>();
        both.add(sums.computeIfAbsent(key, none -> new Sum()));
        if (!key.campaign().isEmpty()) {
            both.add(sums.computeIfAbsent(key.whole(), none -> new Sum()));
        }
        return both;
    }
}
