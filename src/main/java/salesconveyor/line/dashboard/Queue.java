package salesconveyor.line.dashboard;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What stands at a station now.
 *
 * @param open all tasks that are ready and not done
 * @param untaken those that nobody has taken
 * @param overdue those whose due date is past
 * @param oldest since when the oldest one is ready
 * @param ageMedian half of them are older than so many seconds
 */
public record Queue(
        long open,
        long untaken,
        long overdue,
        @Nullable OffsetDateTime oldest,
        @Nullable Double ageMedian) {
    static final Queue EMPTY = new Queue(0, 0, 0, null, null);
}
