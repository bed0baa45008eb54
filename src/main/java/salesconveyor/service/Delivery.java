package salesconveyor.service;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What left for a client at one time.
 *
 * @param tracking a link by which the client can follow the parcel
 */
public record Delivery(
        String number,
        String orderNumber,
        String companyNumber,
        OffsetDateTime shipped,
        @Nullable String tracking,
        @Nullable String note,
        List<Line> lines) {
    /** @param line the line of the order */
    public record Line(int line, BigDecimal quantity) {}
}
