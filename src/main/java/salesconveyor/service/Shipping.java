package salesconveyor.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;
import salesconveyor.selling.Ordering;
import salesconveyor.selling.ProposalLine;

/** What shippers enter: what leaves now, or why nothing can leave. */
@Component
@Transactional
class Shipping {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATION = "shipOrder";

    private final Ordering ordering;
    private final Deliveries deliveries;
    private final ShipmentReading reading;
    private final DispatchReading dispatches;
    private final ServedOrders orders;
    private final Clock clock;
    private final int mostParts;

    Shipping(
            Ordering ordering,
            Deliveries deliveries,
            ShipmentReading reading,
            DispatchReading dispatches,
            ServedOrders orders,
            Clock clock,
            @Value("${conveyor.service.max-parts:20}") int mostParts) {
        this.ordering = ordering;
        this.deliveries = deliveries;
        this.reading = reading;
        this.dispatches = dispatches;
        this.orders = orders;
        this.clock = clock;
        this.mostParts = mostParts;
    }

    /** @return whether anything left */
    boolean record(String order, String company, FormValues form, @Nullable String shipper) {
        String outcome = form.required("outcome");
        String rows = form.text("shipmentRows");
        String reason = DispatchReading.text(form.text("cannotShipReason"), "Why it cannot be shipped", 1000);
        switch (outcome) {
            case "CANNOT_SHIP" -> {
                if (reason == null) {
                    throw new Refused("Please say why the order cannot be shipped.");
                }
                dispatches.ignore(form);
                orders.note(order, STATION, outcome, shipper, reason);
            }
            case "SHIPPED", "PARTLY_SHIPPED" -> {
                var lines = reading.lines(rows == null ? "[]" : rows, lines(order));
                check(outcome, order, lines);
                Dispatch dispatch = dispatches.of(form, orderedOn(order));
                deliveries.add(order, company, lines, shipper, dispatch);
                orders.note(order, STATION, outcome, shipper, dispatch.note());
            }
            default -> throw new Refused("\"{0}\" does not offer the answer {1}.", form.label("outcome"), outcome);
        }
        return !outcome.equals("CANNOT_SHIP");
    }

    private LocalDate orderedOn(String order) {
        return ordering.get(order).ordered().atZoneSameInstant(clock.getZone()).toLocalDate();
    }

    private void check(String outcome, String order, List<Delivery.Line> leaving) {
        OpenLine open = lines(order).stream()
                .filter(line -> line.rest().compareTo(leavingOf(line, leaving)) > 0)
                .findFirst()
                .orElse(null);
        if (outcome.equals("SHIPPED") && open != null) {
            throw new Refused(
                    "Line {0} ({1}): {2} would stay open; deliver all of it or choose \"Shipped in part\".",
                    open.line(), open.name(), OpenLine.text(open.rest().subtract(leavingOf(open, leaving))));
        }
        if (outcome.equals("PARTLY_SHIPPED") && open == null) {
            throw new Refused("Nothing stays open with these quantities; please choose \"Shipped\".");
        }
        if (outcome.equals("PARTLY_SHIPPED") && orders.count(order, STATION, outcome) >= mostParts) {
            throw new Refused(
                    "The order was already shipped in {0} parts; ship the rest, or choose \"Cannot ship\".", mostParts);
        }
    }

    private static BigDecimal leavingOf(OpenLine line, List<Delivery.Line> leaving) {
        return leaving.stream()
                .filter(left -> left.line() == line.line())
                .map(Delivery.Line::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal netAmount(String order) {
        return ordering.lines(order).stream().map(ProposalLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The order's lines with what was delivered of each. */
    List<OpenLine> lines(String order) {
        Map<Integer, BigDecimal> delivered = deliveries.delivered(order);
        return ordering.lines(order).stream()
                .map(line -> new OpenLine(
                        line.line(),
                        line.name(),
                        line.unit(),
                        line.quantity(),
                        delivered.getOrDefault(line.line(), BigDecimal.ZERO)))
                .toList();
    }

    boolean isComplete(String order) {
        return lines(order).stream().noneMatch(OpenLine::isOpen);
    }

    /** The lines as the shipping form reads them. */
    String rows(String order) {
        try {
            return JSON.writeValueAsString(lines(order).stream()
                    .map(line -> Map.of(
                            "line", line.line(),
                            "name", line.name(),
                            "unit", line.unit(),
                            "ordered", OpenLine.text(line.ordered()),
                            "delivered", OpenLine.text(line.delivered()),
                            "rest", line.isOpen() ? OpenLine.text(line.rest()) : ""))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
