package salesconveyor.line.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stage of the belt.
 *
 * @param stage its key
 * @param name what people call it
 * @param cases those that had a task done in this stage in the time
 * @param waitMedian half of them waited longer in all its stations together; seconds
 * @param touchMedian half of them were worked on longer
 * @param stations in the order of the work
 */
public record Stage(
        String stage,
        String name,
        long cases,
        @Nullable Double waitMedian,
        @Nullable Double touchMedian,
        List<Station> stations) {}
