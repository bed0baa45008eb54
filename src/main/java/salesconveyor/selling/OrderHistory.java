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

/** What clients ordered over time and did not cancel, as those read it who come after the sale. */
@Component
@Transactional(readOnly = true)
public class OrderHistory {
    /** One product that a client bought: how often, how much in all, and when last. */
    public record Bought(String sku, String name, int orders, BigDecimal quantity, String unit, LocalDate last) {}

    /** A product that is offered, how many of the asked clients bought it, and what it earned with them. */
    public record Popular(String sku, String name, int clients, BigDecimal margin) {}

    /** What one order earned: net amount less credit notes and cost. */
    public record Earned(String order, String opportunity, OffsetDateTime ordered, BigDecimal margin) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    OrderHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The margin of each client that ordered since then: net amount less credit notes and cost. */
    public Map<String, BigDecimal> margins(OffsetDateTime since) {
        Map<String, BigDecimal> margins = new LinkedHashMap<>();
        jdbc.sql("select company_number, round(sum(margin), 2) as margin from order_margin"
                        + " where ordered >= ? group by company_number")
                .param(since)
                .query((row, index) -> margins.put(row.getString(1), row.getBigDecimal(2)))
                .list();
        return margins;
    }

    /** The margin of each order of a time that new leads gave, not clients who order again; without what was cancelled of it. */
    public List<Earned> earned(OffsetDateTime from, OffsetDateTime until) {
        return jdbc.sql(
                        "select m.order_number, o.opportunity_number, m.ordered, round(m.margin, 2) as margin"
                                + " from order_margin m join purchase_order o on o.number = m.order_number"
                                + " left join opportunity c on c.number = o.opportunity_number"
                                + " where m.ordered >= ? and m.ordered < ? and coalesce(c.channel, '') <> 'REPEAT' order by m.ordered, m.order_number")
                .params(from, until)
                .query((row, index) -> new Earned(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class),
                        row.getBigDecimal(4)))
                .list();
    }

    /** The days on which a client ordered, oldest first. */
    public List<LocalDate> days(String company) {
        return jdbc
                .sql("select distinct order_number, ordered from bought_line where company_number = ? order by ordered")
                .param(company)
                .query((row, index) -> row.getObject("ordered", OffsetDateTime.class))
                .list()
                .stream()
                .map(this::day)
                .toList();
    }

    /** What a client bought, the newest first. */
    public List<Bought> bought(String company) {
        return jdbc.sql(
                        "select sku, max(name), count(distinct order_number), sum(quantity), max(unit), max(ordered) as last"
                                + " from bought_line where company_number = ? group by sku order by last desc, sku")
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

    /** What these clients bought and is still offered: what most of them buy first, then what earns most. */
    public List<Popular> popular(Collection<String> companies) {
        if (companies.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        "select p.sku, max(p.name) as name, count(distinct b.company_number) as clients,"
                                + " round(sum(b.net - b.cost * b.quantity), 2) as margin from bought_line b"
                                + " join product p on p.sku = b.sku and p.active = true"
                                + " where b.company_number in (:companies) group by p.sku order by clients desc, margin desc, p.sku")
                .param("companies", companies)
                .query(Popular.class)
                .list();
    }

    /** Those of these companies that ordered something. */
    public List<String> buyers(Collection<String> companies) {
        if (companies.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select distinct company_number from bought_line where company_number in (:companies)")
                .param("companies", companies)
                .query(String.class)
                .list();
    }

    /** All clients that ordered something, those with the newest orders first. */
    public List<String> buyers(int atMost) {
        return jdbc.sql("select company_number from bought_line group by company_number"
                        + " order by max(ordered) desc, company_number limit ?")
                .param(atMost)
                .query(String.class)
                .list();
    }

    private LocalDate day(OffsetDateTime time) {
        return time.atZoneSameInstant(clock.getZone()).toLocalDate();
    }
}
