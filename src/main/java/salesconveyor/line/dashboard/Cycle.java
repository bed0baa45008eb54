package salesconveyor.line.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * How long cases took that ended in the time, from found to closed; seconds. A double of a case that runs is none.
 *
 * @param outcome how they ended; all of them when nothing
 */
public record Cycle(
        @Nullable String outcome,
        long cases,
        @Nullable Double median,
        @Nullable Double p90,
        @Nullable Double mean) {}
