package salesconveyor.shared;

import java.util.List;
import java.util.Map;

/**
 * A module's part of the right to be forgotten (GDPR art. 17; Russia: Law 152-FZ art. 21). Each module whose tables
 * tell of a company or its people has a bean of it; a test looks into every table for what a module left out.
 */
public interface PersonalData {
    /** By what the company and its people are called and reached in this module's tables. */
    default List<Trace> traces(String company) {
        return List.of();
    }

    /** The numbers of the company's cases, ended ones too, that this module gave. */
    default List<String> cases(String company) {
        return List.of();
    }

    /**
     * The other numbers that were given for this company alone, such as its orders', as they stand in the keys of
     * letters; never one that others share, such as a mailing's.
     */
    default List<String> papers(String company) {
        return List.of();
    }

    /** Removes or overwrites what the module's tables tell. Doing it again is no harm. @return how many rows, by table */
    Map<String, Integer> erase(Erasure erasure);
}
