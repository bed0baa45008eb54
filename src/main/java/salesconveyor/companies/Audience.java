package salesconveyor.companies;

import org.jspecify.annotations.Nullable;

/**
 * Who a mailing is for, of those who may get one. What is null does not narrow it.
 *
 * @param clientClass NEW, A, B or C
 * @param region a city, or a country by its ISO code or name
 */
public record Audience(
        Basis basis,
        @Nullable String clientClass,
        @Nullable String industry,
        @Nullable String region) {
    /** What allows us to write. */
    public enum Basis {
        /** They agreed to get news. */
        CONSENT,
        /** They are our clients. */
        CLIENT
    }
}
