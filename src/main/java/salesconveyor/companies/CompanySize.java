package salesconveyor.companies;

import org.jspecify.annotations.Nullable;

/** How large a company is by its people; the limits are those of Recommendation 2003/361/EC, article 2. */
public enum CompanySize {
    UNKNOWN,
    MICRO,
    SMALL,
    MEDIUM,
    LARGE;

    /** @param employees at least so many; nothing when we do not know */
    public static CompanySize of(@Nullable Integer employees) {
        if (employees == null) {
            return UNKNOWN;
        }
        if (employees < 10) {
            return MICRO;
        }
        if (employees < 50) {
            return SMALL;
        }
        return employees < 250 ? MEDIUM : LARGE;
    }
}
