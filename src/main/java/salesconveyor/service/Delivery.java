package salesconveyor.service;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What left for a client at one time.
 *
 * @param dispatch how it reached the client
 */
public record Delivery(
        String number,
        String orderNumber,
        String companyNumber,
        OffsetDateTime shipped,
        Dispatch dispatch,
        List<Line> lines) {
    /** @param line the line of the order */
    public record Line(int line, BigDecimal quantity) {}
}
