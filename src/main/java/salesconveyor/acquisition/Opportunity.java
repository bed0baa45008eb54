package salesconveyor.acquisition;

import org.jspecify.annotations.Nullable;

/**
 * An opportunity.
 *
 * @param owner the manager who accepted it; nobody yet
 */
public record Opportunity(
        String number,
        String companyNumber,
        String channel,
        @Nullable String owner) {}
