package salesconveyor.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Refused;

/** Reads what a shipper entered line by line; what was ordered comes from the order, never from the browser. */
@Component
class ShipmentReading {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DECIMALS = 3;

    /** @param json a list of {@code {"line", "quantity"}}; an empty quantity is a line of which nothing leaves */
    List<Delivery.Line> lines(String json, List<OpenLine> order) {
        Map<Integer, Delivery.Line> read = new LinkedHashMap<>();
        for (JsonNode row : parse(json)) {
            String quantity = row.path("quantity").asText("").replaceAll("\\s", "");
            if (quantity.isEmpty() || row.path("quantity").isNull()) {
                continue;
            }
            OpenLine line = order.stream()
                    .filter(open -> open.line() == row.path("line").asInt(-1))
                    .findFirst()
                    .orElseThrow(() -> new Refused(
                            "The order has no line {0}; please open the task again.",
                            row.path("line").asText()));
            if (read.put(line.line(), new Delivery.Line(line.line(), quantity(line, quantity))) != null) {
                throw new Refused("Line {0} ({1}) is entered twice.", line.line(), line.name());
            }
        }
        if (read.isEmpty()) {
            throw new Refused(
                    "Nothing is entered to deliver; enter a quantity, or choose \"Cannot ship\" and say why.");
        }
        return List.copyOf(read.values());
    }

    private static BigDecimal quantity(OpenLine line, String text) {
        BigDecimal quantity;
        try {
            quantity = new BigDecimal(text.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new Refused("Line {0} ({1}): {2} is not a quantity.", line.line(), line.name(), text);
        }
        if (quantity.signum() <= 0) {
            throw new Refused(
                    "Line {0} ({1}): {2} cannot be delivered; leave the field empty if nothing of it leaves now.",
                    line.line(), line.name(), text);
        }
        if (quantity.scale() > DECIMALS && quantity.stripTrailingZeros().scale() > DECIMALS) {
            throw new Refused("Line {0} ({1}): a quantity has three decimals at most.", line.line(), line.name());
        }
        if (quantity.compareTo(line.rest()) > 0) {
            throw new Refused(
                    "Line {0} ({1}): {2} is more than the {3} that are still open.",
                    line.line(), line.name(), text, OpenLine.text(line.rest()));
        }
        return quantity;
    }

    private static JsonNode parse(String json) {
        try {
            JsonNode rows = JSON.readTree(json);
            if (rows.isArray()) {
                return rows;
            }
        } catch (JsonProcessingException e) {
            // refused below
        }
        throw new Refused("The lines cannot be read; please open the task again.");
    }
}
