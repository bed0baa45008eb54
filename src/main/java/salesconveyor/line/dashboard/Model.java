package salesconveyor.line.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * A model of the belt, as it is drawn on the spine and on others.
 *
 * @param process its key
 * @param name what people call it
 * @param cases those that had a task done in it in the time
 * @param waitMedian half of them waited longer in all its stations together; seconds
 * @param touchMedian half of them were worked on longer
 */
public record Model(
        String process,
        String name,
        long cases,
        @Nullable Double waitMedian,
        @Nullable Double touchMedian) {}
