package salesconveyor.selling;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What clients ordered over time, as those read it who come after the sale. */
@Component
@Transactional(readOnly = true)
public class OrderHistory {
    /** One product that a client bought: how often, how much in all, and when last. */
    public record Bought(String sku, String name, int orders, BigDecimal quantity, String unit, LocalDate last) {}

    /** A product and how many of the asked clients bought it. */
    public record Popular(String sku, String name, int clients) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    OrderHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The margin of each client that ordered since then: net amount less cost. */
    public Map<String, BigDecimal> margins(OffsetDateTime since) {
        Map<String, BigDecimal> margins = new LinkedHashMap<>();
        jdbc.sql("select o.company_number, sum(l.net - l.cost * l.quantity) as margin from purchase_order o"
                        + " join proposal_line l on l.proposal = o.proposal where o.ordered >= ?"
                        + " group by o.company_number")
                .param(since)
                .query((row, index) -> margins.put(row.getString(1), row.getBigDecimal(2)))
                .list();
        return margins;
    }

    /** The days on which a client ordered, oldest first. */
    public List<LocalDate> days(String company) {
        return jdbc
                .sql("select ordered from purchase_order where company_number = ? order by ordered")
                .param(company)
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(this::day)
                .toList();
    }

    /** What a client bought, the newest first. */
    public List<Bought> bought(String company) {
        return jdbc.sql("select l.sku, max(l.name), count(distinct o.number), sum(l.quantity), max(l.unit),"
                        + " max(o.ordered) as last from purchase_order o"
                        + " join proposal_line l on l.proposal = o.proposal where o.company_number = ?"
                        + " group by l.sku order by last desc, l.sku")
                .param(company)
                .query((row, index) -> new Bought(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getBigDecimal(4),
                        row.getString(5),
                        day(row.getObject(6, OffsetDateTime.class))))
                .list();
    }

    /** What these clients bought, the most popular first. */
    public List<Popular> popular(Collection<String> companies) {
        if (companies.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select l.sku, max(l.name) as name, count(distinct o.company_number) as clients"
                        + " from purchase_order o join proposal_line l on l.proposal = o.proposal"
                        + " where o.company_number in (:companies) group by l.sku order by clients desc, l.sku")
                .param("companies", companies)
                .query(Popular.class)
                .list();
    }

    /** Those of these companies that ordered something. */
    public List<String> buyers(Collection<String> companies) {
        if (companies.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select distinct company_number from purchase_order where company_number in (:companies)")
                .param("companies", companies)
                .query(String.class)
                .list();
    }

    private LocalDate day(OffsetDateTime time) {
        return time.atZoneSameInstant(clock.getZone()).toLocalDate();
    }
}
