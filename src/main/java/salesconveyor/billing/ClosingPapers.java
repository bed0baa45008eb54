package salesconveyor.billing;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The closing papers that were issued. */
@Component
@Transactional
public class ClosingPapers {
    private static final String SELECT = "select number, kind, shipment, order_number, company_number, issued, shipped,"
            + " net, vat, gross, currency from closing_paper ";

    private final JdbcClient jdbc;

    ClosingPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ClosingPaper> find(String number) {
        return jdbc.sql(SELECT + "where number = ?")
                .param(number)
                .query(ClosingPaper.class)
                .optional();
    }

    public List<ClosingPaper> ofOrder(String order) {
        return jdbc.sql(SELECT + "where order_number = ? order by issued, number")
                .param(order)
                .query(ClosingPaper.class)
                .list();
    }

    List<ClosingPaper> ofShipment(String shipment) {
        return jdbc.sql(SELECT + "where shipment = ? order by number")
                .param(shipment)
                .query(ClosingPaper.class)
                .list();
    }

    List<ClosingLine> lines(String number) {
        return jdbc.sql("select line, sku, name, unit, quantity, vat_rate, net, vat from closing_line where paper = ?"
                        + " order by line")
                .param(number)
                .query(ClosingLine.class)
                .list();
    }

    /** What of each line of an order has been closed so far. */
    Map<Integer, BigDecimal> closed(String order) {
        Map<Integer, BigDecimal> closed = new TreeMap<>();
        jdbc.sql("select l.line, sum(l.quantity) as quantity from closing_line l join closing_paper p"
                        + " on p.number = l.paper where p.order_number = ? group by l.line")
                .param(order)
                .query(row -> {
                    closed.put(row.getInt("line"), row.getBigDecimal("quantity"));
                });
        return closed;
    }

    /** Lets one transaction at a time close deliveries of an order. */
    void lock(String order) {
        jdbc.sql("select number from purchase_order where number = ? for update")
                .param(order)
                .query(String.class)
                .single();
    }

    void add(ClosingPaper paper, List<ClosingLine> lines) {
        jdbc.sql(
                        "insert into closing_paper (number, kind, shipment, order_number, company_number, issued, shipped, net,"
                                + " vat, gross, currency) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        paper.number(),
                        paper.kind().name(),
                        paper.shipment(),
                        paper.orderNumber(),
                        paper.companyNumber(),
                        paper.issued(),
                        paper.shipped(),
                        paper.net(),
                        paper.vat(),
                        paper.gross(),
                        paper.currency())
                .update();
        for (ClosingLine line : lines) {
            jdbc.sql("insert into closing_line (paper, line, sku, name, unit, quantity, vat_rate, net, vat)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            paper.number(),
                            line.line(),
                            line.sku(),
                            line.name(),
                            line.unit(),
                            line.quantity(),
                            line.vatRate(),
                            line.net(),
                            line.vat())
                    .update();
        }
    }

    Optional<byte[]> printed(String number) {
        return jdbc.sql("select paper from closing_paper where number = ? and paper is not null")
                .param(number)
                .query(String.class)
                .optional()
                .map(Base64.getDecoder()::decode);
    }

    /** The first one stays. @return the one that is kept */
    byte[] keep(String number, byte[] paper) {
        jdbc.sql("update closing_paper set paper = ? where number = ? and paper is null")
                .params(Base64.getEncoder().encodeToString(paper), number)
                .update();
        return printed(number).orElseThrow();
    }
}
