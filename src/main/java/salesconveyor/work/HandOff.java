package salesconveyor.work;

import java.util.Set;

/**
 * Work that one station hands to another, which says whether it was good.
 *
 * @param giving the station that does it, and {@code done} its outcome when it hands something over
 * @param used outcomes of the receiving station that show that it could be used
 * @param returned outcomes that show that it was not good
 */
public record HandOff(String giving, String done, String receiving, Set<String> used, Set<String> returned) {}
