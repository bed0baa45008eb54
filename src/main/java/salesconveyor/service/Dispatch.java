package salesconveyor.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery reached the client.
 *
 * @param carrier who carries the parcel, and {@code trackingNumber} its number there
 * @param tracking a link by which the client can follow the parcel
 * @param acceptedOn when the client accepted a service that was performed, and {@code acceptedBy} who did
 * @param note for the client
 */
public record Dispatch(
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable String tracking,
        @Nullable LocalDate acceptedOn,
        @Nullable String acceptedBy,
        @Nullable String note) {
    /** Whether work was done for the client; else goods are on their way. */
    public boolean isPerformed() {
        return acceptedOn != null;
    }
}
