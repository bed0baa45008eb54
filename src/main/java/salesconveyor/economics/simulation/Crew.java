package salesconveyor.economics.simulation;

import java.util.Set;

/**
 * People who do the same work in the same hours.
 *
 * @param stations what they do
 * @param switchMinutes what one of them loses when the next task is of another station than the last one
 * @param batches whether they stay at a station as long as something waits there; else they take what has waited longest
 */
public record Crew(String name, int people, Set<String> stations, Week week, double switchMinutes, boolean batches) {}
