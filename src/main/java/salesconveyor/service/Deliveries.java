package salesconveyor.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.PaperTrace;
import salesconveyor.shared.Numbering;

/** What was delivered: by order, by client, by number. */
@Component
@Transactional
public class Deliveries {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Numbering numbering;
    private final PaperTrace trace;

    Deliveries(JdbcClient jdbc, Clock clock, Numbering numbering, PaperTrace trace) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.numbering = numbering;
        this.trace = trace;
    }

    /** @return the number, like {@code D-2026-000001} */
    String add(String order, String company, List<Delivery.Line> lines, @Nullable String shipper, Dispatch dispatch) {
        String number = numbering.ofYear("D");
        jdbc.sql("insert into shipment (number, order_number, company_number, shipped, shipper, carrier,"
                        + " tracking_number, tracking, accepted_on, accepted_by, note)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        order,
                        company,
                        OffsetDateTime.now(clock),
                        shipper,
                        dispatch.carrier(),
                        dispatch.trackingNumber(),
                        dispatch.tracking(),
                        dispatch.acceptedOn(),
                        dispatch.acceptedBy(),
                        dispatch.note())
                .update();
        for (Delivery.Line line : lines) {
            jdbc.sql("insert into shipment_line (shipment, line, quantity) values (?, ?, ?)")
                    .params(number, line.line(), line.quantity())
                    .update();
        }
        trace.add(number, PaperTrace.ISSUED, shipper);
        return number;
    }

    /** The deliveries of an order, oldest first. */
    public List<Delivery> ofOrder(String order) {
        return jdbc
                .sql("select number from shipment where order_number = ? order by number")
                .param(order)
                .query(String.class)
                .list()
                .stream()
                .flatMap(number -> find(number).stream())
                .toList();
    }

    public Optional<Delivery> find(String number) {
        return jdbc.sql("select order_number, company_number, shipped, carrier, tracking_number, tracking, accepted_on,"
                        + " accepted_by, note from shipment where number = ?")
                .param(number)
                .query((row, index) -> new Delivery(
                        number,
                        row.getString("order_number"),
                        row.getString("company_number"),
                        row.getObject("shipped", OffsetDateTime.class),
                        new Dispatch(
                                row.getString("carrier"),
                                row.getString("tracking_number"),
                                row.getString("tracking"),
                                row.getObject("accepted_on", LocalDate.class),
                                row.getString("accepted_by"),
                                row.getString("note")),
                        lines(number)))
                .optional();
    }

    /** How much of each line of the order was delivered so far; a line without a delivery is not in it. */
    public Map<Integer, BigDecimal> delivered(String order) {
        Map<Integer, BigDecimal> delivered = new TreeMap<>();
        ofOrder(order).forEach(delivery -> delivery.lines()
                .forEach(line -> delivered.merge(line.line(), line.quantity(), BigDecimal::add)));
        return delivered;
    }

    /** The day of the last delivery to a client, in our zone. */
    public Optional<LocalDate> lastDelivered(String company) {
        return jdbc.sql("select shipped from shipment where company_number = ? order by shipped desc limit 1")
                .param(company)
                .query(OffsetDateTime.class)
                .optional()
                .map(shipped -> shipped.atZoneSameInstant(clock.getZone()).toLocalDate());
    }

    private List<Delivery.Line> lines(String number) {
        return jdbc.sql("select line, quantity from shipment_line where shipment = ? order by line")
                .param(number)
                .query(Delivery.Line.class)
                .list();
    }
}
